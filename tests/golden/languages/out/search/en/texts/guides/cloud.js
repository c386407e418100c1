homeroomSearch("texts/guides/cloud.js",null,[0,[["","A cloud."],["","Look up"]]])
