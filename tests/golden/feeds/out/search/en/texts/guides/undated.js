homeroomSearch("texts/guides/undated.js",null,[0,[["",""],["","Nothing."]]])
