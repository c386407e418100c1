homeroomSearch("texts/policies/ahead.js",null,[0,[["",""]]])
