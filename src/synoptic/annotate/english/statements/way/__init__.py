"""The way from a word up the parse to whose stance it is, and what becomes of it."""
