"""Seeds of statements: the words that carry a stance, each with what it is about."""
