homeroomSearch("cards/0","e188faa4",[["Ñandúes","es/guides/nest/","A nest."," steps"],["Osos","es/guides/ostrich/","An ostrich."," steps"],["De nada","es/notes/lost/","",""]])
