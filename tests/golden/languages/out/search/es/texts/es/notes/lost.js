homeroomSearch("texts/es/notes/lost.js",null,[0,[["",""]]])
