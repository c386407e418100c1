homeroomSearch("texts/guides/nest.js",null,[0,[["","A nest."],["","Build it"]]])
