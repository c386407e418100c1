homeroomSearch("words/0","ac805831",[[],[]])
