"""Feeds: RSS, Atom and JSON Feed, as files and as addresses that are asked again."""
