homeroomSearch("words/0","3f7ff701",[["accessibility","acerca","pagina","privacy"],["#$)","#(#","#7%","#$+"]])
