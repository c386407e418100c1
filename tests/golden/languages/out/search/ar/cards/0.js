homeroomSearch("cards/0","01e8adfd",[["غيوم","ar/guides/cloud/","A cloud."," steps"],["لماذا؟","ar/prompts/why/","",""]])
