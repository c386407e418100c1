homeroomSearch("cards/1","985b8708",[["Two","handbook/deep/two/","",""],["A page without front matter","handbook/one/","",""],["Boundaries","policies/boundaries/",""," channels"]])
