homeroomSearch("texts/vi/prompts/how.js",null,[0,[["",""]]])
