"""Seeds in what somebody wants done: "voted to extend the fund"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.quotations.verbs import cue_verbs
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seed import Seed, is_plain, told_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_CLAUSES = ("xcomp", "ccomp", "advcl")
_PRONOUNS = frozenset("i we he she they it".split())
_NEAR = 3
_PLANS = frozenset("plan proposal move effort bid push campaign bill".split())
_ADAMANT = frozenset("adamant insistent emphatic".split())
_WILL = frozenset("will would 'll ’ll".split())
_REQUIRING = frozenset("want need insist demand require".split())
_LIKELY = frozenset("likely probably".split())
_SEEN = frozenset("see have get".split())
_TOLD: frozenset[Kind] = frozenset({"for", "against", "undo"})


def by_deed(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds in a verb that says no stance itself, by the words over it.

    And in one that does, where what is to be done is told as done to the thing: "wants
    the curfew ended", "demanded that the bill be rejected".
    """
    kinds = lexicon().object.get(tree.lemma[verb].lower(), frozenset())
    if _ordered(tree, phrases, verb):
        yield Seed(verb, verb, verb, "for", form="deed", firm=True)
    yield from _ought_to_be(tree, verb)
    yield from _first(tree, verb)
    yield from _if_so(tree, verb)
    if tree.relation[verb] == "ccomp":
        if kinds & _TOLD:
            yield from _done_to(tree, verb)
        elif tree.pos[verb] == "VERB":
            yield from _demanded(tree, verb)
    if _to_be_so(tree, verb):
        yield Seed(verb, verb, verb, "for", form="deed")
    yield from _to_see(tree, verb)
    if not is_plain(tree, verb):
        return
    relation = tree.relation[verb]
    if relation in _CLAUSES and phrases.infinitive(verb):
        yield from _to_do(tree, phrases, verb)
    elif relation in ("acl", "relcl") and phrases.infinitive(verb):
        yield from _planned(tree, phrases, verb)
    elif (
        relation in ("xcomp", "ccomp")
        and tree.tag[verb] == "VBG"
        and tree.child(verb, "nsubj") is None
    ):
        yield from _doing(tree, verb)
    elif _advised(tree, phrases, verb) or _intended(tree, phrases, verb):
        yield Seed(verb, verb, verb, "for", form="deed", firm=True)


def _ordered(tree: Tree, phrases: Phrases, verb: int) -> bool:
    """Whether it is an order that opens what is quoted: "Show us the audit"."""
    done = tree.child(verb, "dobj")
    if tree.tag[verb] != "VB" or tree.relation[verb] not in ("ROOT", "ccomp"):
        return False
    if done is None or phrases.is_person(done) or not is_plain(tree, verb):
        return False
    before = tree.text[: tree.start[verb]].rstrip()
    return before[-1:] in ("“", '"') and tree.child(verb, "nsubj", "aux") is None


def _ought_to_be(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "the law should be struck down"."""
    words = lexicon()
    thing = tree.child(verb, "nsubjpass")
    helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    if thing is None or not helpers & {"should", "must"}:
        return
    lemma, particle = tree.lemma[verb].lower(), tree.child(verb, "prt")
    kinds = words.object.get(lemma, frozenset())
    if particle is not None:
        key = f"{lemma}:{tree.lemma[particle].lower()}"
        kinds = words.preposition.get(key, frozenset())
    for kind in told_kinds(kinds & _TOLD):
        yield Seed(verb, verb, thing, kind)


def _first(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "wants to have all the facts before taking any action": a condition."""
    before = tree.head[verb]
    if tree.relation[verb] != "pcomp" or tree.lemma[before].lower() != "before":
        return
    what = at = tree.head[before]
    for _ in range(4):
        if tree.lemma[at].lower() in _REQUIRING:
            yield Seed(at, at, verb, "tie", form="deed", condition=what)
            return
        if tree.relation[at] not in ("xcomp", "ccomp", "acomp", "advcl"):
            return
        at = tree.head[at]


def _if_so(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "if we are going to arm them, we have to ...": a condition on arming."""
    going, need = tree.head[verb], None
    if tree.relation[verb] == "xcomp" and tree.relation[going] == "advcl":
        need = tree.head[going]
    if need is None or tree.lemma[going].lower() != "go" or going > need:
        return
    if not any(tree.lemma[c].lower() == "if" for c in tree.children[going]):
        return
    must = tree.lemma[need].lower() in ("have", "need") and tree.child(need, "xcomp")
    if must or any(tree.lemma[c].lower() == "must" for c in tree.children[need]):
        yield Seed(need, need, verb, "tie", form="deed", condition=need)


def _to_be_so(tree: Tree, verb: int) -> bool:
    """Such as "wants the council to be open", "the council has to be open"."""
    above = tree.head[verb]
    lemma = tree.lemma[above].lower()
    if tree.lemma[verb] != "be" or tree.child(verb, "acomp") is None:
        return False
    if tree.relation[verb] not in ("xcomp", "ccomp") or tree.tag[verb] != "VB":
        return False
    if tree.child(verb, "nsubj") is not None:
        return lemma in lexicon()["deed.wish"]
    return _to_be_done(tree, verb, above) and lemma != "be"


def _to_see(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "wants to see tougher rules"."""
    above, thing = tree.head[verb], tree.child(verb, "dobj")
    wanted = tree.lemma[above].lower() in ("want", "like", "love")
    if thing is None or tree.lemma[verb].lower() != "see" or not wanted:
        return
    if tree.relation[verb] == "xcomp" and tree.child(verb, "ccomp", "xcomp") is None:
        yield Seed(above, above, thing, "for", firm=False)


def _side(tree: Tree, verb: int) -> Kind:
    if any(tree.lemma[c].lower() == "whether" for c in tree.children[verb]):
        return "undecided"
    negated = any(tree.relation[c] == "neg" for c in tree.children[verb])
    return "against" if negated else "for"


def _to_do(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    words = lexicon()
    above = tree.head[verb]
    lemma = tree.lemma[above].lower()
    will, plan = words["deed.will"], words["deed.plan"]
    done = tree.child(verb, "dobj")
    if _to_be_done(tree, verb, above):
        yield Seed(verb, verb, verb, "for", form="deed", firm=True)
        return
    if done is not None and _ready_or_not(tree, above):
        firm = phrases.can_be_decided(done)
        yield Seed(verb, verb, verb, "for", form="deed", firm=firm)
        return
    if lemma not in will | plan or tree.pos[above] != "VERB":
        return
    if tree.child(above, "auxpass") is not None:
        return  # "was intended to close it"
    asked = lemma in words["operator.urge"] - words["deed.wish"]
    if asked and any(tree.relation[c] == "neg" for c in tree.children[above]):
        return  # "never told him to break it"
    given = tree.child(above, "dobj")
    if tree.relation[verb] == "advcl" and given and not phrases.can_stand(given):
        return  # "ordered the payment to keep her quiet"
    firm = lemma in words["deed.propose"] or (
        lemma in will
        and done is not None
        and (lemma in words["deed.order"] or phrases.can_be_decided(done))
    )
    own = tree.child(verb, "nsubj", "nsubjpass")
    if own is None or lemma in words["operator.urge"]:
        yield Seed(verb, above, verb, _side(tree, verb), form="deed", firm=firm)


def _to_be_done(tree: Tree, verb: int, above: int) -> bool:
    """Such as "the crews need to explain it", "it is up to the council to mend it"."""
    lemma, subject = tree.lemma[above].lower(), tree.child(above, "nsubj")
    if tree.relation[verb] != "xcomp" or subject is None:
        return False
    if lemma == "be":
        return any(tree.lemma[c] == "up" and c > above for c in tree.children[above])
    own = tree.word(subject).lower() in ("i", "he", "she", "it") or any(
        tree.relation[c] == "aux" for c in tree.children[above]
    )
    return (
        lemma in ("need", "have")
        and not own
        and tree.child(verb, "dobj", "acomp") is not None
    )


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
    if done is None or tree.left[verb] - tree.head[verb] > _NEAR:
        return
    if noun not in words["operator.noun_keep"] | words["deed.called"]:
        return
    owner = tree.child(tree.head[verb], "poss")
    if owner is not None and tree.tag[owner] != "PRP$" and noun in _PLANS:
        return  # "his opponent's plan to close it" is a thing itself
    if _of_another(tree, tree.head[verb]):
        return
    firm = noun in words["deed.called"] and phrases.can_be_decided(done)
    yield Seed(verb, verb, verb, "for", form="deed", firm=firm)


def _of_another(tree: Tree, noun: int) -> bool:
    """Whether a plan is what somebody stands against, so that it is another's."""
    above = tree.head[noun]
    if tree.relation[noun] == "pobj":
        return tree.lemma[above].lower() in ("against", "to", "of", "over")
    if tree.relation[noun] not in ("dobj", "nsubjpass"):
        return False
    kinds = lexicon().object.get(tree.lemma[above].lower(), frozenset())
    return bool(kinds & {"against", "undo", "criticise", "undecided"})


def _doing(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "favours raising the toll", "ruled out raising it"."""
    words = lexicon()
    above = tree.head[verb]
    lemma = tree.lemma[above].lower()
    particle = tree.child(above, "prt")
    if particle is None:
        governed = words.object.get(lemma, frozenset())
    else:
        key = f"{lemma}:{tree.lemma[particle].lower()}"
        governed = words.preposition.get(key, frozenset())
    firm = lemma in words["deed.propose"] | words["firm.object"]
    for kind in told_kinds(governed & {"for", "against", "undecided"}):
        yield Seed(above, above, verb, kind, form="deed", firm=firm)


def _demanded(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "demanded that the council raise the toll", "wants the roads mended"."""
    above = _wisher(tree, verb)
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if above is None or subject is None:
        return
    firm = tree.lemma[above].lower() == "demand"
    side = _side(tree, verb)
    if any(tree.lemma[c].lower() == "no" for c in tree.children[subject]):
        side = "against"  # "that no changes be made"
    yield Seed(verb, above, verb, side, form="deed", firm=firm)


def _done_to(tree: Tree, verb: int) -> Iterator[Seed]:
    words = lexicon()
    kinds = words.object.get(tree.lemma[verb].lower(), frozenset())
    above = _wisher(tree, verb)
    passive = tree.child(verb, "auxpass") is not None or tree.tag[verb] in (
        "VBN",
        "VBD",
    )
    thing = tree.child(verb, "nsubj", "nsubjpass")
    if above is None or thing is None or not passive:
        return
    for kind in told_kinds(kinds & _TOLD):
        negated = _side(tree, verb) == "against"
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
        seen = tree.relation[above] == "xcomp" and tree.lemma[over].lower() in wish
        return over if seen else None
    adamant = tree.child(above, "acomp")
    if adamant is not None and tree.lemma[adamant].lower() in _ADAMANT:
        lemma = "insist"
    if lemma not in wish | {"hope"}:
        return None
    bare = tree.tag[verb] == "VB" or any(
        tree.relation[c] in ("aux", "auxpass") and tree.tag[c] == "VB"
        for c in tree.children[verb]
    )
    small = tree.tag[verb] in ("VBN", "VBD") and not any(
        tree.relation[c] in ("aux", "auxpass", "mark", "dobj", "agent")
        for c in tree.children[verb]
    )
    modals = {tree.lemma[c].lower() for c in tree.children[verb] if tree.tag[c] == "MD"}
    if lemma in ("hope", "wish"):
        return above if modals & _WILL else None
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
    if "be" in helpers and tree.tag[verb] == "VBG":
        body = who in ("it", "they", "we") and not helpers & _WILL
        return body or phrases.can_be_decided(done)
    tied = tree.child(verb, "advcl") is not None  # "he will close it if"
    own = who in ("i", "he", "she") and not (tied or phrases.can_be_decided(done))
    return bool(helpers & _WILL) and not own


def _advised(tree: Tree, phrases: Phrases, verb: int) -> bool:
    """Such as "the mayor should explain it", "no changes should be made to it"."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is None or tree.word(subject).lower() in _PRONOUNS:
        return False
    if tree.tag[subject] in ("WDT", "WP", "EX") or tree.relation[verb] == "relcl":
        return False
    helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    if not helpers & {"should", "must"}:
        return False
    return phrases.can_stand(subject) or not phrases.can_be_decided(subject)
