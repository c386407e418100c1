homeroomSearch("texts/guides/circle.js",null,[0,[["",""],["","Sit in a circle. Welcome."]]])
