homeroomSearch("cards/0","3fda838a",[["¿Cómo te gusta que te llamen?","es/prompts/name/",""," por-qué follow-ups"]])
