homeroomSearch("cards/1","36cf1249",[["Deutsch","notes/other-de/","",""],["How?","prompts/how/","",""],["Why?","prompts/why/","",""]])
