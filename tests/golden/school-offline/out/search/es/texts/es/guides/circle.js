homeroomSearch("texts/es/guides/circle.js",null,[0,[["","Texto. Original."],["","Sit in a ring Good morning. Pass the stone"]]])
