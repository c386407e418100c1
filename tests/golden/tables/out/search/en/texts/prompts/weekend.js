homeroomSearch("texts/prompts/weekend.js",null,[0,[["","Say hello."],["","Line one\nline \"two\""]]])
