homeroomSearch("texts/ar/guides/cloud.js",null,[0,[["","غيمة."],["","Look up"]]])
