homeroomSearch("cards/3","356cc5da",[["A review that is worked out","policies/computed/","",""],["Replaced","policies/old/","",""],["What made you smile?","prompts/smile/","",""]])
