homeroomSearch("spelling","9a7b79d2",["#nao #prompt #the","###"])
