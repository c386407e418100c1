// the bare theme's own
