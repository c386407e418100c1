homeroomSearch("cards/0","0b72833b",[["El círculo de la mañana","es/guides/circle/","Ten minutes that set the tone."," steps"]])
