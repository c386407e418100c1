homeroomSearch("spelling","ac805831",["",""])
