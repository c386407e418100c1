homeroomSearch("texts/prompts/smile.js",null,[0,[["",""]]])
