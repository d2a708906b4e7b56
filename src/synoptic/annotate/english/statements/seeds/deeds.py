"""Seeds in what somebody wants done: "voted to extend the fund"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.quotations.verbs import cue_verbs
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.plans import is_anothers
from synoptic.annotate.english.statements.seeds.aims import goes
from synoptic.annotate.english.statements.seeds.clauses import by_clause, side_of
from synoptic.annotate.english.statements.seeds.seed import (
    Seed,
    is_plain,
    is_whole,
    kinds_with_particle,
    prepositions,
    told_kinds,
)
from synoptic.annotate.english.statements.way.state import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_CLAUSES = ("xcomp", "ccomp", "advcl")
_PRONOUNS = frozenset("i we he she they it".split())
_NEAR = 3
_LIKES = frozenset("like love prefer".split())
_ASKED = frozenset("when whether".split())
_LIGHT = frozenset("make take give get put do have".split())
_ON_SOMEBODY = frozenset("pressure call appeal plea request demand".split())
_PLANS = frozenset("plan proposal move effort bid push campaign bill".split())
_ADAMANT = frozenset("adamant insistent emphatic firm unequivocal resolute".split())
_WILL = frozenset("will would 'll ’ll".split())
_LIKELY = frozenset("likely probably".split())
_SEEN = frozenset("see have get".split())
_SIDES: frozenset[Kind] = frozenset({"for", "against"})
_TOLD: frozenset[Kind] = frozenset({"for", "against", "undo"})


def by_deed(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds in a verb that says no stance itself, by the words over it.

    And in one that does, where what is to be done is told as done to the thing: "wants
    the curfew ended", "demanded that the bill be rejected".
    """
    kinds = kinds_with_particle(tree, verb)
    yield from by_clause(tree, phrases, verb)
    if tree.relation[verb] == "ccomp":
        if kinds & _TOLD or goes(tree, verb):
            yield from _done_to(tree, verb)
        elif tree.pos[verb] == "VERB":
            yield from _demanded(tree, verb)
    yield from _to_see(tree, verb)
    if not is_plain(tree, verb) and not _judges(tree, verb):
        if (
            "undo" in kinds
            and tree.relation[verb] == "xcomp"
            and _is_gerund(tree, verb)
        ):
            yield from _doing(tree, verb, only="against")
        return
    relation = tree.relation[verb]
    allowed = tree.lemma[tree.head[verb]].lower() in ("let", "help")
    if relation in _CLAUSES and (phrases.infinitive(verb) or allowed):
        yield from _to_do(tree, phrases, verb)
    elif relation in ("acl", "relcl") and phrases.infinitive(verb):
        yield from _planned(tree, phrases, verb)
    elif relation in ("xcomp", "ccomp") and _is_gerund(tree, verb):
        yield from _doing(tree, verb)
    elif _intended(tree, phrases, verb):
        yield Seed(verb, verb, verb, "for", form="deed", firm=True)


def _is_gerund(tree: Tree, verb: int) -> bool:
    return tree.tag[verb] == "VBG" and tree.child(verb, "nsubj") is None


def _to_see(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "wants to see tougher rules"."""
    above, thing = tree.head[verb], tree.child(verb, "dobj")
    wanted = tree.lemma[above].lower() in ("want", "like", "love", "need")
    if thing is None or tree.lemma[verb].lower() != "see" or not wanted:
        return
    if tree.relation[verb] == "xcomp" and tree.child(verb, "ccomp", "xcomp") is None:
        yield Seed(above, above, thing, "for", firm=False)


def _to_do(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    words = lexicon()
    above = tree.head[verb]
    if tree.lemma[above].lower() in words["operator.allow"]:
        if is_negated(tree, above):
            return  # "told him the rules did not allow him to"
        above = tree.head[above]
    lemma = tree.lemma[above].lower()
    will, plan = words["deed.will"], words["deed.plan"]
    done = tree.child(verb, "dobj")
    if _is_deed(tree, phrases, verb) and _ready_or_not(tree, above):
        firm = done is None or phrases.can_be_decided(done)
        yield Seed(verb, verb, verb, "for", form="deed", firm=firm)
        return
    given = tree.child(above, "dobj")
    if given is not None and tree.lemma[given].lower() == "pressure":
        lemma, given = "press", None
    asked = any(tree.word(c).lower() in _ASKED for c in tree.children[verb] if c < verb)
    if asked and lemma in OPEN - will - {"discuss", "debate"}:
        yield Seed(above, above, verb, "undecided", form="deed", firm=True)
        return
    if lemma == "go" and done is not None and _spoken(tree, above):
        told = not phrases.is_bare(done) and not phrases.is_person(done)
        if told and not phrases.is_nothing(done):
            yield Seed(verb, above, verb, "for", form="deed", firm=True)
        return
    if lemma not in will | plan | _LIKES or tree.pos[above] != "VERB":
        return
    if lemma in _LIKES and not _would(tree, above):
        return  # "likes to sail"
    if lemma == "plead" and done is not None and tree.left[done] == done:
        return  # "pleaded to tax evasion", where the parser takes a charge for a verb
    if lemma in words["act.dispute"] and _rids(tree, verb):
        return  # "is suing to break free of it" is no deed but against it
    if lemma in plan and _for_somebody(tree, verb):
        yield Seed(verb, above, verb, "for", form="deed", firm=True)
        return
    if tree.child(above, "auxpass") is not None:
        yield from _urged_by(tree, above, verb)
        return  # "was intended to close it"
    asked = lemma in words["operator.urge"]
    asked = asked and (lemma not in words["deed.wish"] or given is not None)
    if asked and is_negated(tree, above):
        return  # "never told him to break it"
    if tree.relation[verb] == "advcl" and given and not phrases.can_stand(given):
        return  # "ordered the payment to keep her quiet"
    asked_of = given is not None and phrases.can_stand(given)
    sworn = words["deed.vow"] | words["deed.press"]
    firm = lemma in words["deed.propose"] | sworn or (
        lemma in words["deed.ask"] and asked_of
    )
    firm = firm or (
        lemma in will
        and done is not None
        and (lemma in words["deed.order"] or phrases.can_be_decided(done))
    )
    own = tree.child(verb, "nsubj", "nsubjpass")
    if own is None or lemma in words["operator.urge"]:
        yield Seed(verb, above, verb, side_of(tree, verb), form="deed", firm=firm)


def _urged_by(tree: Tree, above: int, verb: int) -> Iterator[Seed]:
    """Such as "was urged by the union to resign": it is the union's."""
    agent = tree.child(above, "agent")
    by = None if agent is None else tree.child(agent, "pobj")
    if by is not None and tree.lemma[above].lower() in lexicon()["operator.urge"]:
        side = side_of(tree, verb)
        yield Seed(above, above, verb, side, actor=by, form="deed", firm=True)


def _spoken(tree: Tree, going: int) -> bool:
    """Whether it is what a speaker is about to do: "we're going to close it"."""
    subject = tree.child(going, "nsubj")
    own = subject is not None and tree.word(subject).lower() in ("i", "we")
    return own and tree.tag[going] == "VBG"


def _would(tree: Tree, verb: int) -> bool:
    return any(tree.tag[c] == "MD" for c in tree.children[verb])


def _rids(tree: Tree, verb: int) -> bool:
    """Whether it is to be quit of a thing: "break free of", "escape"."""
    lemma = tree.lemma[verb].lower()
    return any(key.partition(":")[0] == lemma for key in lexicon()["act.rid"])


def _for_somebody(tree: Tree, verb: int) -> bool:
    """Such as "is preparing for the army to guard it"."""
    return tree.child(verb, "nsubj") is not None and any(
        tree.relation[c] == "mark" and tree.lemma[c].lower() == "for"
        for c in tree.children[verb]
    )


def _judges(tree: Tree, verb: int) -> bool:
    """Whether it is to praise or blame a thing: "urged them to condemn it"."""
    kinds = lexicon().object.get(tree.lemma[verb].lower(), frozenset())
    asked = tree.lemma[tree.head[verb]].lower() in lexicon()["operator.urge"]
    told = tree.child(verb, "dobj") is not None
    return told and asked and bool(kinds) and kinds <= {"praise", "criticise"}


def _is_deed(tree: Tree, phrases: Phrases, verb: int) -> bool:
    """Whether it says what is to be done: "sign it", "talk about fares", "resign"."""
    if tree.child(verb, "dobj") is not None or is_whole(tree, verb):
        return True
    link = tree.child(verb, "prep")
    thing = None if link is None else tree.child(link, "pobj")
    light = tree.lemma[verb].lower() in _LIGHT
    return thing is not None and not light and not phrases.is_nothing(thing)


def _ready_or_not(tree: Tree, above: int) -> bool:
    """Such as "is unwilling to bring it", "declined to bring it"."""
    words = lexicon()
    lemma = tree.lemma[above].lower()
    if tree.pos[above] == "ADJ":
        ready = words["operator.adjective_keep"] | words["operator.adjective_refuse"]
        return lemma in ready - {"unable"}
    return lemma in words["operator.refuse"]


def _planned(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "announced plans to close the port"."""
    words = lexicon()
    noun = tree.lemma[tree.head[verb]].lower()
    done = tree.child(verb, "dobj")
    far = tree.left[verb] - tree.head[verb] > _NEAR and noun not in _ON_SOMEBODY
    if far or not _is_deed(tree, phrases, verb):
        return
    if noun not in words["operator.noun_keep"] | words["deed.called"]:
        return
    owner = tree.child(tree.head[verb], "poss")
    if owner is not None and tree.tag[owner] != "PRP$" and noun in _PLANS:
        return  # "his opponent's plan to close it" is a thing itself
    if is_anothers(tree, tree.head[verb]):
        return
    firm = noun in words["deed.called"] and (
        done is None or noun == "pressure" or phrases.can_be_decided(done)
    )
    yield Seed(verb, verb, verb, "for", form="deed", firm=firm)


def _doing(tree: Tree, verb: int, *, only: Kind | None = None) -> Iterator[Seed]:
    """Such as "favours raising the toll", "ruled out raising it"."""
    words = lexicon()
    above = tree.head[verb]
    lemma = tree.lemma[above].lower()
    governed = kinds_with_particle(tree, above)
    firm = lemma in words["deed.propose"] | words["firm.object"]
    for kind in told_kinds(governed & {"for", "against", "undecided"}):
        if only in (None, kind):
            yield Seed(above, above, verb, kind, form="deed", firm=firm)


def _demanded(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "demanded that the council raise the toll", "wants the roads mended"."""
    above = _wisher(tree, verb)
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if above is None or subject is None:
        return
    for link in prepositions(tree, verb):
        key = f"{tree.lemma[verb].lower()}:{tree.lemma[link].lower()}"
        thing = tree.child(link, "pobj")
        if thing is not None and lexicon().preposition.get(key, _TOLD) <= _SIDES:
            return  # "hoped they would agree to the plan": it is for the plan
    firm = tree.lemma[above].lower() == "demand"
    side = side_of(tree, verb)
    if any(tree.lemma[c].lower() == "no" for c in tree.children[subject]):
        side = "against"  # "that no changes be made"
    yield Seed(verb, above, verb, side, form="deed", firm=firm)


def _done_to(tree: Tree, verb: int) -> Iterator[Seed]:
    gone = goes(tree, verb)
    kinds = frozenset[Kind]({"undo"}) if gone else kinds_with_particle(tree, verb)
    above = _wisher(tree, verb)
    passive = tree.child(verb, "auxpass") is not None or tree.tag[verb] in (
        "VBN",
        "VBD",
    )
    thing = tree.child(verb, "nsubj", "nsubjpass")
    if above is None or thing is None or not (passive or gone):
        return
    for kind in told_kinds(kinds & _TOLD):
        negated = side_of(tree, verb) == "against"
        if negated and kind != "for":
            continue
        side: Kind = "against" if negated else kind
        yield Seed(verb, above, thing, side, willed=True)


def _wisher(tree: Tree, verb: int) -> int | None:
    """The verb of wishing over a clause that says what is to be."""
    words = lexicon()
    above = tree.head[verb]
    lemma = tree.lemma[above].lower()
    wish = words["deed.wish"]
    if lemma in _SEEN and tree.tag[verb] in ("VBN", "VBD"):
        over = tree.head[above]
        wants = tree.lemma[over].lower() in wish | words["deed.will"]
        seen = tree.relation[above] == "xcomp" and wants
        return over if seen else None
    adamant = tree.child(above, "acomp")
    if adamant is not None and tree.lemma[adamant].lower() in _ADAMANT:
        lemma = "insist"
    if lemma not in wish | words["deed.vow"] | {"hope"}:
        return None
    modals = {tree.lemma[c].lower() for c in tree.children[verb] if tree.tag[c] == "MD"}
    if lemma in words["deed.vow"] and modals & _WILL:
        return above
    bare = tree.tag[verb] == "VB" or any(
        tree.relation[c] in ("aux", "auxpass") and tree.tag[c] == "VB"
        for c in tree.children[verb]
    )
    small = tree.tag[verb] in ("VBN", "VBD") and not any(
        tree.relation[c] in ("aux", "auxpass", "mark", "dobj", "agent")
        for c in tree.children[verb]
    )
    if lemma in ("hope", "wish"):
        return above if modals & _WILL else None
    if any(tree.lemma[c] == "do" for c in tree.children[verb] if c < verb):
        return None  # "insists it does not know"
    return above if (bare or small) and not modals else None


def _intended(tree: Tree, phrases: Phrases, verb: int) -> bool:
    """Such as "said it would close the port", "announced they are closing it"."""
    subject, done = tree.child(verb, "nsubj"), tree.child(verb, "dobj")
    if subject is None or done is None or tree.relation[verb] != "ccomp":
        return False
    who, above = tree.word(subject).lower(), tree.head[verb]
    if who not in _PRONOUNS or phrases.is_bare(done):
        return False
    if who == "it" and tree.relation[above] == "advcl":
        return False  # "opposes the tax, saying it would cost jobs"
    if tree.lemma[above].lower() not in cue_verbs():
        return False
    helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    asked = any(tree.tag[c] in ("WRB", "WP") for c in tree.children[verb])
    if asked or helpers & _LIKELY:
        return False
    if is_negated(tree, verb) and not (helpers & _WILL):
        return False  # "admitted they were not mending it"
    if "be" in helpers and tree.tag[verb] == "VBG":
        body = who in ("it", "they", "we") and not helpers & _WILL
        return body or phrases.can_be_decided(done)
    if who == "i" and is_negated(tree, verb) and helpers & _WILL:
        return not phrases.is_person(done) and not phrases.is_nothing(done)
    tied = tree.child(verb, "advcl") is not None  # "he will close it if"
    own = who in ("i", "he", "she") and not (tied or phrases.can_be_decided(done))
    return bool(helpers & _WILL) and not own
