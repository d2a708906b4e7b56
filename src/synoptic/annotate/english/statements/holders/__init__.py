"""Whose stance it is: names behind phrases, pronouns and spokesmen."""
