homeroomSearch("texts/guides/2x10.js",null,[0,[["",""],["","Talk"]]])
