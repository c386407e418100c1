homeroomSearch("spelling","0b72833b",["#circulo #daily #good $uia #manana $inutes $orning #original #pass #ring #set $it $tone #ten %xto $hat %e $one $rust","################'##"])
