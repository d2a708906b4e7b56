"""Passages: what is the same, edited, reworded, shared in part or only here."""
