"""Seeds in verbs: opposed it, was vetoed by, voted against it, said no to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.aims import is_away, kept_from
from synoptic.annotate.english.statements.seeds.asked_done import (
    asked_done,
    asked_for,
    calls_somebody,
)
from synoptic.annotate.english.statements.seeds.idioms import by_idiom
from synoptic.annotate.english.statements.seeds.seed import (
    Seed,
    governed,
    is_for_sale,
    is_twice,
    kinds_of_verb,
    objects,
    prepositions,
    told_kinds,
    with_particle,
)
from synoptic.annotate.english.statements.seeds.speech import by_speech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

# with a person as the object these are for a candidate; others are about the person
_FOR_SOMEBODY = frozenset(
    "endorse back support nominate oppose confirm vote approve reject rule "
    "prefer favor favour".split()
)
_NEEDS_DECISION = frozenset("look:at fight:off beat:back stave:off ward:off".split())
_AWAY = frozenset("walk:from walk:over".split())
# a law's letters look like a body's
_ON_LAWS = frozenset("repeal overturn rescind revoke nullify enact scrap".split())
_DECIDED = frozenset("avert avoid leave strike".split())
_LAWS = frozenset(
    "act bill code constitution law legislation rule statute treaty".split()
)
_WANTS = frozenset("want need demand".split())
_KNOWN = frozenset("the this that these those".split())


def by_verb(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds in a verb and what hangs on it."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    kinds = kinds_of_verb(tree, verb)
    if tree.child(verb, "nsubjpass", "auxpass") is not None or _participle(tree, verb):
        yield from _passive(tree, phrases, verb, kinds)
        return
    if lemma in words["conditional.tie"]:
        yield from _tied(tree, verb)
    if away := list(_wanted_away(tree, phrases, verb)):
        yield from away
        return
    if kinds and not with_particle(tree, verb):
        yield from _by_object(tree, phrases, verb, kinds)
    yield from by_idiom(tree, phrases, verb)
    asked = asked_done(tree, verb)
    yield from asked or asked_for(tree, verb)
    if not asked:
        yield from _by_preposition(tree, phrases, verb)
    yield from by_speech(tree, phrases, verb)
    if lemma == "agree":
        yield from _agreed(tree, phrases, verb)
    yield from _stirred(tree, phrases, verb)
    yield from _twice(tree, phrases, verb)
    if lemma in words["against.alone"] and not any(
        c > verb for c in _below(tree, verb)
    ):
        yield Seed(verb, verb, None, "against")


def _wanted_away(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "wants the levy off the list", "wants the mayor out"."""
    lemma = tree.lemma[verb].lower()
    thing = tree.child(verb, "dobj", "ccomp")
    if lemma not in _WANTS or thing is None or tree.pos[thing] == "VERB":
        return
    # the parser hangs "out" on a name
    if is_away(tree, verb, thing) or is_away(tree, thing, thing):
        known = lemma == "demand" or _is_known(tree, thing)
        firm = known or phrases.is_person(thing)
        yield Seed(verb, verb, thing, "against", firm=firm)


def _participle(tree: Tree, verb: int) -> bool:
    """Such as "a bill backed by the mayor", "backed by the mayor, the bill"."""
    ahead = tree.relation[verb] == "advcl" and verb < tree.head[verb]
    return (
        tree.tag[verb] in ("VBN", "VBD")
        and (ahead or tree.relation[verb] == "acl")
        and tree.child(verb, "agent") is not None
        and tree.child(verb, "nsubj") is None
    )


def _passive(
    tree: Tree, phrases: Phrases, verb: int, kinds: frozenset[Kind]
) -> Iterator[Seed]:
    thing = tree.child(verb, "nsubjpass")
    if thing is None and tree.relation[verb] == "acl":
        thing = tree.head[verb]
    elif thing is None and tree.relation[verb] == "advcl":
        thing = tree.child(tree.head[verb], "nsubj", "nsubjpass")
    agent = tree.child(verb, "agent")
    by = tree.child(agent, "pobj") if agent is not None else None
    if thing is None or by is None or tree.lemma[by].lower() in _LAWS:
        return
    if is_for_sale(tree, verb, thing):
        return
    firm = tree.lemma[verb].lower() in lexicon()["firm.object"]
    if phrases.can_stand(thing) and not (firm and phrases.is_person(thing)):
        return  # "rebels backed by the army"
    bare = tree.child(verb, "auxpass") is None
    if bare and not (firm or phrases.can_be_decided(thing)):
        return  # "suspects wanted by the police"
    for kind in told_kinds(kinds):
        yield Seed(verb, verb, thing, kind, actor=by)


def _by_object(
    tree: Tree, phrases: Phrases, verb: int, kinds: frozenset[Kind]
) -> Iterator[Seed]:
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    firm = lemma in words["firm.object"]
    asked = any(
        tree.relation[c] in ("xcomp", "ccomp", "advcl") and phrases.infinitive(c)
        for c in tree.children[verb]
    )
    if kinds == {"undecided"} and (
        tree.tag[verb] in ("VBD", "VBN")
        or tree.child(verb, "oprd", "acomp", "ccomp") is not None
    ):
        return  # "reviewed it" and was done with it, "considers it vital"
    deed = kept_from(tree, verb)
    if deed is not None:
        yield from _kept(tree, phrases, verb, deed, kinds & {"against", "undo"})
        return
    short_of = _short_of(tree, verb) if "for" in kinds else None
    if short_of is not None:
        for thing in objects(tree, verb, phrases):
            yield Seed(short_of, short_of, thing, "for", firm=firm)
        return
    looks = lemma in words["undecided.look"]
    for thing in objects(tree, verb, phrases):
        known = phrases.is_bare(thing) or phrases.can_be_decided(thing)
        if looks and not (known or _to_tell(tree, verb)):
            continue  # "is studying the coast" leaves nothing open
        owner = tree.child(thing, "poss")
        if owner is not None and tree.lemma[owner].lower() == "other":
            continue  # "praised each other's courage"
        named = phrases.names.get(thing) in ("place", "organisation", "group")
        if named and not firm and lemma not in _ON_LAWS:
            continue
        if phrases.is_person(thing) and lemma not in _FOR_SOMEBODY:
            continue
        if lemma in _DECIDED and not phrases.can_be_decided(thing):
            continue  # "will leave office in May", "struck a defiant tone"
        if is_for_sale(tree, verb, thing):
            continue
        if lemma == "welcome" and phrases.can_stand(thing):
            continue  # "would welcome visitors" weighs nobody
        if lemma == "threaten" and (_is_known(tree, thing) or tree.pos[thing] == "NUM"):
            continue  # "is threatening the deal", not "threatened a strike"
        if tree.lemma[thing].lower() == "comment" and tree.left[thing] == thing:
            continue  # "an email seeking comment" is the paper's
        if lemma == "confirm" and not (
            phrases.is_person(thing) or phrases.can_be_decided(thing)
        ):
            continue  # "confirmed the raid" is no stand
        if lemma in words["operator.urge"] and (asked or phrases.can_stand(thing)):
            continue  # "urged the council to": it is asked, not asked for
        if lemma == "announce" and _is_stand(tree, phrases, thing):
            continue  # "announced his opposition to it" is about it
        if words.noun.get(tree.lemma[thing].lower(), frozenset()) & {
            "criticise",
            "praise",
        }:
            continue  # "embraced a critique of the bill" is about the bill
        asked = lemma in words["firm.known"] and _is_known(tree, thing)
        for kind in told_kinds(kinds):
            weighed = kind == "undecided" and lemma in words["undecided.weighed"]
            sure = firm or asked or weighed or phrases.is_person(thing)
            yield Seed(verb, verb, thing, kind, firm=sure)


def _kept(
    tree: Tree, phrases: Phrases, verb: int, deed: int, kinds: frozenset[Kind]
) -> Iterator[Seed]:
    """Such as "kept the town from selling it", "prevented the bill from passing"."""
    whom = tree.child(verb, "dobj")
    decided = whom is not None and phrases.can_be_decided(whom)
    if whom is not None and not (decided or phrases.can_stand(whom)):
        return  # "tried to prevent the car from driving off"
    goes_on = tree.lemma[deed].lower() in lexicon()["fate.for"]
    through = decided and goes_on and tree.child(deed, "dobj") is None
    for kind in told_kinds(kinds):
        if through:
            yield Seed(verb, verb, whom, kind)
        else:
            yield Seed(verb, verb, deed, kind, form="deed", firm=True)


def _short_of(tree: Tree, verb: int) -> int | None:
    """The verb before in "supports but does not endorse it": that is not against it."""
    first = tree.head[verb]
    if tree.relation[verb] != "conj" or not is_negated(tree, verb):
        return None
    kinds = lexicon().object.get(tree.lemma[first].lower(), frozenset())
    return first if "for" in kinds and not is_negated(tree, first) else None


def _to_tell(tree: Tree, verb: int) -> bool:
    """Whether it is done to find out: "will study the goal to see whether"."""
    for token in range(verb + 1, tree.right[verb] + 1):
        if tree.lemma[token].lower() in ("see", "determine", "decide", "learn"):
            clause = tree.child(token, "ccomp")
            first = "" if clause is None else tree.lemma[tree.left[clause]]
            if first in ("whether", "if"):
                return True
    return False


def _is_known(tree: Tree, noun: int) -> bool:
    """Whether a phrase is of one thing that the reader knows: "the report"."""
    return any(tree.lemma[c].lower() in _KNOWN for c in tree.children[noun])


def _is_stand(tree: Tree, phrases: Phrases, noun: int) -> bool:
    """Such as "his opposition to it", "a decision to close it"."""
    words = lexicon()
    lemma = tree.lemma[noun].lower()
    if lemma in words.noun:
        return lemma != "delay"  # whose delay it is wants that, not the thing's end
    return lemma in words["operator.noun_keep"] and any(
        phrases.infinitive(c) for c in tree.children[noun]
    )


def _by_preposition(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    for preposition in prepositions(tree, verb):
        key = f"{lemma}:{tree.lemma[preposition].lower()}"
        kinds = words.preposition.get(key, frozenset())
        for way in tree.children[verb]:  # "gave up on it"
            if verb < way < preposition and tree.relation[way] in ("prt", "advmod"):
                longer = f"{lemma}:{tree.lemma[way].lower()}:{key.split(':')[1]}"
                kinds |= words.preposition.get(longer, frozenset())
        if key in _AWAY and not _goes_away(tree, verb):
            continue  # "walked in from the street"
        if key == "live:with" and not _can(tree, verb):
            continue  # "lives with the noise" as it must
        if key == "commit:to" and is_negated(tree, verb):
            continue  # "would not commit to it" is neither yes nor no
        if not (kinds or key == "fight:for") or (
            lemma == "call" and calls_somebody(tree, verb)
        ):
            continue
        firm = key in words["firm.preposition"]
        undoing = "against" in kinds
        for thing, form in governed(tree, phrases, preposition, undoing=undoing):
            if phrases.is_person(thing) and lemma not in _FOR_SOMEBODY:
                continue
            if key in _NEEDS_DECISION and not (
                phrases.is_bare(thing) or phrases.can_be_decided(thing)
            ):
                continue  # "looked at the sawmill"
            if key == "fight:for" and phrases.can_be_decided(thing):
                yield Seed(verb, verb, thing, "for", form=form)
            for kind in told_kinds(kinds):
                asked = key in words["firm.known"] and _is_known(tree, thing)
                weighed = kind == "undecided" and form == "deed"
                sure = firm or asked or weighed
                yield Seed(verb, verb, thing, kind, firm=sure, form=form)
            if lemma == "side":
                yield from _over(tree, verb, thing)


def _over(tree: Tree, verb: int, whom: int) -> Iterator[Seed]:
    """Such as "sided with tenants against the eviction": against it."""
    for link in tree.children[whom]:
        other = tree.child(link, "pobj")
        if tree.lemma[link].lower() == "against" and other is not None:
            yield Seed(verb, verb, other, "against", firm=False)


def _can(tree: Tree, verb: int) -> bool:
    return any(
        tree.relation[c] == "aux" and tree.lemma[c].lower() in ("can", "could", "ca")
        for c in tree.children[verb]
    )


def _goes_away(tree: Tree, verb: int) -> bool:
    return any(tree.lemma[c].lower() in ("away", "out") for c in tree.children[verb])


def _twice(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "should think twice before raising it": against raising it."""
    if not is_twice(tree, verb):
        return
    for link in prepositions(tree, verb):
        if tree.lemma[link].lower() in ("about", "before"):
            for thing, form in governed(tree, phrases, link, undoing=True):
                yield Seed(verb, verb, thing, "against", form=form)


def _agreed(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "agreed that tolls will be part of it"."""
    clause = tree.child(verb, "ccomp")
    if clause is None or clause < verb:
        return
    ahead = any(tree.tag[c] == "MD" for c in tree.children[clause])
    thing = tree.child(clause, "nsubj", "nsubjpass")
    if thing is None or phrases.can_stand(thing):
        return  # "agreed that the mayor should say so"
    if ahead and tree.pos[thing] == "NOUN":
        yield Seed(verb, verb, thing, "for")


def _stirred(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "the plan angered residents": it is theirs."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    whom, thing = tree.child(verb, "dobj"), tree.child(verb, "nsubj")
    if whom is None or thing is None or tree.pos[whom] == "PRON":
        return
    if not phrases.can_stand(whom) or tree.pos[thing] != "NOUN":
        return
    behind = (*tree.children[verb], *tree.children[whom])
    if phrases.can_stand(thing) or any(phrases.infinitive(c) for c in behind):
        return  # "encouraged residents to leave"
    for side in ("criticise", "praise"):
        if lemma in words[f"stir.{side}"]:
            yield Seed(verb, verb, thing, side, actor=whom, firm=False)


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


def _below(tree: Tree, verb: int) -> list[int]:
    """What stands under a verb and may be what it is about."""
    return [
        c
        for c in tree.children[verb]
        if tree.relation[c] in ("prep", "dobj", "ccomp", "xcomp", "prt", "oprd")
    ]
