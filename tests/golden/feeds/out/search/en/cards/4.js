homeroomSearch("cards/4","136b70af",[["A review that is worked out","policies/computed/","",""],["Replaced","policies/old/","",""],["What made you smile?","prompts/smile/","",""]])
