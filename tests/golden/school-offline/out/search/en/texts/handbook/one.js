homeroomSearch("texts/handbook/one.js",null,[0,[["","With another."]]])
