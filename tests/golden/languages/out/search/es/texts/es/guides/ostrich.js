homeroomSearch("texts/es/guides/ostrich.js",null,[0,[["",""],["","Run"]]])
