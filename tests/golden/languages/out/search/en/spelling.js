homeroomSearch("spelling","36cf1249",["#build #cloud (s #deutsch #guide #how #look #nest 's $ote #ostrich *es #page $lay $rompt #run #trust #why","####)#######'#'#'#"])
