homeroomSearch("cards/1","ba3a63db",[["What did somebody do for you this week, number 3?","prompts/p3/","",""],["What is said at the door","talks/door/","",""]])
