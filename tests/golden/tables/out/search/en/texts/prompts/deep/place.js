homeroomSearch("texts/prompts/deep/place.js",null,[0,[["",""],["Before you ask","Not every home is a safe place."],["","What does it smell like?"]]])
