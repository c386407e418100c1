homeroomSearch("texts/policies/computed.js",null,[0,[["",""]]])
