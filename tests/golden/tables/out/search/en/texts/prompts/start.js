homeroomSearch("texts/prompts/start.js",null,[0,[["",""]]])
