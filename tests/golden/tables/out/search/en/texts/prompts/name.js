homeroomSearch("texts/prompts/name.js",null,[0,[["",""],["Why","A name is the “first word” of trust. one two"],["","Who calls you so? Since when?"]]])
