homeroomSearch("words/0","9a7b79d2",[["nao","prompt","the"],["#($","#7&","#(#"]])
