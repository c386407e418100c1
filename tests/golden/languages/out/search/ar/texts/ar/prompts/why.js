homeroomSearch("texts/ar/prompts/why.js",null,[0,[["",""]]])
