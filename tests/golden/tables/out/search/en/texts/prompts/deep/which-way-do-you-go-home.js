homeroomSearch("texts/prompts/deep/which-way-do-you-go-home.js",null,[0,[["",""]]])
