homeroomSearch("words/0","2bce081a",[[],[]])
