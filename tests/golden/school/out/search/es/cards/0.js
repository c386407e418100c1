homeroomSearch("cards/0","0e5b0a64",[["El círculo de la mañana","es/guides/circle/","Ten minutes that set the tone."," steps"]])
