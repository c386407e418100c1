homeroomSearch("texts/policies/old.js",null,[0,[["",""]]])
