"""Seeds in words that judge somebody: criticised him, blamed by, critical of her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.clauses import without_relatives
from synoptic.annotate.english.statements.judgements.turns import denied_before
from synoptic.annotate.english.statements.judgements.worth import leans_of
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.seed import Seed, prepositions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model.positions import Lean

_SIDES: tuple[Kind, Kind] = ("criticise", "praise")
# how somebody fares is no judgement: "thought she was dead"
_STATES = frozenset("alive dead ill injured missing unconscious unresponsive".split())
_CHARGES = frozenset("accuse blame".split())
_FOR = frozenset("of for over".split())
_FROM = frozenset("from by".split())
_POINTING = frozenset("the this that his her its their our my your".split())


def by_charge(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "accused the mayor of lying": of a person, whatever the charge is."""
    if tree.lemma[verb].lower() not in _CHARGES or is_negated(tree, verb):
        return
    for seed in _judging(tree, phrases, verb, "criticise"):
        if seed.target is not None and phrases.is_person(seed.target):
            yield seed


def by_judgement(tree: Tree, phrases: Phrases, word: int) -> Iterator[Seed]:
    """Yield the seeds in a word that judges a person or a body named beside it.

    Where the words tell for which plan or other thing up for a decision somebody is
    judged, that is what it is about, and it is left to the other seeds.
    """
    if tree.pos[word] == "VERB":
        yield from _verb(tree, phrases, word)
    elif tree.pos[word] == "NOUN":
        yield from _noun(tree, phrases, word)


def _verb(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    if is_negated(tree, verb):
        return
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    if lemma in words["describe.object"]:
        yield from _called(tree, phrases, verb)
    for side in _SIDES:
        if lemma in words[f"judge.{side}"] and (
            lemma not in words["judge.only_for"] or _over(tree, verb)
        ):
            yield from _judging(tree, phrases, verb, side)
        for preposition in prepositions(tree, verb):
            link = tree.lemma[preposition].lower()
            if f"{lemma}:{link}" not in words[f"judge.{side}_preposition"]:
                continue
            whom = tree.child(preposition, "pobj")
            trusted = side == "praise" and link == "in"  # "believes in the party"
            if whom is None or (trusted and not phrases.is_person(whom)):
                continue
            if is_judged(tree, phrases, whom):
                yield Seed(verb, verb, whom, side)
        aimed = tree.child(verb, "dobj")
        if aimed is None:
            continue
        for preposition in prepositions(tree, verb, aimed):
            key = f"{lemma}:{tree.lemma[aimed].lower()}:{tree.lemma[preposition]}"
            whom = tree.child(preposition, "pobj")
            if key not in words[f"judge.{side}_idiom"] or whom is None:
                continue
            if is_judged(tree, phrases, whom):
                yield Seed(verb, verb, whom, side)


def _over(tree: Tree, verb: int) -> bool:
    """Whether it is a quarrel: "attacked the mayor over the flood"."""
    return any(
        tree.lemma[link].lower() == "over"
        for link in prepositions(tree, verb, tree.child(verb, "dobj", "nsubjpass"))
    )


def character(
    tree: Tree, tokens: Sequence[int], *, negated: bool
) -> tuple[int, Lean] | None:
    """The word that says what somebody is, and its side: "coward", "too cautious".

    What somebody does is told of people by few verbs; most that are good or bad of a
    plan ("lose", "welcome") are a fact of people.
    """
    words = lexicon()
    is_said = [t for t in tokens if tree.pos[t] != "VERB"]
    is_said = [t for t in is_said if tree.lemma[t].lower() not in _STATES]
    found: list[tuple[int, Lean | None]] = list(
        leans_of(tree, is_said, negated=negated)
    )
    if not negated:
        for token in tokens:
            lemma = tree.lemma[token].lower()
            denied = denied_before(tree, token)
            if lemma in words["judge.bad"] or lemma == "too":
                found.append((token, None if denied else "against"))
            elif lemma in words["judge.good"]:
                found.append((token, "against" if denied else "for"))
    sides = {side for _, side in found}
    side = sides.pop() if len(sides) == 1 else None
    return None if side is None else (found[0][0], side)


def _called(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "called the mayor a coward", "was seen by dockers as weak"."""
    if tree.child(verb, "prt") is not None:
        return  # "called the mayor out"
    agent = tree.child(verb, "agent")
    by = None if agent is None else tree.child(agent, "pobj")
    small = tree.child(verb, "ccomp", "xcomp", "oprd")
    if (
        small is not None
        and tree.pos[small] in ("VERB", "AUX")
        and tree.tag[small] not in ("VBG", "VBN")
    ):
        return  # "found that the council could not": a whole thought
    whom = _whom_called(tree, verb, by=by is not None)
    if whom is None or not is_judged(tree, phrases, whom):
        return
    ends = [c for c in tree.children[verb] if tree.relation[c] in ("cc", "conj")]
    if any(phrases.infinitive(c) for c in tree.children[verb]):
        return  # "called her to urge her to reject it"
    behind = [
        t
        for t in range(
            (tree.right[whom] if whom > verb else verb) + 1,
            min([*ends, tree.right[verb] + 1]),
        )
        if tree.relation[t] in ("oprd", "attr", "acomp", "ccomp", "xcomp", "pobj")
        or tree.relation[t] in ("amod", "advmod", "conj")
        or (tree.relation[t] == "dobj" and tree.head[t] == verb)
    ]
    found = character(tree, without_relatives(tree, behind), negated=False)
    if found is not None:
        side: Kind = "praise" if found[1] == "for" else "criticise"
        yield Seed(verb, verb, whom, side, actor=by)


def _whom_called(tree: Tree, verb: int, *, by: bool) -> int | None:
    """Whom it calls so: its object, or "the mayor, whom she called a liar"."""
    whom = tree.child(verb, "nsubjpass" if by else "dobj")
    small = tree.child(verb, "ccomp", "xcomp", "oprd")
    if whom is None and small is not None:
        whom = tree.child(small, "nsubj")
    missing = whom is None or tree.tag[whom] in ("WDT", "WP")
    holder = tree.child(verb, "nsubj")
    if tree.relation[verb] == "relcl" and missing and holder is not None:
        head = tree.head[verb]
        return tree.head[head] if tree.relation[head] == "appos" else head
    if whom is None or (whom < verb) != by:
        return None
    return whom


def _judging(tree: Tree, phrases: Phrases, verb: int, side: Kind) -> Iterator[Seed]:
    """Such as "criticised the mayor", "was accused by the union of hiding it"."""
    whom = tree.child(verb, "nsubjpass")
    by: int | None = None
    if whom is not None or tree.relation[verb] == "acl":
        agent = tree.child(verb, "agent")
        by = None if agent is None else tree.child(agent, "pobj")
        if by is None:
            return
        whom = tree.head[verb] if whom is None else whom
    else:
        whom = tree.child(verb, "dobj")
        if whom is not None and whom < verb:
            return
    if whom is None or not (
        is_judged(tree, phrases, whom) or _is_limited(tree, phrases, verb, whom)
    ):
        return
    for preposition in prepositions(tree, verb, whom):
        if tree.lemma[preposition].lower() not in _FOR:
            continue
        deed = tree.child(preposition, "pcomp", "pobj")
        if deed is not None and _is_decided(tree, phrases, deed):
            return
    while whom is not None:
        yield Seed(verb, verb, whom, side, actor=by)
        whom = tree.child(whom, "conj")
        if whom is not None and not is_judged(tree, phrases, whom):
            return


def _is_limited(tree: Tree, phrases: Phrases, verb: int, whom: int) -> bool:
    """Whether it is told for what, or which of them: "slammed aides for haste"."""
    if tree.tag[whom] != "NNS" or not phrases.can_stand(whom):
        return False
    limited = any(
        tree.relation[c] in ("relcl", "acl", "compound") for c in tree.children[whom]
    )
    return limited or any(
        tree.lemma[link].lower() == "for" for link in prepositions(tree, verb, whom)
    )


def _noun(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Such as "faced criticism from the union", "their praise for the mayor"."""
    words = lexicon()
    above = tree.head[noun]
    for side in _SIDES:
        if tree.lemma[noun].lower() not in words[f"judge.{side}_noun"]:
            continue
        verb = above
        if tree.relation[noun] == "pobj" and tree.lemma[above].lower() == "under":
            verb = tree.head[above]
        key = f"{tree.lemma[verb].lower()}:under"
        received = tree.lemma[above].lower() in words["judge.receive"]
        if (tree.relation[noun] == "dobj" and received) or (
            verb != above and key in words["judge.receive"]
        ):
            whom = tree.child(verb, "nsubj")
            if whom is None or not is_judged(tree, phrases, whom):
                return
            for giver in _givers(tree, phrases, noun, verb):
                yield Seed(noun, verb, whom, side, actor=giver)


def _givers(tree: Tree, phrases: Phrases, noun: int, verb: int) -> Iterator[int]:
    for preposition in (*tree.children[noun], *tree.children[verb]):
        if preposition < noun or tree.lemma[preposition].lower() not in _FROM:
            continue
        giver = tree.child(preposition, "pobj")
        if giver is not None and phrases.can_stand(giver):
            yield giver
            return


def is_judged(tree: Tree, phrases: Phrases, whom: int) -> bool:
    """Whether it is somebody the reader can know: by name, "the mayor", "him"."""
    if tree.word(whom).lower() in ("him", "her", "he", "she"):
        return True
    if tree.pos[whom] == "PRON" or tree.relation[whom] in ("compound", "poss"):
        return False
    if phrases.names.get(whom) in ("person", "organisation", "group", "place"):
        return True
    return (phrases.can_be_judged(whom) or phrases.is_person(whom)) and any(
        tree.lemma[c].lower() in _POINTING or tree.relation[c] == "poss"
        for c in tree.children[whom]
    )


def _is_decided(tree: Tree, phrases: Phrases, deed: int) -> bool:
    done: int | None = deed
    if tree.pos[deed] == "VERB":
        done = tree.child(tree.child(deed, "xcomp") or deed, "dobj")
    return done is not None and phrases.can_be_decided(done)
