"""How far two phrases can name one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.collate.positions.items import GENERIC, stem_of
from synoptic.text.rarity import bits

if TYPE_CHECKING:
    from synoptic.collate.positions.items import Item

_FAMILIES = (
    "bill measure legislation law act resolution package",
    "deal agreement accord compromise settlement framework pact",
    "plan proposal idea scheme initiative",
)
_FAMILY = {
    stem_of(form): number
    for number, words in enumerate(_FAMILIES)
    for word in words.split()
    for form in (word, f"{word}s")
}
# to be for a vote on a bill, or to grant a request for it, is not to be for the bill
_NOT_THE_THING = frozenset(
    map(
        stem_of,
        "vote request call demand statement remark comment response answer".split(),
    )
)
# what is said or decided of a thing
_ABOUT = frozenset(
    map(
        stem_of,
        "ruling decision verdict judgment judgement opinion order lawsuit suit case "
        "challenge appeal veto letter report debate hearing".split(),
    )
)
_COMMON_BITS = 6.0  # words as frequent as "day" tell no two things apart
_MOST_BITS = 14.0
_LEAST_PREFIX = 4
_LEAST_OF_RICHER = 0.2


def weight(stems: frozenset[str]) -> float:
    """How much a phrase tells, in bits; words for any such thing tell little."""
    return sum(_bits(s) for s in stems)


def _bits(word: str) -> float:
    if word in GENERIC or word.isdigit():
        return 1.0
    return max(0.5, min(bits(word), _MOST_BITS) - _COMMON_BITS)


def likeness(a: Item, b: Item) -> float:
    """How far two phrases can name one thing: 0.0 (not) to 1.0.

    The share, in bits, of the poorer phrase that stands in the richer; nothing when
    one is the undoing of what the other is, when they are told to be two people's, when
    one is somebody or something and the other only about it ("the ruling on the law"),
    or when the head of neither stands in the other. Whose a thing is does not count:
    "the council's toll" is the toll, and not the council.
    """
    if a.undoing != b.undoing or a.another != b.another or a.person != b.person:
        return 0.0
    if _is_about(a, b) or _is_about(b, a):
        return 0.0
    if a.owner and b.owner and not a.owner & b.owner:
        return 0.0
    told = {s for s in a.core if _stands_in(s, b.core)} - GENERIC
    if not told:
        return 0.0
    heads = (_any_kind(a) or _stands_in(a.head, b.core)) and (
        _any_kind(b) or _stands_in(b.head, a.core)
    )
    if not heads and not (a.head in told or b.head in told):
        return 0.0
    ours, theirs = weight(a.core - GENERIC), weight(b.core - GENERIC)
    shared = weight(frozenset(told))
    # a rich phrase of which little is shared is another matter
    if not min(ours, theirs) or shared / max(ours, theirs) < _LEAST_OF_RICHER:
        return 0.0
    share = min(1.0, shared / min(ours, theirs))
    return share if heads else 0.5 * share


def _is_about(a: Item, b: Item) -> bool:
    if a.head == b.head or a.head not in _ABOUT or a.head in b.core:
        return False
    return b.head in a.core


def kinds(head: str) -> tuple[str, ...]:
    """A head, and the family of words that may stand for one another."""
    family = _FAMILY.get(head)
    return (head,) if family is None else (head, f"family {family}")


def _any_kind(item: Item) -> bool:
    return item.head in GENERIC and not item.deed and item.head not in _NOT_THE_THING


def _stands_in(word: str, stems: frozenset[str]) -> bool:
    """Whether a stem, or a compound that begins with it, is among the stems."""
    return word in stems or any(
        min(len(word), len(other)) >= _LEAST_PREFIX
        and word not in GENERIC
        and other not in GENERIC
        and (other.startswith(word) or word.startswith(other))
        for other in stems
    )
