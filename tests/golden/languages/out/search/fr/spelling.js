homeroomSearch("spelling","2bce081a",["",""])
