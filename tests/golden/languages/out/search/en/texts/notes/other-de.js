homeroomSearch("texts/notes/other-de.js",null,[0,[["",""]]])
