homeroomSearch("spelling","01e8adfd",["#cloud #look #trust #حوار #دليل #سوال #عملي #غيمه %وم #لماذا","##########"])
