homeroomSearch("words/0","25c7ff78",[[],[]])
