"""What somebody is quoted as finding of a thing: its worth, its needs, its fate."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.annotate.english.quotations.tree import Tree
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.model import Quotation
    from synoptic.model.positions import Lean, Stance

_NEEDS = frozenset("must should shall".split())
_WARNS = frozenset({"warned", "criticised"})
_THIS = frozenset("it this that these".split())
_THINKS = frozenset("think believe know feel guess suppose".split())


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A clause in somebody's words with a thing as its subject.

    Attributes:
        verb: The clause's verb.
        target: Head of the thing.
        worth: The word that tells, or the need.
        needs: Whether the clause is a need the thing must meet.
    """

    verb: int
    target: int
    stance: Stance
    lean: Lean | None
    worth: int
    quotation: Quotation
    needs: bool = False


def find_evaluations(
    tree: Tree, phrases: Phrases, quotations: Sequence[Quotation]
) -> Iterator[Evaluation]:
    """Yield what speakers say that a thing is, does or must do."""
    starts = tree.start
    for quotation in quotations:
        if quotation.block == "caption":
            continue
        if quotation.act == "described":
            found = _described(tree, phrases, quotation)
            if found is not None:
                yield found
            continue
        for span in quotation.content:
            for token in range(bisect_left(starts, span.start), len(starts)):
                if starts[token] >= span.end:
                    break
                if tree.pos[token] in ("VERB", "AUX"):
                    found = _evaluation(tree, phrases, token, quotation)
                    if found is not None:
                        yield found


def _described(tree: Tree, phrases: Phrases, quotation: Quotation) -> Evaluation | None:
    """Such as "called the answer “promising”": the first noun is the thing."""
    words = lexicon()
    target: int | None = None
    for span in quotation.content:
        for token in range(bisect_left(tree.start, span.start), len(tree.start)):
            if tree.start[token] >= span.end:
                break
            if target is None:
                noun = tree.pos[token] == "NOUN" and phrases.can_be_decided(token)
                if noun or tree.word(token).lower() in ("it", "this"):
                    target = token
                continue
            lemma = tree.lemma[token].lower()
            negated = tree.word(token - 1).lower() in ("not", "no", "hardly")
            lean: Lean | None = None
            if (
                lemma in words["worth.against"]
                or f"{lemma}:-" in words["worth.against"]
            ):
                lean = None if negated else "against"
            elif lemma in words["worth.for"]:
                lean = "against" if negated else "for"
            if lean is not None:
                return Evaluation(target, target, "unstated", lean, token, quotation)
    if target is not None and quotation.speaker.entity is not None:
        return Evaluation(target, target, "unstated", None, target, quotation)
    return None


def _evaluation(
    tree: Tree, phrases: Phrases, verb: int, quotation: Quotation
) -> Evaluation | None:
    subject = tree.child(verb, "nsubj", "nsubjpass", "csubj")
    if subject is None or tree.relation[verb] in ("relcl", "acl"):
        return None
    if tree.tag[verb] in ("VBN", "VB", "VBG") and not any(
        tree.relation[c] in ("aux", "auxpass") for c in tree.children[verb]
    ):
        return None
    if tree.relation[subject] == "csubj":
        deed = tree.child(subject, "dobj")
        target = subject if deed is not None else None
        if target is None:
            return None
    else:
        target = subject
        low = tree.word(subject).lower()
        if low in _THIS:
            if low == "that" and tree.relation[verb] == "relcl":
                return None
            if low == "it" and _expletive(tree, verb):
                return None
            if low in ("it", "that") and tree.relation[verb] == "advcl":
                return None  # "because it is right": the stand itself
        elif phrases.is_person(subject) or not phrases.can_be_decided(subject):
            return None
    if _hypothetical(tree, verb):
        return None
    negated = any(tree.relation[c] == "neg" for c in tree.children[verb])
    negated ^= _doubted(tree, verb)
    need = next(
        (
            c
            for c in tree.children[verb]
            if tree.relation[c] == "aux" and tree.lemma[c].lower() in _NEEDS
        ),
        None,
    )
    told = verb
    if tree.lemma[verb].lower() in ("have", "need"):
        inner = tree.child(verb, "xcomp")
        if inner is not None and phrases.infinitive(inner):
            need, told = verb, inner
    if need is not None:
        clause = (verb, told, target)
        return _needed(tree, phrases, clause, quotation, negated=negated)
    return _worth(tree, (verb, target), quotation, words_negated=negated)


def _needed(
    tree: Tree,
    phrases: Phrases,
    clause: tuple[int, int, int],
    quotation: Quotation,
    *,
    negated: bool,
) -> Evaluation | None:
    """A stand in "must be stopped"; a condition in "must deal with the causes"."""
    words = lexicon()
    verb, told, target = clause
    lemma = tree.lemma[told].lower()
    keys = {lemma} | {
        f"{lemma}:{tree.lemma[c].lower()}"
        for c in tree.children[told]
        if tree.relation[c] in ("advmod", "prt") and c > told
    }
    if lemma == "take" and any(tree.lemma[c] == "place" for c in tree.children[told]):
        keys.add("happen")
    advice = any(tree.lemma[c].lower() == "should" for c in tree.children[verb]) and (
        not any(
            tree.lemma[c].lower() in ("any", "such", "this")
            for c in tree.children[target]
        )
    )
    stance: Stance
    if keys & words["fate.for"] and lemma not in ("continue", "remain"):
        stance = "against" if negated else "for"
    elif keys & words["fate.against"]:
        stance = "unstated" if negated else "against"
    elif negated or phrases.is_bare(target) or advice:
        return None
    else:
        return Evaluation(
            verb, target, "conditional", None, told, quotation, needs=True
        )
    return Evaluation(verb, target, stance, None, told, quotation)


def _worth(
    tree: Tree, clause: tuple[int, int], quotation: Quotation, *, words_negated: bool
) -> Evaluation | None:
    words = lexicon()
    verb, target = clause
    leans: list[tuple[int, Lean | None]] = []
    for token in _telling(tree, verb):
        word = tree.lemma[token].lower()
        lean: Lean | None = None
        if word in words["worth.against"] or f"{word}:-" in words["worth.against"]:
            lean = "against"
        elif word in words["worth.for"]:
            lean = "for"
        if any(tree.word(c).lower() == "too" for c in tree.children[token]):
            lean = "against"
        if lean is None:
            continue
        near = tree.word(token - 1).lower() in ("not", "no", "hardly") or any(
            tree.relation[c] == "neg" or tree.lemma[c] in ("no", "hardly")
            for c in tree.children[token]
        )
        if words_negated or near:
            lean = "against" if lean == "for" else None
        leans.append((token, lean))
    if leans:
        # "promising, but not enough" leans to no side
        one = leans[0][1] if len({lean for _, lean in leans}) == 1 else None
        return Evaluation(verb, target, "unstated", one, leans[0][0], quotation)
    if quotation.act in _WARNS:
        return Evaluation(verb, target, "unstated", "against", verb, quotation)
    bare = tree.word(target).lower() in _THIS
    if not bare and _in_marks(tree, verb, quotation):
        # the report thought these words of a thing worth quoting
        return Evaluation(verb, target, "unstated", None, verb, quotation)
    return None


def _doubted(tree: Tree, verb: int) -> bool:
    """Whether it hangs on "I do not believe"."""
    above = tree.head[verb]
    return (
        tree.relation[verb] == "ccomp"
        and tree.lemma[above].lower() in _THINKS
        and any(tree.relation[c] == "neg" for c in tree.children[above])
    )


def _expletive(tree: Tree, verb: int) -> bool:
    """Whether "it" is only a place for what follows: "it is good to see"."""
    below = list(tree.children[verb])
    for child in tree.children[verb]:
        if tree.relation[child] in ("acomp", "attr"):
            below += tree.children[child]
    return any(
        c > verb and tree.relation[c] in ("xcomp", "ccomp", "csubj", "acl", "relcl")
        for c in below
    )


def _in_marks(tree: Tree, verb: int, quotation: Quotation) -> bool:
    """Whether a named person's own words begin at or behind the verb."""
    if quotation.speaker.entity is None and quotation.kind != "direct":
        return False
    if quotation.kind == "indirect":
        return False
    if quotation.kind == "direct":
        return tree.relation[verb] in ("ROOT", "ccomp")
    behind = tree.text[tree.start[verb] : tree.end[tree.right[verb]]]
    return any(mark in behind for mark in '“"')


def _telling(tree: Tree, verb: int) -> list[int]:
    """The words by which a clause tells worth: its verb, what it is said to be."""
    found = [verb]
    below = [
        c
        for c in tree.children[verb]
        if c > verb and tree.relation[c] in ("acomp", "attr", "oprd", "dobj", "xcomp")
    ]
    while below:
        token = below.pop(0)
        found.append(token)
        for child in tree.children[token]:
            relation = tree.relation[child]
            said = relation in ("acomp", "attr", "conj", "xcomp")
            beside = relation == "amod" and tree.relation[token] == "attr"
            if said or beside:
                below.append(child)
    return sorted(found)


def _hypothetical(tree: Tree, verb: int) -> bool:
    """Whether the clause is an "if", or a question."""
    for child in tree.children[verb]:
        if tree.relation[child] == "mark" and tree.lemma[child].lower() in (
            "if",
            "unless",
            "whether",
        ):
            return True
        if tree.tag[child] in ("WP", "WRB", "WDT") and child < verb:
            return True
    end = verb
    while end + 1 < len(tree.head) and tree.sentence[end + 1] == tree.sentence[verb]:
        end += 1
    return tree.text[: tree.end[end]].rstrip('"”’ ').endswith("?")
