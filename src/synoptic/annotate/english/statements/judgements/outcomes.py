"""Things told by what comes of them: "if the plan passes, dockers will suffer"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.clauses import is_denied, own_words
from synoptic.annotate.english.statements.judgements.evaluation import told
from synoptic.annotate.english.statements.judgements.owed import GAINS, SUFFERS
from synoptic.annotate.english.statements.judgements.worth import leans_of
from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.judgements.evaluation import (
        Evaluation,
        Said,
    )
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model.positions import Lean

_WHEN = frozenset("if once when after unless".split())
_OTHER: dict[Lean, Lean] = {"for": "against", "against": "for"}
_INTO = {"become": "law", "take": "effect", "come": "force", "go": "effect"}


def by_outcome(
    tree: Tree, phrases: Phrases, verb: int, said: Said
) -> Evaluation | None:
    """What a clause tells of the thing whose fate it hangs on."""
    for clause in tree.children[verb]:
        mark = tree.child(clause, "mark", "advmod")
        if tree.relation[clause] != "advcl" or mark is None:
            continue
        if tree.lemma[mark].lower() not in _WHEN:
            continue
        fated = _fated(tree, phrases, clause)
        lean = _outcome(tree, verb) if fated is not None else None
        if fated is None or lean is None:
            continue
        thing, passes = fated
        unless = tree.lemma[mark].lower() == "unless"
        return told(
            (verb, thing), lean if passes != unless else _OTHER[lean], verb, said
        )
    return None


def _outcome(tree: Tree, verb: int) -> Lean | None:
    """Whether what comes of it is good or ill."""
    negated = is_denied(tree, verb)
    lemma = tree.lemma[verb].lower()
    own = leans_of(tree, own_words(tree, verb), negated=negated)
    leans = {lean for _, lean in own}
    if not negated and lemma in GAINS | SUFFERS:
        leans.add("for" if lemma in GAINS else "against")
    return leans.pop() if len(leans) == 1 else None


def _fated(tree: Tree, phrases: Phrases, clause: int) -> tuple[int, bool] | None:
    """The thing up for decision, and whether it goes through: "if it is approved"."""
    words = lexicon()
    lemma = tree.lemma[clause].lower()
    keys = {lemma} | {
        f"{lemma}:{tree.lemma[c].lower()}"
        for c in tree.children[clause]
        if tree.relation[c] in ("prt", "advmod", "prep") and c > clause
    }
    passes = bool(keys & words["fate.for"]) or _comes_into(tree, clause)
    fails = bool(keys & words["fate.against"])
    if passes == fails:
        return None
    subject = tree.child(clause, "nsubj", "nsubjpass")
    if subject is not None and phrases.can_stand(subject):
        subject = tree.child(clause, "dobj")  # "if the council adopts it"
    elif tree.child(clause, "dobj") is not None and lemma not in _INTO:
        return None  # "if the plan delays the work"
    if subject is None or not phrases.can_be_decided(subject):
        return None
    return subject, passes != is_negated(tree, clause)


def _comes_into(tree: Tree, clause: int) -> bool:
    """Such as "becomes law", "takes effect", "comes into force"."""
    noun = _INTO.get(tree.lemma[clause].lower())
    return noun is not None and any(
        tree.lemma[t].lower() == noun for t in range(clause, tree.right[clause] + 1)
    )
