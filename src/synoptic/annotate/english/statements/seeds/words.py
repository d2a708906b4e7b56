"""Seeds in adjectives and prepositions: opposed to it, against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.seed import (
    Seed,
    governed,
    is_plain,
    prepositions,
    told_kinds,
    topic,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_SIDES: dict[str, Kind] = {
    "in:favor": "for",
    "in:favour": "for",
    "in:support": "for",
    "in:opposition": "against",
    "in:defence": "for",
    "in:defense": "for",
    "in:arm": "criticise",
    "in:uproar": "criticise",
    "in:praise": "praise",
    "on:fence": "undecided",
    "on:board": "for",
    "at:odds": "criticise",
}
_SET = frozenset("adamant bent committed dedicated insistent intent".split())
_PREDICATES = "attr acomp oprd".split()
_CLAUSES = "ROOT conj ccomp advcl acl relcl".split()


def by_adjective(tree: Tree, phrases: Phrases, word: int) -> Iterator[Seed]:
    """Yield the seeds in an adjective that says what somebody is."""
    words = lexicon()
    lemma = tree.whole_word(word)
    if tree.pos[word] == "VERB":
        lemma = tree.word(word).lower()  # "concerned", whose lemma is a verb's
        if tree.child(word, "agent", "dobj") is not None:
            return
    if tree.relation[word] not in (*_PREDICATES, *_CLAUSES):
        return
    is_verb = tree.pos[word] == "VERB" and tree.relation[word] not in _PREDICATES
    clause = word if is_verb else tree.head[word]
    actor = tree.head[word] if tree.relation[word] == "acl" else None
    felt = tree.child(clause, "dobj") if tree.relation[word] == "oprd" else None
    if felt is not None and felt < word and phrases.can_stand(felt):
        actor = felt  # "sought to calm fans nervous about it"
    for preposition in _behind(tree, word):
        key = f"{lemma}:{tree.lemma[preposition].lower()}"
        thing = tree.child(preposition, "pobj", "pcomp")
        for kind in told_kinds(words.adjective.get(key, frozenset())):
            if thing is None or (
                phrases.is_person(thing) and kind not in ("for", "against")
            ):
                continue
            deed = tree.pos[thing] == "VERB"
            judged = kind in ("criticise", "praise")
            if deed and not judged and not is_plain(tree, thing):
                inner = topic(tree, phrases, word)
                if inner is not None and kind in ("undecided", "silent"):
                    yield Seed(word, clause, inner, kind, actor=actor)
                continue
            form: Literal["phrase", "deed"] = "deed" if deed else "phrase"
            firm = (
                kind == "silent"
                or key in words["firm.preposition"]
                or (deed and (judged or lemma in _SET))
            )
            yield Seed(word, clause, thing, kind, actor=actor, firm=firm, form=form)
    if tree.child(word, "prep", "xcomp", "ccomp", "advcl") is None:
        for kind in told_kinds(words.adjective.get(f"{lemma}:-", frozenset())):
            if actor is None and tree.relation[word] in _PREDICATES:
                yield Seed(word, clause, None, kind)


def _behind(tree: Tree, word: int) -> Iterator[int]:
    """The prepositions behind an adjective; the parser may hang them on "be"."""
    yield from prepositions(tree, word)
    above = tree.head[word]
    said = tree.relation[word] in ("acomp", "oprd", "attr")
    if not said or tree.child(word, "prep") is not None:
        return
    yield from (c for c in tree.children[above] if c == word + 1 and _is_link(tree, c))


def _is_link(tree: Tree, token: int) -> bool:
    return tree.relation[token] == "prep" and tree.tag[token] == "IN"


def by_preposition(tree: Tree, phrases: Phrases, word: int) -> Iterator[Seed]:
    """Such as "is against the plan", "spoke in favour of raising it"."""
    lemma = tree.lemma[word].lower()
    above = tree.head[word]
    if tree.relation[word] != "prep" or above == word:
        return
    verb = tree.lemma[above].lower()
    if lemma == "against" and verb in ("be", "set"):
        for thing, form in governed(tree, phrases, word):
            if not phrases.is_person(thing):
                yield Seed(word, above, thing, "against", form=form)
    elsewhere = tree.child(above, "attr", "acomp") is not None or any(
        (tree.relation[c] == "prep" and c != word) or tree.word(c).lower() == "there"
        for c in tree.children[above]
    )
    whole = tree.child(above, "attr")
    elsewhere = elsewhere and (whole is None or tree.word(whole).lower() != "all")
    if lemma == "for" and verb == "be" and not elsewhere:
        subject = tree.child(above, "nsubj")
        somebody = subject is not None and phrases.is_person(subject)
        for thing, form in governed(tree, phrases, word):
            own = subject is not None and tree.word(subject).lower() in ("i", "we")
            told = own and not phrases.is_person(thing)
            if phrases.can_be_decided(thing) or told or (somebody and form == "deed"):
                firm = told or form == "deed"
                yield Seed(word, above, thing, "for", firm=firm, form=form)
    noun = tree.child(word, "pobj")
    if noun is None:
        return
    side = _SIDES.get(f"{lemma}:{tree.lemma[noun].lower()}")
    if noun and tree.lemma[noun].lower() == "arm" and verb != "up":
        return  # "held the child in arms"
    if side is None or (tree.left[noun] < noun and tree.child(noun, "poss")):
        return
    if tree.lemma[noun].lower() == "board" and tree.left[noun] < noun:
        return  # "on the board of the company"
    holds = above
    while tree.pos[holds] not in ("VERB", "AUX") and tree.head[holds] != holds:
        holds = tree.head[holds]
    if tree.pos[holds] not in ("VERB", "AUX") or tree.child(holds, "auxpass"):
        return
    behind = [p for p in prepositions(tree, noun) if p > noun]
    if not behind:
        behind = [p for p in tree.children[above] if p > noun and side == "undecided"]
    for preposition in behind[:1]:
        for thing, form in governed(tree, phrases, preposition):
            yield Seed(noun, holds, thing, side, form=form)
    if not behind and verb == "be":
        yield Seed(noun, holds, None, side)
