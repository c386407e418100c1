homeroomSearch("texts/prompts/p3.js",null,[0,[["",""]]])
