"""A seed of a statement, and how verbs and prepositions are read for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from synoptic.annotate.english.people.lexicon import people
from synoptic.annotate.english.statements.lexicon import Kind, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_PARTICLES = ("down", "out", "off", "up", "over")
_ABOUT = frozenset("on about regarding concerning for over of".split())
_PARTICULARS = frozenset(
    "term price cost amount size content contents identity whereabouts nature timing "
    "extent scope value".split()
)
_SEEKS = frozenset("ask seek inquire".split())
_WHICH = frozenset("which what how".split())
_QUESTIONS = frozenset("if whether what which whom how why when where".split())
_EXACTLY = frozenset("exactly precisely specifically just".split())
_DISCUSSES = frozenset(
    "discuss address detail disclose confirm describe reveal divulge specify mention "
    "release outline".split()
)
_ANSWERS = frozenset("respond reply commit answer".split())
_SHARES = frozenset("all some both most much any each one many part".split())
_NEAR = 3
_REMOVES = frozenset(
    "abolish ban defund disband dismantle end leave quit remove scrap suspend".split()
)
_PLACED = frozenset("leave quit".split())  # "left Merrow" says nothing
_HOLDS = frozenset("think pause hesitate".split())
_MIND = frozenset(
    "be have do see go know say tell remember understand realize realise imagine note "
    "notice watch listen wonder learn".split()
)
HEEDED = frozenset(
    "attention heed care note time mind look place chance listen".split()
)
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_WAYS = frozenset(
    "up down ahead forward out back through away aside off again open closed "
    "home".split()
)


@dataclass(frozen=True, slots=True)
class Seed:
    """A word that carries a stance.

    Attributes:
        token: The word.
        clause: The verb whose subject holds the stance, as far as it is one step.
        target: Head of what it is about; None: not there.
        kind: What the word says; `same`: what was said before.
        actor: Head of the holder where the word's own frame gives it.
        firm: Whether the word alone makes its target a proposal.
        form: `deed`: the target is a verb phrase.
        condition: Head of what the target is tied to.
        willed: Whether the clause is a wish that it be done.
    """

    token: int
    clause: int
    target: int | None
    kind: Kind | Literal["tie", "same"]
    actor: int | None = None
    firm: bool = True
    form: Literal["phrase", "deed"] = "phrase"
    condition: int | None = None
    willed: bool = False


def told_kinds(kinds: frozenset[Kind]) -> tuple[Kind, ...]:
    """The kinds that count by themselves: "reject" is more than to undo."""
    if "for" in kinds and "undo" in kinds:
        return ("for",)
    if "against" in kinds:
        return ("against",)
    if "for" in kinds and "handle" in kinds:
        return ("for",)
    return tuple(sorted(kinds))


def kinds_of_verb(tree: Tree, verb: int) -> frozenset[Kind]:
    """What a verb says of its object: to "leave it alone" is not to leave it."""
    lemma = tree.lemma[verb].lower()
    if lemma == "leave" and _left_as_it_is(tree, verb):
        return frozenset()
    return lexicon().object.get(lemma, frozenset())


def kinds_with_particle(tree: Tree, verb: int) -> frozenset[Kind]:
    """What a verb, with its particle, says of what it governs."""
    words = lexicon()
    lemma, particle = tree.lemma[verb].lower(), tree.child(verb, "prt")
    if particle is None:
        return kinds_of_verb(tree, verb)
    key = f"{lemma}:{tree.lemma[particle].lower()}"
    return words.preposition.get(key, frozenset())


def is_for_sale(tree: Tree, verb: int, thing: int) -> bool:
    """Such as "insurers that offer plans", not "offered a plan"."""
    return tree.lemma[verb].lower() == "offer" and tree.tag[thing] == "NNS"


def _left_as_it_is(tree: Tree, verb: int) -> bool:
    """Such as "leave the toll alone", "leave the law in place"."""
    own = tree.child(verb, "dobj")
    near = [*tree.children[verb], *(() if own is None else tree.children[own])]
    behind = {tree.word(c).lower() for c in near if c > verb}
    held = any(
        tree.word(c).lower() in ("in", "as") and tree.child(c, "pobj") != own
        for c in near
        if c > verb and tree.relation[c] == "prep"
    )
    return held or not behind.isdisjoint(("alone", "intact", "unchanged", "untouched"))


def with_particle(tree: Tree, verb: int) -> bool:
    """Whether "down" or "out" makes another verb of it."""
    return any(
        tree.relation[c] == "prt" and tree.lemma[c].lower() in _PARTICLES
        for c in tree.children[verb]
    )


def prepositions(tree: Tree, token: int, thing: int | None = None) -> Iterator[int]:
    """Prepositions behind a word: its own, its particle's, its object's."""
    for child in tree.children[token]:
        if child < token:
            continue
        held = tree.relation[child] == "prt" and tree.child(child, "pobj") is not None
        if tree.relation[child] in ("prep", "dative", "agent") or held:
            yield child
            yield from (c for c in tree.children[child] if tree.relation[c] == "prep")
        elif tree.relation[child] in ("prt", "advmod", "acomp") or child == thing:
            yield from (c for c in tree.children[child] if tree.relation[c] == "prep")
        if child == thing and (state := tree.child(child, "amod")) is not None:
            # "left the door open to it"
            behind = [c for c in tree.children[state] if state > child]
            yield from (c for c in behind if tree.relation[c] == "prep")


def objects(tree: Tree, verb: int, phrases: Phrases) -> list[int]:
    """The objects of a verb, joined ones too, or those of the verb joined to it."""
    own = tree.child(verb, "dobj")
    if tree.lemma[verb] in ("present", "provide"):
        given = next(
            (c for c in tree.children[verb] if tree.lemma[c] == "with" and c > verb),
            None,
        )
        own = own if given is None else tree.child(given, "pobj")
    if own is None and tree.child(verb, "dative") is not None:
        own = tree.child(verb, "npadvmod")  # "offered the town a truce"
    if own is not None and tree.word(own) in _DAYS:
        own = tree.child(own, "det") or own  # "rejected that Tuesday"
    form = None if own is None else _in_the_form(tree, verb)
    own = form or own
    if own is None:
        joined = [c for c in tree.children[verb] if tree.relation[c] == "conj"]
        if (
            joined
            and tree.pos[joined[0]] == "VERB"
            and tree.left[joined[0]] <= verb + _NEAR
            and not any(tree.relation[c] == "punct" for c in tree.children[verb])
        ):
            own = tree.child(joined[0], "dobj")
    linked = own is not None and own < verb and tree.tag[own] in ("WDT", "WP")
    if own is None or (linked and tree.relation[verb] != "relcl"):
        return _before(tree, verb)
    if own < verb and tree.relation[verb] != "relcl":
        return []
    own = _part_of(tree, own)
    found: list[int] = []
    while own is not None and (
        not found
        or (tree.pos[own] in ("NOUN", "PROPN") and not _is_somebody(tree, phrases, own))
    ):
        found.append(own)
        own = tree.child(own, "conj")
    return found


def _before(tree: Tree, verb: int) -> list[int]:
    """What stands before: "a plan he opposes", "a plan he has declined to sign"."""
    top = verb
    while tree.relation[top] == "xcomp" and tree.head[top] < top:
        top = tree.head[top]
    subject = tree.child(top, "nsubj")
    if tree.relation[top] != "relcl" or subject is None:
        return []
    if tree.child(verb, "xcomp", "ccomp") is not None:
        return []  # "a report that she is weighing closing it"
    held = tree.tag[subject] not in ("WDT", "WP") and (
        top == verb or tree.child(top, "dobj", "dative") is None
    )
    return [tree.head[top]] if held and tree.child(verb, "prep") is None else []


def _in_the_form(tree: Tree, verb: int) -> int | None:
    """What it comes to: "an olive branch in the form of lower fares"."""
    for preposition in prepositions(tree, verb, tree.child(verb, "dobj")):
        form = tree.child(preposition, "pobj")
        if form is None or tree.lemma[form].lower() not in ("form", "shape"):
            continue
        if tree.lemma[preposition].lower() != "in":
            continue  # "a ban on all forms of it"
        of = tree.child(form, "prep")
        return None if of is None else tree.child(of, "pobj")
    return None


def _part_of(tree: Tree, noun: int | None) -> int | None:
    """What a bare "all" or "some" is of: "all of those records"."""
    if noun is None or tree.lemma[noun].lower() not in _SHARES:
        return noun
    link = tree.child(noun, "prep")
    if link is None or tree.lemma[link].lower() != "of":
        return noun
    return tree.child(link, "pobj")


def _is_somebody(tree: Tree, phrases: Phrases, noun: int) -> bool:
    """Whether it names people: "its sponsor", "its critics" too."""
    return phrases.can_stand(noun) or tree.lemma[noun].lower() in sides()


def sides() -> frozenset[str]:
    """Words for who is on a side: "its backers", "critics of the plan"."""
    words = lexicon()
    return words["actor.for"] | words["actor.against"]


def governed(
    tree: Tree, phrases: Phrases, preposition: int, *, undoing: bool = False
) -> Iterator[tuple[int, Literal["phrase", "deed"]]]:
    """What a preposition is about: phrases, joined ones too, or a deed.

    With `undoing` a deed that ends a thing too: "warned against ending the ban".
    """
    thing = tree.child(preposition, "pobj")
    while thing is not None:
        yield thing, "phrase"
        thing = tree.child(thing, "conj")
        if thing is not None and phrases.can_stand(thing):
            return
    deed = tree.child(preposition, "pcomp")
    if deed is None or tree.tag[deed] != "VBG":
        return
    undone = undoing and tree.lemma[deed].lower() in lexicon()["undo.object"]
    if undone or is_plain(tree, deed):
        yield deed, "deed"


def is_plain(tree: Tree, verb: int) -> bool:
    """Whether the verb is none that says itself where somebody stands."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    own = tree.child(verb, "dobj", "nsubjpass")
    if own is None and is_whole(tree, verb):
        return True
    if lemma == "allow" and tree.child(verb, "auxpass") and tree.child(verb, "xcomp"):
        return True  # "should be allowed to lapse"
    made = tree.child(verb, "xcomp")
    if lemma in words["operator.allow"] and own is not None and made is not None:
        return True  # "warned against requiring shops to close"
    if own is not None and lemma in _REMOVES and _is_named(tree, own):
        # "voted to remove the judge": nobody is against a judge as such
        return lemma not in _PLACED or tree.child(own, "det") is not None
    if lemma in _MIND:
        return False
    if tree.pos[verb] != "VERB" or lemma in words.object:
        return False
    if own is not None and _in_an_idiom(tree, verb, own):
        return False
    leads = tree.child(verb, "xcomp", "ccomp") or tree.child(verb, "prep") is None
    if lemma in words["operator.keep"] | words["operator.urge"] and not own and leads:
        return False
    if lemma in words["silent.verb"] | words["operator.refuse"] and own is None:
        return False
    if lemma in words["light.verb"] and own is not None and _is_side(tree, own):
        return False
    if lemma in words["operator.delay"]:
        return False
    return not any(
        f"{lemma}:{tree.lemma[p].lower()}" in words.preposition
        for p in prepositions(tree, verb)
    )


def _is_named(tree: Tree, noun: int) -> bool:
    """Whether it is somebody or a body by name or post: "him", "the judge"."""
    lemma = tree.lemma[noun].lower()
    if lemma in lexicon()["proposal.noun"]:
        return False  # "repeal the Ferry Act"
    named = tree.pos[noun] == "PROPN" or tree.word(noun).lower() in ("him", "her")
    return named or lemma in people().roles


def _is_side(tree: Tree, noun: int) -> bool:
    """Whether it is somebody's stand: "affirm his support for it"."""
    kinds = lexicon().noun.get(tree.lemma[noun].lower(), frozenset())
    return bool(kinds & {"for", "against"}) and tree.child(noun, "prep") is not None


def is_twice(tree: Tree, verb: int) -> bool:
    """Whether it is "should think twice", "ought to pause before"."""
    behind = {tree.word(c).lower() for c in tree.children[verb] if c > verb}
    asked = any(tree.tag[c] == "MD" for c in tree.children[verb])
    lemma = tree.lemma[verb].lower()
    again = {"twice", "again"} if lemma == "think" else {"before"}
    return lemma in _HOLDS and asked and not again.isdisjoint(behind)


def is_whole(tree: Tree, verb: int) -> bool:
    """Whether it needs no object: "resign", "step down", "go up"."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    if lemma in words["deed.alone"]:
        return tree.child(verb, "prep", "prt") is None or lemma not in words.object
    return lemma in words["deed.move"] and any(
        tree.word(c).lower() in _WAYS
        for c in tree.children[verb]
        if c > verb and tree.relation[c] in ("prt", "advmod", "acomp")
    )


def _in_an_idiom(tree: Tree, verb: int, noun: int) -> bool:
    """Such as "take a look at", "make up her mind"."""
    words = lexicon()
    lemma, own = tree.lemma[verb].lower(), tree.lemma[noun].lower()
    if own in HEEDED:
        return True
    if lemma in words["undecided.light"] and own in words["undecided.mind"]:
        return True
    if lemma in words["silent.light"] and own in words["silent.empty"]:
        return True
    return any(
        f"{lemma}:{own}:{tree.lemma[p].lower()}" in words.idiom
        for p in prepositions(tree, verb, noun)
    )


def topic(tree: Tree, phrases: Phrases, word: int) -> int | None:
    """Head of what a word of speech is about: "comment on it", "say what of it"."""
    empty = lexicon()["silent.empty"]
    own = tree.child(word, "dobj")
    asked = tree.child(word, "ccomp")
    if asked is None and own is not None:
        asked = tree.child(own, "ccomp")  # hung on what stands between
    if asked is not None and asked > word and asks(tree, asked):
        inner = _inner(tree, phrases, asked)
        if inner is not None:
            return inner  # "would not say at noon whether he backs it"
    for child in tree.children[word]:
        if tree.relation[child] == "acl" and tree.lemma[child].lower() in _SEEKS:
            deeper = topic(tree, phrases, child)
            if deeper is not None:
                return deeper  # "messages asking about the sale"
        if child < word or tree.relation[child] != "prep":
            continue
        link = tree.lemma[child].lower()
        answers = link == "to" and tree.lemma[word].lower() in _ANSWERS | empty
        if link not in _ABOUT and not answers:
            continue
        thing = tree.child(child, "pobj")
        if thing is not None and tree.word(thing) in _DAYS:
            continue
        whose = thing is not None and link != "to" and tree.child(thing, "poss")
        if thing is not None and (whose or tree.lemma[thing].lower() not in empty):
            return None if phrases.is_person(thing) else thing
        clause = tree.child(child, "pcomp")
        if clause is not None:
            return _inner(tree, phrases, clause)
        if thing is not None:
            deeper = topic(tree, phrases, thing)
            if deeper is not None:
                return deeper
    thing = tree.child(word, "dobj")
    if thing is not None:
        if tree.lemma[thing].lower() in empty | _PARTICULARS:
            return topic(tree, phrases, thing) or _of(tree, thing)
        lemma = tree.lemma[word].lower()
        told = lemma == "mention" or (
            lemma in _DISCUSSES and not phrases.is_person(thing)
        )
        if told or phrases.can_be_decided(thing):
            return thing
    clause = tree.child(word, "ccomp", "xcomp", "advcl")
    if clause is None or clause < word or not asks(tree, clause):
        return None
    return _inner(tree, phrases, clause)


def _of(tree: Tree, noun: int) -> int | None:
    """What particulars are of: "the terms of the sale"."""
    link = tree.child(noun, "prep")
    named = link is not None and tree.lemma[link].lower() == "of"
    return tree.child(link, "pobj") if named and link is not None else None


def asks(tree: Tree, clause: int) -> bool:
    """Whether a clause begins as a question: "whether he would", "for whom he"."""
    first = tree.left[clause]
    if tree.pos[first] == "ADP" or tree.lemma[first].lower() in _EXACTLY:
        first += 1
    return tree.lemma[first].lower() in _QUESTIONS


def _inner(tree: Tree, phrases: Phrases, clause: int) -> int | None:
    """The thing of a clause: "whether he would sign the bill"."""
    asked = tree.child(clause, "nsubj", "nsubjpass")
    if asked is not None and tree.lemma[tree.left[asked]].lower() == "how":
        return asked  # "how many of them had come"
    thing = tree.child(clause, "dobj")
    which = None if thing is None else tree.lemma[tree.left[thing]].lower()
    if thing is not None and thing < clause and which in _WHICH:
        return None if phrases.is_person(thing) else thing
    if thing is None or thing < clause:
        deeper = tree.child(clause, "xcomp", "ccomp", "acomp")
        if deeper is not None and deeper > clause:
            return _inner(tree, phrases, deeper)
        preposition = tree.child(clause, "prep")
        thing = tree.child(preposition, "pobj") if preposition is not None else None
    if thing is None and asked is not None and tree.pos[asked] == "NOUN":
        thing = asked  # "how the tunnel would be paid for"
    if thing is None:
        thing = tree.child(clause, "attr")  # "whether it was a breach"
    if thing is None or phrases.is_person(thing):
        return None
    return thing
