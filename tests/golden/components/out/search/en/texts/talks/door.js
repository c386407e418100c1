homeroomSearch("texts/talks/door.js",null,[0,[["","Good morning, Ana."]]])
