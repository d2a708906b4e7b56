"""What a clause in somebody's words tells of a person or a body: what it is or does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.clauses import own_words
from synoptic.annotate.english.statements.judgements.evaluation import told
from synoptic.annotate.english.statements.judgements.subjects import means_people
from synoptic.annotate.english.statements.judgements.worth import (
    leans_of,
    lies_there,
    phrases_of_worth,
    worth_of,
)
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.judgements import character, is_judged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.judgements.evaluation import (
        Evaluation,
        Said,
    )
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model.positions import Lean

_LEANS: tuple[tuple[Lean, str], ...] = (("for", "good"), ("against", "bad"))
_SHOWS = frozenset(
    "demonstrate display exhibit express have offer possess provide reveal show".split()
)
_FEW = frozenset("no little scant zero".split())
_WHO = frozenset("who that".split())
_SEEMS = frozenset("act appear behave come feel look seem sound talk".split())
_LEADS = frozenset(
    "appear attempt begin choose continue dare go help intend keep like love manage "
    "plan prefer proceed prove reveal seek seem show start tend threaten try "
    "want".split()
)
_FAILS = frozenset("fail neglect".split())
_KINDS = frozenset(
    "bit bunch candidate definition embodiment enemy epitome example figure fellow "
    "kind leader lot lover man master people person picture piece politician sort "
    "symbol type woman".split()
)
_MORE = frozenset("more less greater better worse fewer".split())
_JOINS = frozenset("align ally associate collude conspire consort side".split())
_DENIES = frozenset("deny dispute rebut refute".split())
_BEHIND = ("prep", "dobj", "ccomp", "xcomp")


def judged_in(
    tree: Tree, phrases: Phrases, clause: tuple[int, int], said: Said, *, negated: bool
) -> Iterator[Evaluation]:
    """Yield what a clause tells of somebody the reader can know."""
    verb, subject = clause
    if said.cue is not None and tree.lemma[said.cue].lower() in _DENIES:
        return
    beside = _beside_subject(tree, phrases, verb, subject)
    if beside is not None:
        yield told((verb, beside[0]), None if negated else beside[1], verb, said)
        return
    whom = _whom(tree, phrases, verb, subject)
    if tree.lemma[subject].lower() in lexicon()["judge.bad"] and any(
        tree.lemma[c].lower() in ("this", "these") for c in tree.children[subject]
    ):
        yield told((verb, subject), "against", subject, said)  # "these liars want it"
        return
    ours = _ours(tree, phrases, verb, subject)
    if ours is not None:
        found = character(tree, sorted(_of_noun(tree, ours)), negated=negated)
        if found is not None:
            yield told((verb, ours), found[1], found[0], said)
        return
    if whom is None or phrases.infinitive(verb):
        return
    above = tree.head[verb]
    if tree.relation[verb] == "ccomp" and tree.lemma[above].lower() == "wish":
        yield told((verb, whom), "against", above, said)
        return
    for inner, denied in _verbs(tree, verb, negated=negated):
        found = _of_verb(tree, inner, negated=denied)
        if found is not None:
            yield told((verb, whom), found[1], found[0], said)
            return


def _whom(tree: Tree, phrases: Phrases, verb: int, subject: int) -> int | None:
    """Who is told of: the subject, whom "who" stands for, under whom others fare."""
    under = _ruling(tree, phrases, verb)
    if under is not None:
        return under
    if tree.word(subject).lower() == "they":
        return None if means_people(tree, phrases, subject) else subject
    if tree.relation[verb] != "relcl":
        return subject if is_judged(tree, phrases, subject) else None
    if tree.word(subject).lower() not in _WHO:
        return None
    head = tree.head[verb]
    if is_judged(tree, phrases, head):
        return head
    above = tree.head[head]
    own = tree.child(above, "nsubj")
    if own is None or not phrases.is_person(head):
        return None
    if tree.relation[head] == "attr" and is_judged(tree, phrases, own):
        return own  # "she is a mayor who lies"
    return _ours(tree, phrases, above, own)


def _ours(tree: Tree, phrases: Phrases, verb: int, subject: int) -> int | None:
    """Whom "we have": "we have a mayor with a bitter tongue"."""
    whom = tree.child(verb, "dobj")
    if tree.word(subject).lower() != "we" or tree.lemma[verb].lower() != "have":
        return None
    return whom if whom is not None and phrases.is_person(whom) else None


def _beside_subject(
    tree: Tree, phrases: Phrases, verb: int, subject: int
) -> tuple[int, Lean | None] | None:
    """Somebody who is told of and is not the subject, and how it leans."""
    words = lexicon()
    owner = tree.child(subject, "poss")
    if tree.lemma[subject].lower() in words["judge.flaw"] and owner is not None:
        known = phrases.names.get(owner) in ("person", "organisation", "group")
        if known and tree.lemma[verb].lower() == "be":
            return owner, "against"
    agent = tree.child(verb, "agent")
    by = None if agent is None else tree.child(agent, "pobj")
    wronged = tree.lemma[verb].lower() in words["judge.bad"]
    if by is not None and wronged and is_judged(tree, phrases, by):
        return by, "against"  # "we were betrayed by her"
    return _outdone(tree, phrases, verb, subject)


def _outdone(
    tree: Tree, phrases: Phrases, verb: int, subject: int
) -> tuple[int, Lean | None] | None:
    """Such as "a crab has shown more spine than the mayor"."""
    what = tree.child(verb, "dobj")
    if what is None or not any(
        tree.word(c).lower() in _MORE for c in tree.children[what]
    ):
        return None
    if is_judged(tree, phrases, subject):
        shows = tree.lemma[verb].lower() in _SHOWS | {"care", "spend", "do"}
        return (subject, None) if shows else None
    good = tree.lemma[what].lower() in lexicon()["judge.trait_good"]
    for token in range(what, tree.right[verb] + 1):
        whom = tree.child(token, "pobj")
        if tree.lemma[token].lower() == "than" and whom is not None:
            known = good and is_judged(tree, phrases, whom)
            return (whom, "against") if known else None
    return None


def _verbs(tree: Tree, verb: int, *, negated: bool) -> Iterator[tuple[int, bool]]:
    """The verb of a clause, and the one it leads to: "is trying to ruin"."""
    yield verb, negated
    inner = tree.child(verb, "xcomp", "ccomp")
    lemma = tree.lemma[verb].lower()
    if (
        inner is None
        or inner < verb
        or not (lemma in _LEADS or (lemma == "turn" and tree.child(verb, "prt")))
    ):
        return
    if tree.child(inner, "nsubj", "nsubjpass") is None:
        turned = is_negated(tree, inner)
        yield from _verbs(tree, inner, negated=negated ^ turned)


def _of_verb(tree: Tree, verb: int, *, negated: bool) -> tuple[int, Lean] | None:
    """The word by which a verb and what stands behind it judge, and its side."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    own: list[int] = []
    if tree.child(verb, "nsubjpass") is None and tree.pos[verb] == "VERB":
        alone = lemma in words["judge.bad_alone"] and not lies_there(tree, verb)
        if alone or (tree.child(verb, *_BEHIND) and lemma != "lie"):
            own.append(verb)
        if lemma in _FAILS and tree.child(verb, "xcomp") and not negated:
            return verb, "against"
    own += _predicate(tree, verb) + _manner_of(tree, verb)
    found = character(tree, sorted(own), negated=negated)
    if found is not None:
        return found
    if not negated and _fell_short(tree, verb):
        return verb, "against"
    lean = _conduct(tree, verb, negated=negated)
    if lean is None and not negated:
        lean = _makes_of(tree, verb) or _blamed(tree, verb)
    return None if lean is None else (verb, lean)


def _fell_short(tree: Tree, verb: int) -> bool:
    """Such as "should have been more careful", "could have done more"."""
    helps = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    if "have" not in helps or helps.isdisjoint(("should", "could", "ought")):
        return False
    if tree.lemma[verb].lower() not in ("be", "do"):
        return False
    behind = range(verb + 1, tree.right[verb] + 1)
    return any(
        tree.tag[t] in ("JJR", "RBR") and tree.head[t] in (verb, *tree.children[verb])
        for t in behind
    )


def _predicate(tree: Tree, verb: int) -> list[int]:
    """What somebody is said to be: "is weak and lazy", "comes off as a bully"."""
    found: list[int] = []
    ends: list[int] = []
    for child in tree.children[verb]:
        if child < verb:
            continue
        if tree.relation[child] in ("acomp", "attr", "oprd"):
            if not _is_stand(tree, verb, child):
                ends.append(child)
        elif tree.lemma[child].lower() in ("as", "like"):
            seems = tree.lemma[verb].lower() in _SEEMS | {"be"}
            ends += [c for c in tree.children[child] if seems and c > child]
    for end in ends:
        found += _of_noun(tree, end)
    return found


def _is_stand(tree: Tree, verb: int, what: int) -> bool:
    """Whether it is how somebody feels about a thing: "is proud of the harbour"."""
    return any(
        tree.relation[link] == "prep"
        and f"{tree.lemma[what].lower()}:{tree.lemma[link].lower()}"
        in lexicon().adjective
        for link in (*tree.children[what], *tree.children[verb])
    )


def _of_noun(tree: Tree, noun: int) -> list[int]:
    """A word that says what somebody is, with what is beside and joined to it."""
    found: list[int] = []
    ends = [noun]
    while ends:
        end = ends.pop()
        found.append(end)
        found += [
            c for c in tree.children[end] if tree.relation[c] not in ("prep", "relcl")
        ]
        ends += [c for c in tree.children[end] if tree.relation[c] == "conj"]
        for link in tree.children[end]:
            inside = tree.child(link, "pobj")
            one = tree.lemma[end].lower() == "one"  # "one of the worst governors"
            if inside is None or not (one or tree.pos[end] in ("NOUN", "PROPN")):
                continue
            of = tree.lemma[link].lower() == "of"
            if tree.lemma[link].lower() == "with" or (
                of and (one or tree.lemma[end].lower() in _KINDS)
            ):
                ends.append(inside)  # "a man of courage", "with a bitter tongue"
    return found


def _conduct(tree: Tree, verb: int, *, negated: bool) -> Lean | None:
    """Which way it leans what somebody does: "fans the flames", "offers no help"."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    for _, side in phrases_of_worth(
        tree, own_words(tree, verb), negated=negated, room="judge"
    ):
        return side
    what = tree.child(verb, "dobj")
    if lemma in _JOINS and not negated:
        company = [
            t
            for link in tree.children[verb]
            if tree.lemma[link].lower() == "with"
            for t in range(link, tree.right[link] + 1)
        ]
        found = character(tree, company, negated=False) if company else None
        return "against" if found is not None and found[1] == "against" else None
    if what is None:
        return None
    done = f"{lemma}:{tree.lemma[what].lower()}"
    for lean, side_name in _LEANS:
        if done in words[f"judge.{side_name}_deed"]:
            return None if negated else lean
    trait = tree.lemma[what].lower()
    few = negated or any(
        tree.lemma[c].lower() in _FEW for c in tree.children[what] if c < what
    )
    if lemma == "lack":
        return "against" if trait in words["judge.trait_good"] and not negated else None
    shown = lemma in _SHOWS - {"have"} or (lemma == "have" and few)
    if shown and trait in words["judge.trait_good"]:
        return "against" if few else "for"
    if lemma in _SHOWS and trait in words["judge.trait_bad"]:
        return None if few else "against"
    if trait in words["judge.own"] and lemma in words["judge.does"]:
        beside = [c for c in tree.children[what] if tree.relation[c] != "prep"]
        leans = leans_of(tree, sorted({*beside, what}), negated=negated)
        if not leans and not negated and _is_of(tree, what, words["judge.harm"]):
            return "against"  # "a strategy of hatred"
        return leans[0][1] if len({side for _, side in leans}) == 1 else None
    caused = lemma in words["judge.causes"] and trait in words["judge.harm"]
    return "against" if caused and not negated else None


def _is_of(tree: Tree, noun: int, listed: frozenset[str]) -> bool:
    of = tree.child(noun, "prep")
    inside = None if of is None else tree.child(of, "pobj")
    return inside is not None and tree.lemma[inside].lower() in listed


def _makes_of(tree: Tree, verb: int) -> Lean | None:
    """Such as "has made my neighbours the enemy": against whoever does so."""
    if tree.lemma[verb].lower() not in ("make", "turn"):
        return None
    below = range(verb, tree.right[verb] + 1)
    made = lexicon()["judge.made"]
    known = any(
        tree.lemma[t].lower() in made
        and tree.relation[t]
        in ("oprd", "ccomp", "attr", "pobj", "dobj", "conj", "appos")
        for t in below
    )
    return "against" if known else None


def _blamed(tree: Tree, verb: int) -> Lean | None:
    """Such as "is to blame for the flood"."""
    inner = tree.child(verb, "xcomp")
    blamed = inner is not None and tree.lemma[inner].lower() == "blame"
    return "against" if blamed and tree.lemma[verb].lower() == "be" else None


def _ruling(tree: Tree, phrases: Phrases, verb: int) -> int | None:
    """Whose rule others do well or badly under: "will do poorly with him"."""
    if tree.lemma[verb].lower() not in ("do", "fare"):
        return None
    for link in tree.children[verb]:
        whom = tree.child(link, "pobj")
        if whom is None or tree.lemma[link].lower() not in ("with", "under"):
            continue
        if phrases.is_person(whom) and is_judged(tree, phrases, whom):
            return whom
    return None


def _manner_of(tree: Tree, verb: int) -> list[int]:
    """How somebody does it: "taking too long", "selectively enforcing"."""
    if tree.child(verb, "nsubjpass") is not None:
        return []  # "was badly hurt"
    return [
        child
        for child in tree.children[verb]
        if tree.relation[child] == "advmod"
        and worth_of(tree, child) == "against"
        and not (child < verb and tree.word(child).lower() == "badly")
    ]
