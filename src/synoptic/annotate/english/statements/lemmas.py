"""The parse with its lemmas and relations set right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from synoptic.annotate.english.tree import Tree

# the parser knows short verbs with a straight mark alone
_SHORT = {
    "’": "be",
    "’s": "be",
    "’re": "be",
    "’m": "be",
    "’ve": "have",
    "’ll": "will",
    "’d": "would",
}


def with_lemmas(tree: Tree) -> Tree:
    """The tree with lemmas set right, those of "Senators" and "Democrats" too.

    What stands behind a short "be" is what somebody is said to be, no object.
    """
    wrong = lexicon().lemmas
    lemmas = [
        one.removesuffix("s")
        if tag == "NNPS"
        else _SHORT.get(one, one)
        if pos in ("VERB", "AUX") and one.startswith("’")
        else wrong.get(one, one)
        for one, tag, pos in zip(tree.lemma, tree.tag, tree.pos, strict=True)
    ]
    relations = tuple(
        "attr" if one == "dobj" and lemmas[above] == "be" else one
        for one, above in zip(tree.relation, tree.head, strict=True)
    )
    return replace(tree, lemma=tuple(lemmas), relation=relations)
