"""Those who are only told by how many: "some", "many", "others"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.model import Span, Speaker

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.holders.antecedents import Antecedents
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_PARTS = {
    "some": "some",
    "many": "many",
    "several": "several",
    "most": "most",
    "few": "few",
    "others": "other",
}
_NAMING = ("compound", "amod", "nmod")
_COUNTS = frozenset(
    "many several few some most other dozen score hundred thousand".split()
)


def is_part(tree: Tree, head: int) -> bool:
    """Whether a phrase tells only how many: "some", not "some farmers"."""
    if tree.word(head).lower() not in _PARTS:
        return False
    return not any(tree.relation[c] in ("prep", "relcl") for c in tree.children[head])


def part_of(
    tree: Tree, head: int, antecedents: Antecedents, phrases: Phrases
) -> Speaker | None:
    """The several spoken of before, as a part: "some" of them; None: nobody is."""
    whole = antecedents.group(head)
    while whole is not None and is_part(tree, whole):
        whole = antecedents.group(whole)  # "some backed it, others did not"
    of = None if whole is None else phrases.parted(whole)
    whole = of if of is not None and tree.tag[of] in ("NNS", "NNPS") else whole
    if whole is None or tree.tag[whole] not in ("NNS", "NNPS"):
        return None
    first = whole
    for child in reversed([c for c in tree.children[whole] if c < whole]):
        naming = tree.relation[child] in _NAMING and tree.lemma[child] not in _COUNTS
        if not naming or tree.right[child] != first - 1:
            break
        first = tree.left[child]
    named = tree.text[tree.start[first] : tree.end[whole]]
    span = Span(phrases.span(head).start, tree.end[head])
    part = _PARTS[tree.word(head).lower()]
    return Speaker(span, f"{part} {' '.join(named.split())}", 0.6, "a part of several")
