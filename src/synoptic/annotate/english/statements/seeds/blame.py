"""Seeds in blame and thanks for a deed: "faulted the council for closing the pier"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.seed import Seed, prepositions, sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_WAYS = frozenset("way manner".split())
# "blamed her for not closing it": closing it is what is asked
_TURNED: dict[Kind, Kind] = {"criticise": "praise", "praise": "criticise"}
_SEEKS = frozenset("aim attempt conspire intend mean plan plot seek try want".split())
_GIVERS = frozenset("from by among of".split())


def by_blame(tree: Tree, phrases: Phrases, word: int) -> Iterator[Seed]:
    """Yield the seeds of a verb, adjective or noun that judges what somebody did."""
    if tree.pos[word] == "VERB":
        yield from _over_somebody(tree, phrases, word)
        yield from _put_on(tree, phrases, word)
        yield from _over_the_way(tree, word)
    elif tree.pos[word] == "ADJ":
        yield from _over_the_way(tree, word)
    elif tree.pos[word] == "NOUN":
        yield from _charged(tree, phrases, word)


def _over_somebody(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "thanked the mayor for opening it", "was accused by her of hiding it"."""
    lemma = tree.lemma[verb].lower()
    kind = _side(lemma)
    passive = tree.child(verb, "nsubjpass")
    somebody = tree.child(verb, "dobj") if passive is None else passive
    if kind is None or somebody is None or not phrases.can_be_judged(somebody):
        return
    agent = tree.child(verb, "agent")
    actor = None if agent is None else tree.child(agent, "pobj")
    if passive is not None and actor is None:
        return  # nobody is told to say so
    if not _is_said(tree, verb):
        return
    for preposition in prepositions(tree, verb, somebody):
        if f"{lemma}:{tree.lemma[preposition].lower()}" not in _frames(lemma):
            continue
        sided = tree.lemma[somebody].lower() in sides()
        for deed, form in _deeds(tree, phrases, preposition):
            if form == "phrase" and sided and tree.head[preposition] == somebody:
                continue  # "accused opponents of the bill of lying"
            undone = is_negated(tree, deed)
            side = _TURNED[kind] if undone else kind
            yield Seed(verb, verb, deed, side, actor=actor, form=form)


def _put_on(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "blamed the rule for the flood", "blamed the flood on the mayor"."""
    thing = tree.child(verb, "dobj")
    if tree.lemma[verb].lower() != "blame" or thing is None or not _is_said(tree, verb):
        return
    for link in prepositions(tree, verb, thing):
        whom = tree.child(link, "pobj")
        if tree.lemma[link].lower() == "on" and whom is not None:
            if phrases.can_stand(whom):
                yield Seed(verb, verb, whom, "criticise")
            return
    judged = phrases.can_stand(thing) or phrases.is_nothing(thing)
    if not judged and tree.pos[thing] in ("NOUN", "PROPN"):
        yield Seed(verb, verb, thing, "criticise", firm=False)


def _is_said(tree: Tree, verb: int) -> bool:
    """Whether it was done: not "never blamed", "may blame", "had she thanked"."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    return not is_negated(tree, verb) and not any(
        tree.tag[c] == "MD"
        or (tree.relation[c] == "aux" and subject is not None and c < subject)
        for c in tree.children[verb]
    )


def _side(lemma: str) -> Kind | None:
    words = lexicon()
    if lemma in words["judge.criticise"]:
        return "criticise"
    return "praise" if lemma in words["judge.praise"] else None


def _frames(lemma: str) -> frozenset[str]:
    """The prepositions behind which a verb of blame has the deed."""
    own = {"accuse": ("of",), "credit": ("for", "with")}
    links = own.get(lemma, ("for", "over", "on"))
    return frozenset(f"{lemma}:{link}" for link in links)


def _deeds(
    tree: Tree, phrases: Phrases, preposition: int
) -> Iterator[tuple[int, Literal["phrase", "deed"]]]:
    """What was done: "closing it", "having gone from this to closing it", "the ban"."""
    deed = tree.child(preposition, "pcomp")
    if deed is not None:
        if tree.child(deed, "pobj") is not None:
            return  # "including" is parsed as a preposition
        if (called := _called(tree, deed)) is not None:
            yield called, "phrase"
            return
        aim = tree.child(deed, "xcomp")
        if aim is not None and tree.lemma[deed].lower() in _SEEKS:
            deed = aim  # "of seeking to close it"
        done = tree.child(deed, "dobj")
        if done is not None and tree.pos[done] == "PRON":
            return  # "for calling himself a sailor": he is what it is about
        if tree.child(deed, "dobj", "xcomp", "ccomp") is None:
            inner = [
                done
                for link in tree.children[deed]
                if (done := tree.child(link, "pcomp")) is not None
            ]
            deed = inner[-1] if inner else deed
        if not _is_stand(tree, deed, tree.lemma[preposition].lower()):
            yield deed, "deed"
        return
    thing = tree.child(preposition, "pobj")
    if thing is not None and not phrases.is_person(thing):
        known = tree.lemma[thing].lower() in lexicon()["blame.noun"]
        aim = any(phrases.infinitive(c) for c in tree.children[thing])
        if known or (phrases.can_be_decided(thing) and not aim):
            yield thing, "phrase"


def _called(tree: Tree, verb: int) -> int | None:
    """What a deed is called: "for what he said was a slow answer"."""
    if tree.tag[verb] not in ("VBD", "VBZ", "VBP"):
        return None
    inner = tree.child(verb, "ccomp")
    return None if inner is None else tree.child(inner, "attr", "oprd")


def _is_stand(tree: Tree, verb: int, link: str) -> bool:
    """Whether it is no deed: "of being rude", "accused of backing the dam"."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    stands = words.object.get(lemma, frozenset()) & {"for", "against"}
    undone = lemma in words["undo.object"]
    return lemma == "be" or (link == "of" and bool(stands) and not undone)


def _over_the_way(tree: Tree, word: int) -> Iterator[Seed]:
    """Such as "critical of the way they ran it", "criticized how they ran it"."""
    words = lexicon()
    lemma = tree.lemma[word].lower()
    links = [word]
    if tree.pos[word] == "ADJ":
        links = [
            p
            for p in prepositions(tree, word)
            if f"{lemma}:{tree.lemma[p].lower()}" in words.adjective
        ]
        kinds = frozenset(
            k
            for p in links
            for k in words.adjective[f"{lemma}:{tree.lemma[p].lower()}"]
        )
    else:
        kinds = words.object.get(lemma, frozenset())
        if lemma == "question":
            return  # to ask how is to ask
    for kind in kinds & {"criticise", "praise"}:
        for link in links:
            deed = _way(tree, link)
            if deed is not None:
                clause = word if tree.pos[word] == "VERB" else tree.head[word]
                yield Seed(word, clause, deed, kind, form="deed")


def _way(tree: Tree, link: int) -> int | None:
    """The verb of what is told behind "the way" or "how"."""
    way = tree.child(link, "dobj", "pobj")
    if way is not None and tree.lemma[way].lower() in _WAYS:
        return tree.child(way, "relcl", "acl")
    for clause in tree.children[link]:
        if tree.relation[clause] in ("ccomp", "pcomp", "advcl") and any(
            tree.lemma[c].lower() == "how" for c in tree.children[clause]
        ):
            return clause
    return None


def _charged(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Such as "drew criticism from islanders that he was hiding the report"."""
    if tree.lemma[noun].lower() not in lexicon()["blame.charge"]:
        return
    for link in tree.children[noun]:
        giver = tree.child(link, "pobj")
        if giver is None or tree.lemma[link].lower() not in _GIVERS:
            continue
        clause = tree.child(noun, "acl", "ccomp")
        if not phrases.can_stand(giver) or clause is None or clause < giver:
            continue
        if tree.child(clause, "dobj") and tree.child(clause, "nsubj"):
            above = tree.head[noun]
            yield Seed(noun, above, clause, "criticise", actor=giver, form="deed")
            return
