homeroomSearch("spelling","3fda838a",["#asi #como #gusta #llama 'en #nombre #palabra $or $regunta %imera #que %ien","##########'#"])
