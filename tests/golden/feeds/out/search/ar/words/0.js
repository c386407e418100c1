homeroomSearch("words/0","bc6bd9b2",[[],[]])
