homeroomSearch("texts/es/about.js",null,[0,[["","accessibility privacy"]]])
