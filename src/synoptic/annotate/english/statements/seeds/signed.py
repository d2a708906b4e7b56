"""Seeds in papers that people put their names to: who signed the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.seed import Seed, prepositions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_LISTED = frozenset("pobj dobj appos".split())
_NAMED = frozenset("include be number".split())
_BESIDE = frozenset("with beside besides alongside".split())
_FAR = 8


def by_signing(tree: Tree, phrases: Phrases, token: int) -> Iterator[Seed]:
    """Yield the seeds in a word of signing, or of getting others to sign.

    Where there are any the word says nothing else.
    """
    words = lexicon()
    lemma = tree.lemma[token].lower()
    if tree.pos[token] == "VERB" and lemma in words["paper.sign"]:
        yield from _signed(tree, phrases, token)
    elif tree.pos[token] == "VERB" and lemma in words["paper.raise"]:
        yield from _done(tree, phrases, token)
    elif lemma in words["paper.signer"]:
        yield from _signers(tree, phrases, token)
    elif lemma in ("signature", "name"):
        yield from _signatures(tree, phrases, token)
    elif lemma == "join" and tree.pos[token] == "VERB":
        yield from _asked_in(tree, phrases, token)


def _signed(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    particle = tree.child(verb, "prt")
    if particle is not None and tree.lemma[particle].lower() == "up":
        return  # "signed up to help"
    done = list(_done(tree, phrases, verb))
    yield from done
    held = tree.child(verb, "dobj", "nsubjpass", "agent")
    if done or held is not None or tree.relation[verb] == "acl":
        return
    behind = [c for c in tree.children[verb] if c > verb and tree.pos[c] == "ADP"]
    onto = [c for p in prepositions(tree, verb) if (c := tree.child(p, "pobj"))]
    if onto:
        for thing in onto:
            if _is_paper(tree, thing) or (behind and phrases.is_bare(thing)):
                yield Seed(verb, verb, thing, "for")
        return
    paper = _paper_before(tree, verb)
    if paper is None:
        return
    be = tree.head[verb]
    if tree.relation[verb] in ("nsubj", "csubj") and tree.lemma[be] == "be":
        for one in tree.children[be]:  # "also signing were Lee and Reed"
            if one > be and phrases.can_stand(one):
                yield Seed(verb, verb, paper, "for", actor=one)
        return
    yield Seed(verb, verb, paper, "for")


def _done(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "signed the letter", "a letter signed by", "was drafted by"."""
    paper = tree.child(verb, "dobj")
    if paper is not None and _is_paper(tree, paper):
        if not (_says(tree, paper) or _says(tree, verb) or _is_itself(tree, paper)):
            yield Seed(verb, verb, paper, "for")
        return
    agent = tree.child(verb, "agent")
    by = None if agent is None else tree.child(agent, "pobj")
    paper = tree.child(verb, "nsubjpass")
    if paper is None and tree.relation[verb] == "acl":
        paper = tree.head[verb]
    if by is None or paper is None or not _is_paper(tree, paper):
        return
    if phrases.can_stand(by):
        yield Seed(verb, verb, paper, "for", actor=by)


def _signers(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Such as "signers include Lee and Reed", "among the signers are Lee and Reed"."""
    paper = _paper_of(tree, noun)
    if paper is None:
        return
    verb = tree.head[noun]
    if tree.relation[noun] == "pobj":
        among, one = tree.lemma[verb].lower() == "among", tree.head[verb]
        if not among and tree.lemma[one].lower() != "one":
            return
        noun, verb = (noun, one) if among else (one, tree.head[one])
    if tree.relation[noun] == "appos" and phrases.can_stand(verb):
        yield Seed(noun, noun, paper, "for", actor=verb)
        return
    if tree.lemma[verb].lower() not in _NAMED or is_negated(tree, verb):
        return
    listed = [
        c
        for c in tree.children[verb]
        if tree.relation[c] in ("nsubj", "dobj", "attr") and c != noun
    ]
    for link in tree.children[verb]:
        if link < verb and tree.relation[link] == "prep":
            listed += _beside(tree, link)
    for one in listed:
        if phrases.can_stand(one):
            yield Seed(noun, noun, paper, "for", actor=one)


def _beside(tree: Tree, link: int) -> list[int]:
    """Who is named in front: "along with Lee", "besides Lee"."""
    named = tree.child(link, "pobj")
    if tree.lemma[link].lower() in _BESIDE and named is not None:
        return [named]
    return [one for c in tree.children[link] for one in _beside(tree, c)]


def _signatures(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Such as "the letter bears the signatures of Lee and Reed"."""
    verb = tree.head[noun]
    paper = tree.child(verb, "nsubj")
    if tree.relation[noun] != "dobj" or paper is None or not _is_paper(tree, paper):
        return
    signed = []
    for link in prepositions(tree, verb, noun):
        whom = tree.child(link, "pobj")
        if tree.lemma[link].lower() not in ("from", "of", "by") or whom is None:
            continue
        if phrases.can_stand(whom):
            signed.append(whom)
    if not signed:
        return
    for token in range(signed[0] + 1, tree.right[verb] + 1):
        if tree.pos[token] == "VERB":
            break
        # "from leaders such as Sens. Lee and Reed": the parser may part the list
        named = phrases.names.get(token) in ("person", "organisation")
        if named and tree.relation[token] in _LISTED:
            signed.append(token)
    for whom in dict.fromkeys(signed):
        yield Seed(noun, noun, paper, "for", actor=whom)


def _asked_in(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "I would encourage the mayor to join us", who signed a letter."""
    whom, above = tree.child(verb, "dobj"), tree.head[verb]
    paper = _paper_before(tree, verb)
    if whom is None or paper is None or tree.word(whom).lower() not in ("us", "me"):
        return
    asked = tree.lemma[above].lower() in lexicon()["operator.urge"]
    if asked and phrases.infinitive(verb) and not is_negated(tree, above):
        yield Seed(verb, verb, paper, "for")


def _paper_of(tree: Tree, noun: int) -> int | None:
    """What is signed: "the letter's signers", "signers of the letter"."""
    beside = [
        c for c in tree.children[noun] if tree.relation[c] in ("poss", "compound")
    ]
    links = tree.children[noun]
    if tree.left[noun] == noun and tree.word(noun - 1) == "-" and not links:
        links = tree.children[tree.head[noun]]  # a "co-signer" in three parts
    for link in links:
        behind = tree.child(link, "pobj")
        if link > noun and tree.lemma[link].lower() in ("of", "to") and behind:
            beside.append(behind)
    for one in beside:
        if _is_paper(tree, one):
            return one
    return _paper_before(tree, noun)


def _paper_before(tree: Tree, token: int) -> int | None:
    """The paper that was last spoken of."""
    for at in range(token - 1, -1, -1):
        if tree.sentence[token] - tree.sentence[at] > _FAR:
            return None
        if _is_paper(tree, at) and tree.relation[at] != "compound":
            return at
    return None


def _is_paper(tree: Tree, noun: int) -> bool:
    return tree.pos[noun] in ("NOUN", "PROPN") and (
        tree.lemma[noun].lower() in lexicon()["paper.noun"]
    )


def _says(tree: Tree, at: int) -> bool:
    """Whether it is told what the paper asks: "a letter urging the town to"."""
    return any(
        c > at
        and tree.relation[c] in ("acl", "relcl", "advcl")
        and (
            tree.lemma[c].lower() in lexicon()["operator.urge"] or tree.tag[c] == "VBG"
        )
        for c in tree.children[at]
    )


def _is_itself(tree: Tree, paper: int) -> bool:
    """Whether the paper speaks of itself: "we who signed this letter"."""
    return any(tree.word(c).lower() == "this" for c in tree.children[paper])
