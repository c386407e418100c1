homeroomSearch("cards/0","8c0f2215",[["رسوم","ar/","",""],["ماذا فعل أحدهم من أجلك؟","ar/prompts/p1/","",""]])
