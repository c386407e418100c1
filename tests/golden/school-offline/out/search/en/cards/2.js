homeroomSearch("cards/2","c6eadb01",[["What do you do on a slow weekend?","prompts/weekend/","",""]])
