homeroomSearch("cards/0","3f7ff701",[["Acerca","es/about/","",""]])
