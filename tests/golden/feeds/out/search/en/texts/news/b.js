homeroomSearch("texts/news/b.js",null,[0,[["","A paragraph."]]])
