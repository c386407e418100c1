homeroomSearch("spelling","0e5b0a64",["#circulo #daily #good $uia #manana $inutes $orning #original #pass #ring #set $it $tone #ten %xto $hat %e $one $rust","################'##"])
