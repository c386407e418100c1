homeroomSearch("texts/playbook/open.js",null,[0,[["",""]]])
