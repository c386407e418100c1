homeroomSearch("spelling","21231507",["#nao #prompt #the","###"])
