homeroomSearch("texts/prompts/p2.js",null,[0,[["",""]]])
