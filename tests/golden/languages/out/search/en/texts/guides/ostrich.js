homeroomSearch("texts/guides/ostrich.js",null,[0,[["",""],["","Run"]]])
