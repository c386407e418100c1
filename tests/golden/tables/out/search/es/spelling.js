homeroomSearch("spelling","0325ac0c",["#asi #como #gusta #llama 'en #nombre #palabra $or $regunta %imera #que %ien","##########'#"])
