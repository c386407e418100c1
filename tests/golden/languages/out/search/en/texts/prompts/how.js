homeroomSearch("texts/prompts/how.js",null,[0,[["",""]]])
