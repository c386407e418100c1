homeroomSearch("spelling","05159fb0",["#cloud #look #trust #حوار #دليل #سوال #عملي #غيمه %وم #لماذا","##########"])
