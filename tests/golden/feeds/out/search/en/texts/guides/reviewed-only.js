homeroomSearch("texts/guides/reviewed-only.js",null,[0,[["",""],["","Nothing."]]])
