homeroomSearch("cards/0","9a7b79d2",[["Thế nào?","vi/prompts/how/","",""]])
