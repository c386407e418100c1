homeroomSearch("cards/0","46c82779",[["Clouds","guides/cloud/","A cloud."," steps"],["Nests","guides/nest/","A nest."," steps"],["Ostriches","guides/ostrich/","An ostrich."," steps"]])
