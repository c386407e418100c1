homeroomSearch("cards/2","46c82779",[["Why?","prompts/why/","",""]])
