homeroomSearch("texts/index.js",null,[0,[["","A prompt of the first table, one of the list, and one that is a draft."]]])
