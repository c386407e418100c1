homeroomSearch("texts/policies/boundaries.js",null,[0,[["",""],["","May I? Thank them. It is kind & small."]]])
