homeroomSearch("spelling","46c82779",["#build #cloud (s #deutsch #guide #how #look #nest 's $ote #ostrich *es #page $lay $rompt #run #trust #why","####)#######'#'#'#"])
