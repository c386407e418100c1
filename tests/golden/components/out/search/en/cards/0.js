homeroomSearch("cards/0","d2c4927c",[["Charts","","",""],["Parts","parts/",""," definitions-and-formulas"],["What did somebody do for you this week, number 1?","prompts/p1/","",""]])
