homeroomSearch("cards/0","949e7352",[["About","about/","",""],["A talk & more","talk/","",""]])
