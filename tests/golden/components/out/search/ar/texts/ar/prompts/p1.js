homeroomSearch("texts/ar/prompts/p1.js",null,[0,[["",""]]])
