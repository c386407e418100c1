homeroomSearch("cards/2","136b70af",[["No start","playbook/closed/","",""],["Prioritise, everywhere","playbook/first/",""," checklist checklist-part milestones"],["No end","playbook/open/","",""]])
