"""Shared passages in corpora with planted copies: how fast, how complete, how exact."""
