# One word of the site's own over ours.
next = Adelante
