homeroomSearch("cards/1","e188faa4",[["¿Por qué?","es/prompts/why/","",""]])
