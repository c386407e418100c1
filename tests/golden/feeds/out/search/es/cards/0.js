homeroomSearch("cards/0","3c81deeb",[["Saludar, a la puerta","es/guides/door/","Un nombre y una sonrisa."," steps"],["Priorizar, en todas partes","es/playbook/first/",""," checklist milestones"]])
