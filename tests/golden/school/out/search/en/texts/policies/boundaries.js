homeroomSearch("texts/policies/boundaries.js",null,[0,[["",""],["Channels","Said here as well."],["","Q D W"]]])
