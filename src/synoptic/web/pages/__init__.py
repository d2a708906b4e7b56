"""One module for each page, with what can be done on it."""
