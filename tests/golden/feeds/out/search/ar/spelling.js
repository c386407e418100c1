homeroomSearch("spelling","bc6bd9b2",["",""])
