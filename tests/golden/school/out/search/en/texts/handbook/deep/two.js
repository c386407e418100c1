homeroomSearch("texts/handbook/deep/two.js",null,[0,[["","Text & <b>bold</b>."]]])
