homeroomSearch("cards/0","0325ac0c",[["¿Cómo te gusta que te llamen?","es/prompts/name/",""," por-qué follow-ups"]])
