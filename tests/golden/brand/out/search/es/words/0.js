homeroomSearch("words/0","97886c24",[["accessibility","acerca","pagina","privacy"],["#$)","#(#","#7%","#$+"]])
