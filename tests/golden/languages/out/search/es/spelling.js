homeroomSearch("spelling","635781d5",["#build #confianza #guia #nada %ndues $est $ido #osos %trich #pagina $or $regunta #que #run","##'###########"])
