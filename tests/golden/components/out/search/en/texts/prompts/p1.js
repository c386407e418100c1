homeroomSearch("texts/prompts/p1.js",null,[0,[["",""]]])
