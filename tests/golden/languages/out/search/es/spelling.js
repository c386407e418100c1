homeroomSearch("spelling","e188faa4",["#build #confianza #guia #nada %ndues $est $ido #osos %trich #pagina $or $regunta #que #run","##'###########"])
