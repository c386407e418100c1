homeroomSearch("cards/1","136b70af",[["Undated","guides/undated/","It stands in no feed."," steps"],["A of one day","news/a/","",""],["B of one day","news/b/","",""]])
