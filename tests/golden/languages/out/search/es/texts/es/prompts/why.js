homeroomSearch("texts/es/prompts/why.js",null,[0,[["",""]]])
