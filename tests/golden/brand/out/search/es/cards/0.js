homeroomSearch("cards/0","97886c24",[["Acerca","es/about/","",""]])
