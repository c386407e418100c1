homeroomSearch("texts/prompts/why.js",null,[0,[["",""]]])
