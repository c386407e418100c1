homeroomSearch("texts/prompts/one-two-or-three-words-for-today.js",null,[0,[["",""]]])
