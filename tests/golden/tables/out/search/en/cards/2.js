homeroomSearch("cards/2","34bb0dfe",[["Today I am proud of …","prompts/start/","",""],["Who was with you; at the weekend?","prompts/weekend/",""," answer-first"]])
