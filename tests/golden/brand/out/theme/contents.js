the program's own
