"""Seeds of statements: a word that carries a stance, with what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.noun_seeds import by_noun
from synoptic.annotate.english.statements.seed import (
    Seed,
    is_plain,
    prepositions,
    told_kinds,
)
from synoptic.annotate.english.statements.word_seeds import by_adjective, by_preposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.quotations.tree import Tree
    from synoptic.annotate.english.statements.phrases import Phrases

_NOT_SAID = frozenset({"amod", "compound", "case", "prep"})
# operators before an infinitive that alone make a proposal of it
_PROPOSING = frozenset(
    "vote agree propose call demand recommend pledge promise".split()
)
# operators before an infinitive that say what somebody would have done
_WILLS = frozenset(
    "vote agree want urge call ask press demand propose recommend pledge promise vow "
    "threaten seek decide hope wish push insist commit choose".split()
)
_DEMANDING = frozenset("demand propose recommend insist request urge ask".split())
# with a person as the object these are for a candidate; others are about the person
_FOR_SOMEBODY = frozenset(
    "endorse back support nominate oppose confirm vote approve reject".split()
)
_PREDICATES = "attr acomp oprd".split()
_ASKING = frozenset("call push press ask appeal lobby campaign".split())


def find_seeds(tree: Tree, phrases: Phrases) -> Iterator[Seed]:
    """Yield the seeds of a report in order of their word."""
    for token in range(len(tree.head)):
        pos, relation = tree.pos[token], tree.relation[token]
        if relation in _NOT_SAID and pos != "ADP":
            continue
        if pos in ("VERB", "AUX"):
            if token and tree.tag[token - 1] == "POS":
                continue  # "Kyiv's proposed truce"
            yield from _verbs(tree, phrases, token)
            if relation in _PREDICATES:
                yield from by_adjective(tree, phrases, token)
        elif pos in ("NOUN", "PROPN"):
            yield from by_noun(tree, phrases, token)
        elif pos in ("ADJ", "ADV"):
            yield from by_adjective(tree, phrases, token)
        elif pos in ("ADP", "SCONJ"):
            yield from by_preposition(tree, phrases, token)


def _verbs(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    kinds = words.object.get(lemma, frozenset())
    passive = tree.child(verb, "nsubjpass", "auxpass") is not None
    if kinds and passive:
        thing = tree.child(verb, "nsubjpass")
        agent = tree.child(verb, "agent")
        by = tree.child(agent, "pobj") if agent is not None else None
        if thing is not None and by is not None:
            for kind in told_kinds(kinds):
                yield Seed(verb, verb, thing, kind, actor=by)
        elif thing is not None and lemma == "oppose":
            for preposition in prepositions(tree, verb):
                to = tree.child(preposition, "pobj")
                if tree.lemma[preposition] == "to" and to is not None:
                    yield Seed(verb, verb, to, "against", actor=thing)
        return
    if lemma in words["conditional.tie"]:
        yield from _tied(tree, verb)
    firm = lemma in words["firm.object"]
    if kinds and not _with_particle(tree, verb):
        for thing in _things(tree, verb):
            named = phrases.names.get(thing) in ("place", "organisation", "group")
            if named and not firm:
                continue
            if phrases.is_person(thing) and lemma not in _FOR_SOMEBODY:
                continue
            if lemma == "announce" and tree.lemma[thing].lower() == "decision":
                continue
            if words.noun.get(tree.lemma[thing].lower(), frozenset()) & {
                "criticise",
                "praise",
            }:
                continue  # "embraced a critique of the bill" is about the bill
            for kind in told_kinds(kinds):
                yield Seed(verb, verb, thing, kind, firm=firm)
            if phrases.is_person(thing):
                continue
    yield from _by_particle(tree, phrases, verb)
    yield from _over_somebody(tree, phrases, verb, kinds)
    if lemma in words["describe.object"]:
        yield from _described(tree, phrases, verb)
    if lemma in _ASKING and not _calls_somebody(tree, verb):
        for clause in tree.children[verb]:
            if clause > verb and _asked_for(tree, clause):
                yield Seed(verb, verb, clause, "for", form="deed", firm=True)
    for preposition in prepositions(tree, verb):
        key = f"{lemma}:{tree.lemma[preposition].lower()}"
        kinds = words.preposition.get(key, frozenset())
        thing = tree.child(preposition, "pobj")
        firm = key in words["firm.preposition"]
        if kinds and lemma == "call" and _calls_somebody(tree, verb):
            continue
        for kind in told_kinds(kinds):
            if thing is not None and (
                not phrases.is_person(thing) or lemma in _FOR_SOMEBODY
            ):
                yield Seed(verb, verb, thing, kind, firm=firm)
            deed = tree.child(preposition, "pcomp")
            if deed is not None and kind == "for" and is_plain(tree, deed):
                yield Seed(verb, verb, deed, "for", form="deed", firm=firm)
    yield from _deeds(tree, phrases, verb)


def _described(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "called the answer promising": the words behind it tell."""
    words = lexicon()
    thing = tree.child(verb, "dobj")
    small = tree.child(verb, "ccomp", "xcomp", "oprd")
    if thing is None and small is not None:
        thing = tree.child(small, "nsubj")
    if thing is None or thing < verb:
        return
    if not phrases.is_bare(thing) and not phrases.can_be_decided(thing):
        return
    for token in range(thing + 1, tree.right[verb] + 1):
        lemma = tree.lemma[token].lower()
        negated = token > 0 and tree.word(token - 1).lower() in ("not", "no", "hardly")
        side: Kind | None = None
        if lemma in words["worth.against"] or f"{lemma}:-" in words["worth.against"]:
            side = "praise" if negated else "criticise"
        elif lemma in words["worth.for"]:
            side = "criticise" if negated else "praise"
        if tree.relation[token] in ("cc", "conj") and tree.head[token] == verb:
            return
        if side is not None:
            yield Seed(verb, verb, thing, side, firm=True)
            return


def _asked_for(tree: Tree, clause: int) -> bool:
    """Such as "called for the rules to be changed"."""
    return tree.relation[clause] in ("advcl", "ccomp", "xcomp") and any(
        tree.relation[c] == "mark" and tree.lemma[c].lower() == "for"
        for c in tree.children[clause]
    )


def _by_particle(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "turned the offer down"."""
    words = lexicon()
    particle = tree.child(verb, "prt")
    own = tree.child(verb, "dobj")
    if particle is None or own is None or phrases.is_person(own):
        return
    key = f"{tree.lemma[verb].lower()}:{tree.lemma[particle].lower()}"
    for kind in told_kinds(words.preposition.get(key, frozenset())):
        yield Seed(verb, verb, own, kind, firm=key in words["firm.preposition"])


def _with_particle(tree: Tree, verb: int) -> bool:
    """Whether "down" or "out" makes another verb of it."""
    return any(
        tree.relation[c] == "prt" and tree.lemma[c].lower() in ("down", "out", "off")
        for c in tree.children[verb]
    )


def _calls_somebody(tree: Tree, verb: int) -> bool:
    """Whether "call" has an object or "out" beside it: then it asks for nothing."""
    return tree.child(verb, "dobj", "prt", "oprd") is not None


def _over_somebody(
    tree: Tree, phrases: Phrases, verb: int, kinds: frozenset[Kind]
) -> Iterator[Seed]:
    """Such as "slammed the mayor for closing the bridge": about the deed."""
    somebody = tree.child(verb, "dobj")
    if somebody is None or not phrases.is_person(somebody):
        return
    if not kinds & {"criticise", "praise"}:
        return
    for preposition in prepositions(tree, verb, somebody):
        deed = tree.child(preposition, "pcomp", "pobj")
        if tree.lemma[preposition] not in ("for", "over") or deed is None:
            continue
        kind: Kind = "criticise" if "criticise" in kinds else "praise"
        if tree.pos[deed] == "VERB":
            yield Seed(verb, verb, deed, kind, firm=False, form="deed")
        elif not phrases.is_person(deed):
            yield Seed(verb, verb, deed, kind, firm=False)


def _tied(tree: Tree, verb: int) -> Iterator[Seed]:
    thing = tree.child(verb, "dobj", "xcomp", "ccomp")
    if thing is None:
        return
    if tree.lemma[verb] != "condition" and tree.tag[thing] != "VBG":
        return  # "tied the talks to the weather" may only say they go together
    backing = tree.child(thing, "prep")
    if tree.lemma[thing].lower() in lexicon()["for.noun"] and backing is not None:
        thing = tree.child(backing, "pobj") or thing
    for preposition in (*prepositions(tree, verb, thing), *tree.children[thing]):
        if tree.lemma[preposition].lower() in ("to", "on", "upon", "with"):
            on = tree.child(preposition, "pobj", "pcomp")
            if on is not None:
                yield Seed(verb, verb, thing, "tie", condition=on)
                return


def _things(tree: Tree, verb: int) -> list[int]:
    """The objects of a verb: its own, or that of the verb joined to it."""
    own = tree.child(verb, "dobj")
    if tree.lemma[verb] in ("present", "provide"):
        given = next(
            (c for c in tree.children[verb] if tree.lemma[c] == "with" and c > verb),
            None,
        )
        own = own if given is None else tree.child(given, "pobj")
    if own is None:
        joined = [c for c in tree.children[verb] if tree.relation[c] == "conj"]
        if (
            joined
            and tree.pos[joined[0]] == "VERB"
            and tree.left[joined[0]] <= verb + 3
            and not any(tree.relation[c] == "punct" for c in tree.children[verb])
        ):
            own = tree.child(joined[0], "dobj")
    if own is None and tree.relation[verb] == "relcl":
        # "a plan he opposes": the thing stands before
        subject = tree.child(verb, "nsubj")
        linked = subject is not None and tree.tag[subject] in ("WDT", "WP")
        held = subject is not None and not linked
        return [tree.head[verb]] if held and tree.child(verb, "prep") is None else []
    if own is None or (own < verb and tree.relation[verb] != "relcl"):
        return []
    return [own]


def _deeds(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """What somebody wants done: "voted to extend the fund"."""
    words = lexicon()
    above = tree.head[verb]
    relation = tree.relation[verb]
    if not is_plain(tree, verb):
        return
    lemma = tree.lemma[above].lower()
    negated = any(tree.relation[c] == "neg" for c in tree.children[verb])
    side: Kind = "against" if negated else "for"
    if any(tree.lemma[c].lower() == "whether" for c in tree.children[verb]):
        side = "undecided"
    governed = words.object.get(lemma, frozenset())
    if relation in ("xcomp", "ccomp", "advcl") and phrases.infinitive(verb):
        if lemma in _WILLS and tree.pos[above] == "VERB":
            done = tree.child(verb, "dobj")
            firm = lemma in _PROPOSING or (
                done is not None and phrases.can_be_decided(done)
            )
            own = tree.child(verb, "nsubj", "nsubjpass")
            if own is None or lemma in ("want", "ask", "urge", "call"):
                yield Seed(verb, above, verb, side, form="deed", firm=firm)
    elif (
        relation in ("xcomp", "ccomp")
        and tree.tag[verb] == "VBG"
        and tree.child(verb, "nsubj") is None
        and governed & {"for", "against"}
    ):
        firm = lemma in _PROPOSING or lemma in words["firm.object"]
        for kind in told_kinds(governed):
            yield Seed(above, above, verb, kind, form="deed", firm=firm)
    elif _advised(tree, phrases, verb):
        yield Seed(verb, verb, verb, side, form="deed", firm=False)
    elif (
        relation == "ccomp"
        and lemma in _DEMANDING
        and tree.child(verb, "nsubj", "nsubjpass")
    ):
        bare = tree.tag[verb] == "VB" or any(
            tree.relation[c] in ("aux", "auxpass") and tree.tag[c] == "VB"
            for c in tree.children[verb]
        )
        if bare:
            yield Seed(verb, verb, verb, "for", form="deed", firm=lemma == "demand")


def _advised(tree: Tree, phrases: Phrases, verb: int) -> bool:
    """Such as "the mayor should not honour him with a visit"."""
    subject = tree.child(verb, "nsubj")
    return (
        subject is not None
        and tree.word(subject).lower() not in ("i", "we", "he", "she", "they", "it")
        and phrases.can_stand(subject)
        and any(
            tree.relation[c] == "aux" and tree.lemma[c].lower() == "should"
            for c in tree.children[verb]
        )
    )
