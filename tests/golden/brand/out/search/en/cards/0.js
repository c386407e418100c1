homeroomSearch("cards/0","236d1a5c",[["About","about/","",""],["A talk & more","talk/","",""]])
