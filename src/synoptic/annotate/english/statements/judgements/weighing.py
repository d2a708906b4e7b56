"""Which of several words of worth in a clause tell of the clause's thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.tree import Tree
    from synoptic.model.positions import Lean

_WANTS = frozenset("await call demand need request require seek want".split())
_GRANTS = frozenset("help let enable allow permit make".split())
# what stands behind these tells of the thing: "would result in chaos"
_OF_IT = frozenset("as because in into of with without".split())
_LEADS = frozenset("add amount boil contribute descend lead".split())
_CAUSES = frozenset("cause formula ground reason recipe".split())
_PUTS = frozenset("leave place put".split())
_RESTS = frozenset("depend hinge rely rest".split())
# "on the wrong track", "at a bad time"
_PLACES = frozenset(
    "course direction foot ground level moment path place point reason side time "
    "track way".split()
)
_INSTEAD = (("rather", "than"), ("instead", "of"), ("opposed", "to"))
_TOLD = ("attr", "oprd", "ROOT", "ccomp", "acomp")
_OBJECTS = ("dobj", "nsubjpass")
_OTHER: dict[Lean, Lean] = {"for": "against", "against": "for"}


def weighed(
    tree: Tree, inside: Sequence[int], sides: dict[int, Lean]
) -> dict[int, Lean]:
    """The words that tell of the thing, without those that only tell of its parts.

    "Would end the chaos" tells good of it, "a great mistake" ill, and "a victory over
    bad men" nothing of the men.

    Args:
        tree: The parse.
        inside: The tokens of the clause, in order.
        sides: The words of worth among them, each with its own side.
    """
    kept = dict(sides)
    held = set(inside)
    for token, side in sides.items():
        above = tree.head[token]
        relation = tree.relation[token]
        if _is_apart(tree, held, token) or _is_instead(tree, inside, token):
            kept.pop(token, None)
        elif relation in ("amod", "advmod") and above in sides:
            # "a great mistake", "an empty victory"
            if side != sides[above]:
                kept.pop(token if side == "for" else above, None)
        elif tree.lemma[above].lower() in _WANTS and relation in _OBJECTS:
            kept.pop(token, None)
        elif _helps_ill(tree, token, sides):
            kept.pop(tree.head[above], None)
        elif _ends(tree, token):
            if tree.relation[token] == "amod" or above in sides:
                kept.pop(token, None)
            else:
                kept[token] = _OTHER[side]
        elif relation in _OBJECTS and above in sides:
            # "rewards failure" is ill, "undermines hope" is so already
            kept.pop(above if side == "against" else token, None)
        elif relation in ("xcomp", "ccomp") and above in sides:
            lets = tree.lemma[above].lower() in _GRANTS
            kept.pop(above if lets else token, None)
        elif tree.pos[token] != "PRON" and _is_below(tree, held, token, sides):
            kept.pop(token, None)
    return kept


def _is_apart(tree: Tree, held: set[int], token: int) -> bool:
    """Whether it stands in what only limits a noun or the whole."""
    at = token
    while at in held and tree.head[at] != at:
        above, relation = tree.head[at], tree.relation[at]
        if relation == "relcl" and above in held and not _tells(tree, at, above):
            return True
        if relation == "agent":
            return True
        if relation == "prep" and at != token and _limits(tree, at, token):
            return True
        if relation == "conj" and tree.child(at, "det") is not None:
            return False  # the parser joins it to the wrong noun
        if relation in ("acl", "relcl") and tree.lemma[above].lower() == "time":
            return True  # "time to mend it"
        at = above
    return False


def _limits(tree: Tree, link: int, token: int) -> bool:
    """Whether what stands behind a preposition is when, where or for whom it is."""
    lemma, over = tree.lemma[link].lower(), tree.lemma[tree.head[link]].lower()
    if lemma in _OF_IT or (lemma == "to" and over in _LEADS):
        return False
    if lemma in ("but", "than") and _is_little(tree, link, token):
        return False  # "nothing but trouble", "little more than a stunt"
    if lemma == "by" and tree.child(link, "pcomp") is not None:
        return False
    if tree.head[token] == link and over in _PUTS:
        return False
    if (lemma == "for" and over in _CAUSES) or (lemma == "on" and over in _RESTS):
        return False
    if tree.head[token] == link:
        return tree.pos[token] not in ("ADJ", "ADV")  # "for the better"
    return tree.lemma[tree.head[token]].lower() not in _PLACES


def _is_little(tree: Tree, link: int, token: int) -> bool:
    near = (tree.word(t).lower() for t in (*range(max(0, link - 2), link), token))
    return not {"nothing", "little"}.isdisjoint(near)


def _tells(tree: Tree, clause: int, noun: int) -> bool:
    """Whether a relative clause tells of the thing: "in words that endanger us"."""
    subject = tree.child(clause, "nsubj")
    own = subject is not None and tree.tag[subject] in ("WDT", "WP")
    held = tree.relation[noun] == "pobj" and tree.relation[tree.head[noun]] == "prep"
    return _is_told(tree, noun) or (own and not held)


def _is_told(tree: Tree, noun: int) -> bool:
    """Whether it is what the thing is said to be, or what that is of."""
    link = tree.head[noun]
    if tree.relation[noun] == "pobj" and tree.lemma[link].lower() == "of":
        return _is_told(tree, tree.head[link])
    return tree.relation[noun] in _TOLD


def _is_instead(tree: Tree, inside: Sequence[int], token: int) -> bool:
    """Whether it stands behind "rather than": what the thing is not."""
    for t in inside:
        if t >= token - 1 or t + 1 >= len(tree.head):
            continue
        if (tree.word(t).lower(), tree.word(t + 1).lower()) in _INSTEAD:
            return True
    return False


def _ends(tree: Tree, token: int) -> bool:
    """Whether it is what is to be mended: "to resolve the errors"."""
    at = tree.head[token] if tree.relation[token] == "amod" else token
    above = tree.head[at]
    less = tree.child(above, "prt")  # "bring down the costs"
    ends = tree.lemma[above].lower() in lexicon()["worth.ends"] or (
        less is not None and tree.lemma[less].lower() == "down"
    )
    return ends and tree.relation[at] in ("dobj", "pobj")


def _helps_ill(tree: Tree, token: int, sides: dict[int, Lean]) -> bool:
    """Whether it is ill what is done good: "rewards the worst boats"."""
    noun = tree.head[token]
    verb = tree.head[noun]
    return (
        sides[token] == "against"
        and tree.relation[token] == "amod"
        and tree.relation[noun] == "dobj"
        and sides.get(verb) == "for"
        and tree.lemma[verb].lower() not in lexicon()["worth.ends"]
    )


def _is_below(tree: Tree, held: set[int], token: int, sides: dict[int, Lean]) -> bool:
    """Whether a word of worth stands over it: "a victory for honest men"."""
    at = token
    while at in held and tree.head[at] in held and tree.head[at] != at:
        joined = tree.relation[at] == "conj"
        at = tree.head[at]
        if at in sides and not joined:
            return True
        if joined:
            return False
    return False
