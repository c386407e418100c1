homeroomSearch("texts/guides/door.js",null,[0,[["",""],["","Stand at the door. Hello."]]])
