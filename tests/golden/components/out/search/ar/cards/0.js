homeroomSearch("cards/0","b1f90362",[["رسوم","ar/","",""],["ماذا فعل أحدهم من أجلك؟","ar/prompts/p1/","",""]])
