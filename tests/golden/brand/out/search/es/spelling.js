homeroomSearch("spelling","3f7ff701",["#accessibility %erca #pagina $rivacy","####"])
