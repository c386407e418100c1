homeroomSearch("texts/notes/one.js",null,[0,[["",""]]])
