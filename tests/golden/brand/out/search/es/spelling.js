homeroomSearch("spelling","97886c24",["#accessibility %erca #pagina $rivacy","####"])
