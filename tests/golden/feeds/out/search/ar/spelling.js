homeroomSearch("spelling","25c7ff78",["",""])
