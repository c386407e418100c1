homeroomSearch("texts/prompts/weekend.js",null,[0,[["",""]]])
