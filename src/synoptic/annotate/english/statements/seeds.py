"""Seeds of statements: a word that carries a stance, with what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from synoptic.annotate.english.statements.lexicon import Kind, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.quotations.tree import Tree
    from synoptic.annotate.english.statements.phrases import Phrases

_ABOUT = frozenset("of for to on about over with toward towards against behind".split())
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


@dataclass(frozen=True, slots=True)
class Seed:
    """A word that carries a stance.

    Attributes:
        token: The word.
        clause: The verb whose subject holds the stance, as far as it is one step.
        target: Head of what it is about; None: not there.
        kind: What the word says.
        actor: Head of the holder where the word's own frame gives it.
        firm: Whether the word alone makes its target a proposal.
        form: `deed`: the target is a verb phrase.
        condition: Head of what the target is tied to.
    """

    token: int
    clause: int
    target: int | None
    kind: Kind | Literal["tie"]
    actor: int | None = None
    firm: bool = True
    form: Literal["phrase", "deed"] = "phrase"
    condition: int | None = None


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
                yield from _adjectives(tree, phrases, token)
        elif pos in ("NOUN", "PROPN"):
            yield from _nouns(tree, phrases, token)
        elif pos in ("ADJ", "ADV"):
            yield from _adjectives(tree, phrases, token)
        elif pos in ("ADP", "SCONJ"):
            yield from _stands(tree, phrases, token)


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
            for kind in _told(kinds):
                yield Seed(verb, verb, thing, kind, actor=by)
        elif thing is not None and lemma == "oppose":
            for preposition in _prepositions(tree, verb):
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
            for kind in _told(kinds):
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
    for preposition in _prepositions(tree, verb):
        key = f"{lemma}:{tree.lemma[preposition].lower()}"
        kinds = words.preposition.get(key, frozenset())
        thing = tree.child(preposition, "pobj")
        firm = key in words["firm.preposition"]
        if kinds and lemma == "call" and _calls_somebody(tree, verb):
            continue
        for kind in _told(kinds):
            if thing is not None and (
                not phrases.is_person(thing) or lemma in _FOR_SOMEBODY
            ):
                yield Seed(verb, verb, thing, kind, firm=firm)
            deed = tree.child(preposition, "pcomp")
            if deed is not None and kind == "for" and _unknown(tree, deed):
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
    for kind in _told(words.preposition.get(key, frozenset())):
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
    for preposition in _prepositions(tree, verb, somebody):
        deed = tree.child(preposition, "pcomp", "pobj")
        if tree.lemma[preposition] not in ("for", "over") or deed is None:
            continue
        kind: Kind = "criticise" if "criticise" in kinds else "praise"
        if tree.pos[deed] == "VERB":
            yield Seed(verb, verb, deed, kind, firm=False, form="deed")
        elif not phrases.is_person(deed):
            yield Seed(verb, verb, deed, kind, firm=False)


def _told(kinds: frozenset[Kind]) -> tuple[Kind, ...]:
    """The kinds that count by themselves: "reject" is more than to undo."""
    if "for" in kinds and "undo" in kinds:
        return ("for",)
    if "against" in kinds:
        return ("against",)
    if "for" in kinds and "handle" in kinds:
        return ("for",)
    return tuple(sorted(kinds))


def _tied(tree: Tree, verb: int) -> Iterator[Seed]:
    thing = tree.child(verb, "dobj", "xcomp", "ccomp")
    if thing is None:
        return
    if tree.lemma[verb] != "condition" and tree.tag[thing] != "VBG":
        return  # "tied the talks to the weather" may only say they go together
    backing = tree.child(thing, "prep")
    if tree.lemma[thing].lower() in lexicon()["for.noun"] and backing is not None:
        thing = tree.child(backing, "pobj") or thing
    for preposition in (*_prepositions(tree, verb, thing), *tree.children[thing]):
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


def _prepositions(tree: Tree, token: int, thing: int | None = None) -> Iterator[int]:
    """Prepositions behind a word: its own, its particle's, its object's."""
    for child in tree.children[token]:
        if child < token:
            continue
        if tree.relation[child] in ("prep", "dative", "agent"):
            yield child
            yield from (c for c in tree.children[child] if tree.relation[c] == "prep")
        elif tree.relation[child] in ("prt", "advmod", "acomp") or child == thing:
            yield from (c for c in tree.children[child] if tree.relation[c] == "prep")


def _deeds(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """What somebody wants done: "voted to extend the fund"."""
    words = lexicon()
    above = tree.head[verb]
    relation = tree.relation[verb]
    if not _unknown(tree, verb):
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
        for kind in _told(governed):
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


def _unknown(tree: Tree, verb: int) -> bool:
    """Whether the verb is none that says itself where somebody stands."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    if lemma in ("be", "have", "do", "see", "go", "know", "say", "make sure"):
        return False
    if tree.pos[verb] != "VERB" or lemma in words.object:
        return False
    own = tree.child(verb, "dobj")
    if lemma in words["operator.keep"] | words["operator.urge"] and own is None:
        return False
    if lemma in words["silent.verb"] | words["operator.refuse"] and own is None:
        return False
    return not any(
        f"{lemma}:{tree.lemma[p].lower()}" in words.preposition
        for p in _prepositions(tree, verb)
    )


def _nouns(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    words = lexicon()
    lemma = tree.lemma[noun].lower()
    kinds = words.noun.get(lemma, frozenset())
    if lemma in words["operator.noun_keep"] or lemma in ("threat", "warning"):
        # "a veto threat against the bill"
        what = tree.child(noun, "compound")
        kinds = kinds or (
            frozenset()
            if what is None
            else words.noun.get(tree.lemma[what].lower(), frozenset())
        )
    if lemma in words["actor.for"] | words["actor.against"]:
        yield from _partisans(tree, phrases, noun)
    if lemma in ("vote", "ballot"):
        yield from _votes(tree, noun)
    if not kinds or tree.relation[noun] in ("compound", "amod"):
        return
    above = tree.head[noun]
    over = tree.lemma[above].lower()
    holder = tree.child(noun, "poss")
    if holder is not None and tree.tag[holder] == "PRP$":
        holder = None
    given = tree.children[above] if tree.relation[noun] == "dobj" else ()
    things = [
        (p, tree.child(p, "pobj", "pcomp"))
        for p in (*tree.children[noun], *given)
        if p > noun and tree.relation[p] in ("prep", "dative")
    ]
    kind = _told(kinds)[0]
    if tree.relation[noun] == "dobj" and over in words["light.receive"]:
        givers = [
            (p, tree.child(p, "pobj"))
            for p in (*tree.children[noun], *tree.children[above])
            if tree.relation[p] == "prep" and tree.lemma[p] in ("of", "from")
        ]
        for _, giver in givers:
            thing = _subject(tree, above)
            if giver is not None and thing is not None and phrases.can_stand(giver):
                yield Seed(noun, noun, thing, kind, actor=giver)
                return
    for preposition, thing in things:
        if thing is None or tree.lemma[preposition].lower() not in _ABOUT:
            continue
        if phrases.is_person(thing) and kind not in ("for", "against"):
            continue
        firm = kind in ("for", "against")
        if tree.relation[noun] == "dobj" and over in words["light.withdraw"]:
            holder = None
        if holder is not None and phrases.can_stand(holder):
            yield Seed(noun, noun, thing, kind, actor=holder, firm=firm)
        elif tree.relation[noun] == "dobj" and over in words["light.withdraw"]:
            if kind == "for":
                yield Seed(noun, above, thing, "against", firm=firm)
        elif tree.relation[noun] == "dobj" and over in words["light.verb"]:
            yield Seed(noun, above, thing, kind, firm=firm)
        elif tree.relation[noun] == "dobj" and over in words["operator.delay"]:
            yield Seed(noun, above, thing, "undecided", firm=firm)
        return
    if kind == "criticise" and tree.relation[noun] == "dobj":
        clause = tree.child(noun, "acl", "ccomp", "relcl")
        if clause is not None and over in words["light.verb"]:
            thing = next(
                (
                    t
                    for t in range(tree.left[clause], tree.right[clause] + 1)
                    if tree.pos[t] == "NOUN" and phrases.can_be_decided(t)
                ),
                None,
            )
            if thing is not None:
                yield Seed(noun, above, thing, kind)


def _votes(tree: Tree, noun: int) -> Iterator[Seed]:
    """Such as "cast votes against the nominee"."""
    verb = tree.head[noun]
    if tree.relation[noun] != "dobj" or tree.lemma[verb].lower() != "cast":
        return
    for preposition in (*tree.children[noun], *tree.children[verb]):
        side = tree.lemma[preposition].lower()
        thing = tree.child(preposition, "pobj")
        if preposition > noun and thing is not None and side in ("for", "against"):
            kind: Kind = "for" if side == "for" else "against"
            yield Seed(noun, verb, thing, kind)
            return


def _partisans(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Supporters and opponents, where the thing stands beside the word."""
    words = lexicon()
    side: Kind = "for" if tree.lemma[noun] in words["actor.for"] else "against"
    preposition = tree.child(noun, "prep")
    if preposition is None or tree.lemma[preposition] not in ("of", "to"):
        return
    thing = tree.child(preposition, "pobj")
    one = tree.relation[noun] in ("appos", "attr")
    named = thing is not None and (phrases.is_person(thing) or thing in phrases.names)
    if thing is not None and one and not named:
        yield Seed(noun, noun, thing, side, actor=tree.head[noun])


def _adjectives(tree: Tree, phrases: Phrases, word: int) -> Iterator[Seed]:
    words = lexicon()
    lemma = tree.lemma[word].lower()
    if tree.tag[word] == "VBN":
        lemma = tree.word(word).lower()  # "concerned", whose lemma is a verb's
    if tree.relation[word] not in (*_PREDICATES, "ROOT", "conj", "ccomp", "advcl"):
        return
    for preposition in _prepositions(tree, word):
        key = f"{lemma}:{tree.lemma[preposition].lower()}"
        thing = tree.child(preposition, "pobj", "pcomp")
        for kind in _told(words.adjective.get(key, frozenset())):
            if thing is None or (
                phrases.is_person(thing) and kind not in ("for", "against")
            ):
                continue
            deed = tree.pos[thing] == "VERB"
            if deed and not _unknown(tree, thing):
                continue
            form: Literal["phrase", "deed"] = "deed" if deed else "phrase"
            firm = key in words["firm.preposition"]
            yield Seed(word, tree.head[word], thing, kind, firm=firm, form=form)
    side = _told(_by_adjective(lemma))
    clause = tree.child(word, "ccomp", "advcl")
    if side and clause is not None and clause > word:
        thing = tree.child(clause, "nsubj", "nsubjpass")
        if thing is not None and phrases.can_be_decided(thing):
            yield Seed(word, tree.head[word], thing, side[0], firm=True)


def _by_adjective(lemma: str) -> frozenset[Kind]:
    """What an adjective says of a clause behind it: "worried that the plan ..."."""
    found: set[Kind] = set()
    for key, kinds in lexicon().adjective.items():
        if key.partition(":")[0] == lemma:
            found |= kinds & {"criticise", "praise"}
    return frozenset(found)


def _stands(tree: Tree, phrases: Phrases, word: int) -> Iterator[Seed]:
    """Such as "is against the plan", "spoke in favour of it"."""
    lemma = tree.lemma[word].lower()
    above = tree.head[word]
    if tree.relation[word] != "prep" or above == word:
        return
    verb = tree.lemma[above].lower()
    if lemma == "against" and verb == "be":
        thing = tree.child(word, "pobj")
        if thing is not None and not phrases.is_person(thing):
            yield Seed(word, above, thing, "against")
    elsewhere = tree.child(above, "attr", "acomp") is not None or any(
        tree.relation[c] == "prep" and c != word for c in tree.children[above]
    )
    if lemma == "for" and verb == "be" and not elsewhere:
        thing = tree.child(word, "pobj")
        if thing is not None and phrases.can_be_decided(thing):
            yield Seed(word, above, thing, "for", firm=False)
    if lemma == "in":
        noun = tree.child(word, "pobj")
        if noun is None:
            return
        side: Kind | None = {
            "favor": "for",
            "favour": "for",
            "support": "for",
            "opposition": "against",
        }.get(tree.lemma[noun].lower())  # type: ignore[assignment]
        if side is None or (tree.left[noun] < noun and tree.child(noun, "poss")):
            return
        preposition = tree.child(noun, "prep")
        thing = None if preposition is None else tree.child(preposition, "pobj")
        if preposition is None and verb != "be":
            return
        if thing is not None or preposition is None:
            verb_above = above
            if tree.pos[above] in ("ADV", "ADP") or tree.relation[above] == "prt":
                verb_above = tree.head[above]
            if tree.pos[verb_above] in ("VERB", "AUX"):
                yield Seed(noun, verb_above, thing, side)


def _subject(tree: Tree, verb: int) -> int | None:
    own = tree.child(verb, "nsubj", "nsubjpass")
    if own is None:
        return None
    if tree.word(own).lower() in ("which", "that", "who"):
        return tree.head[verb] if tree.relation[verb] == "relcl" else None
    return own
