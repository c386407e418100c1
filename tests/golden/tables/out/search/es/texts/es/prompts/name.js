homeroomSearch("texts/es/prompts/name.js",null,[0,[["",""],["Por qué","Un nombre es la “primera palabra”."],["","¿Quién te llama así?"]]])
