homeroomSearch("texts/guides.js",null,[0,[["",""]]])
