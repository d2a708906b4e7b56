"""Seeds in how somebody regards somebody: trusts him, lost faith in her, broke with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.judgements import is_judged
from synoptic.annotate.english.statements.seeds.seed import Seed, prepositions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_SIDES: tuple[Kind, Kind] = ("criticise", "praise")
_FOR = frozenset("at for in of on to toward towards".split())
_TOWARDS = _FOR | frozenset("about against over with".split())
_COMES = frozenset("come go jump leap race rally ride run rush spring".split())
_RESCUES = frozenset("aid defence defense rescue side".split())
_HELD = frozenset("accountable answerable liable responsible".split())
_NAMED = ("person", "organisation", "group")
_OWN = frozenset("i me my our us we".split())


def by_regard(tree: Tree, phrases: Phrases, word: int) -> Iterator[Seed]:
    """Yield the seeds in a word for what somebody feels for or does to somebody."""
    if tree.pos[word] == "VERB":
        yield from _verb(tree, phrases, word)
        yield from _participle(tree, phrases, word)
    elif tree.pos[word] == "NOUN":
        yield from _noun(tree, phrases, word)
    elif tree.pos[word] == "ADJ":
        yield from _adjective(tree, phrases, word, tree.lemma[word].lower())


def _verb(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    whom = tree.child(verb, "dobj", "dative")  # "like her a lot"
    known = whom is not None and whom > verb and is_judged(tree, phrases, whom)
    particle = tree.child(verb, "prt", "advmod")
    joined = "" if particle is None else f"{lemma}:{tree.lemma[particle].lower()}"
    if any(phrases.infinitive(c) for c in tree.children[verb]):
        known = False  # "like our leaders to work together"
    for side in _SIDES:
        felt = lemma in words[f"regard.{side}"] and (
            lemma not in words["regard.many"] or _is_many(tree, verb)
        )
        told = joined in words[f"regard.{side}_particle"]
        told &= known and phrases.names.get(whom or 0) not in ("group", "place")
        if known and (felt or told):
            yield Seed(verb, verb, whom, side)
    if known and whom is not None and lemma == "hold":
        behind = [*tree.children[verb], *tree.children[whom]]
        if any(tree.lemma[c].lower() in _HELD and c > whom for c in behind):
            yield Seed(verb, verb, whom, "criticise")
    yield from _likes_about(tree, phrases, verb)
    yield from _takes_sides(tree, phrases, verb)
    yield from _defends(tree, phrases, verb)


def _likes_about(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "there is much that dockers dislike about the toll"."""
    words = lexicon()
    if tree.relation[verb] != "relcl":
        return
    whom = next(
        (
            tree.child(link, "pobj")
            for link in tree.children[verb]
            if tree.lemma[link].lower() == "about"
        ),
        None,
    )
    if whom is None:
        return
    if not (phrases.can_be_decided(whom) or is_judged(tree, phrases, whom)):
        return
    for side in _SIDES:
        if tree.lemma[verb].lower() in words[f"regard.{side}"]:
            yield Seed(verb, verb, whom, side)


def _is_many(tree: Tree, verb: int) -> bool:
    """Whether the one who feels it speaks, or stands for many: "voters love her"."""
    holder = tree.child(verb, "nsubj")
    return holder is not None and (
        tree.word(holder).lower() in _OWN or tree.tag[holder] in ("NNS", "NNPS")
    )


def _takes_sides(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "stood by the mayor", "distanced herself from the governor"."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    thing = tree.child(verb, "dobj")
    self = thing is not None and tree.lemma[thing].lower().endswith(("self", "selves"))
    if thing is not None and not self:
        return
    for preposition in prepositions(tree, verb, thing):
        whom = tree.child(preposition, "pobj")
        link = tree.lemma[preposition].lower()
        key = f"{lemma}:self:{link}" if self else f"{lemma}:{link}"
        kinds: tuple[Kind, ...] = ("for", "against", "criticise", "praise")
        for kind in kinds:
            if whom is None or key not in words[f"regard.{kind}_side"]:
                continue
            decided = self and phrases.can_be_decided(whom)
            if decided or is_judged(tree, phrases, whom):
                yield Seed(verb, verb, whom, kind)


def _defends(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "came to the defence of the mayor", "rushed to her defence"."""
    if tree.lemma[verb].lower() not in _COMES:
        return
    for link in tree.children[verb]:
        what = tree.child(link, "pobj")
        if what is None or tree.lemma[link].lower() != "to":
            continue
        if tree.lemma[what].lower() not in _RESCUES:
            continue
        of = tree.child(what, "prep")
        owner = tree.child(what, "poss")
        whom = owner if of is None else tree.child(of, "pobj")
        if whom is None:
            continue
        named = phrases.names.get(whom) in _NAMED
        if named or (of is not None and is_judged(tree, phrases, whom)):
            yield Seed(verb, verb, whom, "praise")


def _participle(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "was impressed by the mayor": the parser takes it for a passive."""
    if tree.tag[verb] != "VBN" or tree.child(verb, "dobj") is not None:
        return
    yield from _adjective(tree, phrases, verb, tree.word(verb).lower())


def _adjective(tree: Tree, phrases: Phrases, word: int, lemma: str) -> Iterator[Seed]:
    """Such as "is fed up with the mayor", "critical of her"."""
    words = lexicon()
    is_verb = tree.pos[word] == "VERB"
    for link in (*prepositions(tree, word), *tree.children[word]):
        whom = tree.child(link, "pobj")
        deed = tree.child(link, "pcomp")
        if deed is not None and tree.tag[tree.left[deed]] in ("WP", "WRB"):
            whom = tree.child(deed, "nsubj")  # "ashamed of what she did"
        if whom is None:
            continue
        known = is_judged(tree, phrases, whom)
        if not known and not phrases.can_be_decided(whom):
            continue
        key = f"{lemma}:{tree.lemma[link].lower()}"
        kinds = words.adjective.get(key, frozenset())
        by_it = is_verb and tree.relation[link] == "agent"
        if not known and kinds and not by_it:
            continue  # told of things by words.py
        for side in _SIDES:
            listed = key in words[f"judge.{side}_adjective"]
            if listed or (side in kinds and (by_it or phrases.is_person(whom))):
                clause = word if is_verb else tree.head[word]
                hardly = side == "praise" and _is_hardly(tree, word)
                yield Seed(word, clause, whom, "criticise" if hardly else side)
                other = tree.child(whom, "conj")
                if other is not None and is_judged(tree, phrases, other):
                    yield Seed(word, clause, other, side)
                return


def _is_hardly(tree: Tree, word: int) -> bool:
    """Whether it is "less than", "hardly" so."""
    return any(
        tree.word(c).lower() == "hardly"
        or (tree.word(c).lower() == "less" and tree.word(c + 1).lower() == "than")
        for c in tree.children[word]
        if c < word
    )


def _noun(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Such as "lost faith in the mayor", "vented her anger at him"."""
    words = lexicon()
    lemma = tree.lemma[noun].lower()
    side = next((s for s in _SIDES if lemma in words[f"regard.{s}_noun"]), None)
    if side is None:
        return
    above = tree.head[noun]
    whom = _towards(tree, phrases, noun, _TOWARDS if side == "criticise" else _FOR)
    if whom is None:
        return
    owner = tree.child(noun, "poss")
    over = tree.lemma[above].lower()
    if tree.relation[noun] == "dobj" and tree.pos[above] == "VERB":
        if over in words["regard.loses"]:
            yield Seed(noun, above, whom, "criticise" if side == "praise" else "praise")
        elif over in words["regard.voices"] | words["light.verb"]:
            yield Seed(noun, above, whom, side)
        return
    if owner is None or phrases.names.get(whom) not in _NAMED:
        return
    if tree.tag[owner] == "PRP$":
        # "has been loud in its denunciations of her"
        above = noun
        while tree.pos[above] not in ("VERB", "AUX") and tree.head[above] != above:
            above = tree.head[above]
        subject = tree.child(above, "nsubj")
        owner = owner if subject is None or above > noun else subject
    if tree.tag[owner] != "PRP$" and phrases.can_stand(owner):
        yield Seed(noun, noun, whom, side, actor=owner)


def _towards(
    tree: Tree, phrases: Phrases, noun: int, links: frozenset[str]
) -> int | None:
    """Whom a feeling is for: behind it, or behind the verb that gives it."""
    beside = tree.children[tree.head[noun]] if tree.relation[noun] == "dobj" else []
    for link in (*tree.children[noun], *beside):
        whom = tree.child(link, "pobj")
        if whom is None or link < noun or tree.lemma[link].lower() not in links:
            continue
        if is_judged(tree, phrases, whom) or phrases.can_be_decided(whom):
            return whom
    return None
