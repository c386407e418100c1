homeroomSearch("texts/playbook/closed.js",null,[0,[["",""]]])
