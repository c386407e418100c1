homeroomSearch("words/0","21231507",[["nao","prompt","the"],["#($","#7&","#(#"]])
