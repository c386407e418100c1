homeroomSearch("cards/1","46c82779",[["A note","notes/one/","",""],["Deutsch","notes/other-de/","",""],["How?","prompts/how/","",""]])
