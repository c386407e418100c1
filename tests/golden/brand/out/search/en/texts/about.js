homeroomSearch("texts/about.js",null,[0,[["","Our words. accessibility privacy"]]])
