homeroomSearch("cards/0","5432e4d3",[["Saludar, a la puerta","es/guides/door/","Un nombre y una sonrisa."," steps"],["Priorizar, en todas partes","es/playbook/first/",""," checklist milestones"]])
