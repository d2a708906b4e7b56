"""Report to annotations; one folder per language."""
