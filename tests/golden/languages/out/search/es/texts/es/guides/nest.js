homeroomSearch("texts/es/guides/nest.js",null,[0,[["","Un nido."],["","Build it"]]])
