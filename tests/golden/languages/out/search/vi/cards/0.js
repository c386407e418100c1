homeroomSearch("cards/0","21231507",[["Thế nào?","vi/prompts/how/","",""]])
