"""Pure string work: decode, split, tokens, rarity, alignment, vectors."""
