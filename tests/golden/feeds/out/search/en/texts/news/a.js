homeroomSearch("texts/news/a.js",null,[0,[["",""]]])
