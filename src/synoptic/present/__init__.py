"""Results drawn as page, terminal text and JSON."""
