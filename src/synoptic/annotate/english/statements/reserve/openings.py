"""What is left open: on the table, under review, not decided, not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.seed import asks, topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_COURSES = frozenset(
    "on:table under:consideration under:discussion under:review under:study "
    "under:evaluation up:air in:air".split()
)
_CHANCES = frozenset("option possibility alternative step choice consideration".split())
_OPEN_STILL = frozenset(
    "a an the another one still next real distinct live possible viable".split()
)
_KNOW = frozenset("know sure certain".split())
_SAY = frozenset("say tell know comment decide".split())
_EARLY = frozenset("early soon premature".split())
_AHEAD = frozenset("will would should could might can shall may to".split())
_OWN = frozenset("i we he she they".split())
_LOOKS = frozenset("study review examine consider".split())
_LIKES = frozenset("like want need".split())


@dataclass(frozen=True, slots=True)
class Opening:
    """A thing left open.

    Attributes:
        verb: The verb that says so.
        target: Head of the thing; None: what was last spoken of.
    """

    verb: int
    target: int | None


def find_openings(tree: Tree, phrases: Phrases) -> Iterator[Opening]:
    """Yield what a speaker leaves open without a word of his own will."""
    for verb in range(len(tree.head)):
        if tree.pos[verb] not in ("VERB", "AUX"):
            continue
        found = (
            _in_course(tree, phrases, verb)
            or _a_chance(tree, phrases, verb)
            or _none_made(tree, phrases, verb)
            or _unknown(tree, phrases, verb)
            or _to_study(tree, phrases, verb)
        )
        if found is not None:
            yield found


def _in_course(tree: Tree, phrases: Phrases, verb: int) -> Opening | None:
    """Such as "a strike is on the table", "the sale is under review"."""
    thing = tree.child(verb, "nsubj")
    if tree.lemma[verb] not in ("be", "remain", "stay") or thing is None:
        return None
    for link in tree.children[verb]:
        noun = tree.child(link, "pobj") if tree.relation[link] == "prep" else None
        if noun is None:
            continue
        key = f"{tree.lemma[link].lower()}:{tree.lemma[noun].lower()}"
        none = tree.word(thing).lower() == "nothing" and key == "off:table"
        if none:
            return Opening(verb, None)
        if key in _COURSES and not (is_negated(tree, verb) or phrases.can_stand(thing)):
            return Opening(verb, thing)
    return None


def _a_chance(tree: Tree, phrases: Phrases, verb: int) -> Opening | None:
    """Such as "a strike may be the next step", "a sale is still a possibility"."""
    thing, said = tree.child(verb, "nsubj", "csubj"), tree.child(verb, "attr")
    if tree.lemma[verb] not in ("be", "remain") or thing is None or said is None:
        return None
    if tree.lemma[said].lower() not in _CHANCES or is_negated(tree, verb):
        return None
    helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    open_still = tree.lemma[said].lower() in ("option", "possibility") or (
        helpers & lexicon()["weak.modal"]
    )
    # "a disturbing possibility" judges, "the only option" leaves none
    told = {tree.word(c).lower() for c in tree.children[said] if c < said}
    if not open_still or told - _OPEN_STILL or phrases.is_person(thing):
        return None
    return Opening(verb, thing)


def _none_made(tree: Tree, phrases: Phrases, verb: int) -> Opening | None:
    """Such as "no decision has been made on the sale"."""
    made = tree.child(verb, "nsubjpass")
    if made is None or tree.lemma[made].lower() not in ("decision", "determination"):
        return None
    if not is_negated(tree, verb) and tree.word(tree.left[made]).lower() != "no":
        return None
    return Opening(verb, topic(tree, phrases, verb) or topic(tree, phrases, made))


def _unknown(tree: Tree, phrases: Phrases, verb: int) -> Opening | None:
    """Such as "I don't know what we should do", "it is too early to say whether"."""
    lemma, knows = tree.lemma[verb].lower(), verb
    if lemma == "be":
        knows = tree.child(verb, "acomp") or verb
        early = tree.lemma[knows].lower() in _EARLY
        said = tree.child(knows, "xcomp") or tree.child(verb, "xcomp")
        if early and said is not None and tree.lemma[said].lower() in _SAY:
            thing = topic(tree, phrases, said)
            return None if thing is None else Opening(verb, thing)
    who = tree.child(verb, "nsubj")
    if tree.lemma[knows].lower() not in _KNOW or who is None:
        return None
    if tree.word(who).lower() not in _OWN or not is_negated(tree, verb):
        return None
    clause = tree.child(knows, "ccomp", "advcl")
    if clause is None or not asks(tree, clause):
        return None
    if not {tree.lemma[c].lower() for c in tree.children[clause]} & _AHEAD:
        return None
    whose = tree.child(clause, "nsubj", "nsubjpass")
    named = whose is not None and tree.pos[whose] == "NOUN"
    thing = whose if named and not phrases.can_stand(whose or 0) else None
    thing = thing or topic(tree, phrases, knows)
    return None if thing is None else Opening(verb, thing)


def _to_study(tree: Tree, phrases: Phrases, verb: int) -> Opening | None:
    """Such as "I'd like to study it"."""
    above, thing = tree.head[verb], tree.child(verb, "dobj")
    if tree.lemma[verb].lower() not in _LOOKS or thing is None:
        return None
    who = tree.child(above, "nsubj")
    wanted = tree.relation[verb] == "xcomp" and tree.lemma[above].lower() in _LIKES
    if not wanted or who is None or tree.word(who).lower() not in ("i", "we"):
        return None
    known = phrases.is_bare(thing) or phrases.can_be_decided(thing)
    return Opening(above, thing) if known else None
