"""Reports and their annotations to a collation."""
