homeroomSearch("cards/0","05159fb0",[["غيوم","ar/guides/cloud/","A cloud."," steps"],["لماذا؟","ar/prompts/why/","",""]])
