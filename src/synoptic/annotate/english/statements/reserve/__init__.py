"""What people keep to themselves: silences, denials, what is left open, terms."""
