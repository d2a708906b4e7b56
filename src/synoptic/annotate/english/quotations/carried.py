"""Words carried by an adjective or a noun: "made it clear that", "a warning that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.quotations.cue import Cue
from synoptic.annotate.english.quotations.sayers import sayer, sayer_phrase
from synoptic.annotate.english.quotations.trimming import trim_clause
from synoptic.annotate.english.tree import SUBJECTS
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.tree import Tree

_CLEAR = frozenset("clear plain known explicit evident obvious".split())
_WORDS = frozenset(
    "argument case point claim statement promise pledge vow threat warning assurance "
    "accusation allegation suggestion prediction reminder message signal complaint "
    "objection view opinion position stance line belief note guarantee".split()
)
_GIVES = frozenset(
    "make issue give send take hold offer raise repeat share deliver add sound release "
    "reiterate have".split()
)
# with their owner they carry words alone: "Lee's claim that it rains"
_OWNED = frozenset(
    "claim promise pledge vow threat warning allegation accusation assertion "
    "contention argument demand admission assurance prediction insistence "
    "suggestion".split()
)
_PROMISES = frozenset("promise pledge vow threat".split())
_REACH = 12
_MIGHT = frozenset("would could might may should can must".split())


def carried(tree: Tree, token: int, quoted: Sequence[Span]) -> Cue | None:
    """The cue of a verb that reports words by an adjective or a noun of its own."""
    lemma = tree.lemma[token].lower()
    if lemma in _OWNED and tree.pos[token] == "NOUN":
        return _owned(tree, token, quoted)
    if tree.pos[token] not in ("VERB", "AUX"):
        return None
    found = None
    if lemma == "make":
        found = _clear(tree, token)
    if found is None and (lemma in _GIVES or lemma == "leave"):
        found = _noun(tree, token, doubt=lemma == "leave")
    if found is None:
        return None
    word, clause = found
    # nothing was said yet: "could make it clear", "did not make the case"
    if any(
        tree.relation[c] == "neg"
        or (tree.relation[c] == "aux" and tree.lemma[c].lower() in (*_MIGHT, "to"))
        for c in tree.children[token]
    ):
        return None
    subject = sayer(tree, token)
    speaker = (
        sayer_phrase(tree, subject, token, quoted) if subject is not None else None
    )
    if speaker is None:
        return None
    span = tree.span(token, word)
    return Cue(
        span=span,
        act="said",
        speaker=speaker,
        content=(clause,),
        sure=True,
        whole=span._replace(start=min(span.start, speaker.start)),
        sentence=tree.sentence[token],
        root=tree.relation[token] == "ROOT",
        own=any(tree.relation[c] in SUBJECTS for c in tree.children[token]),
    )


def _owned(tree: Tree, noun: int, quoted: Sequence[Span]) -> Cue | None:
    """The cue of a noun with its owner: "her vow to go", "a claim by Lee that"."""
    giver = tree.head[noun]
    if tree.relation[noun] == "dobj" and tree.lemma[giver] in _GIVES:
        return None
    owner = tree.child(noun, "poss")
    if owner is None:
        link = next(
            (
                c
                for c in tree.children[noun]
                if c > noun and tree.lemma[c] in ("by", "from") and tree.pos[c] == "ADP"
            ),
            None,
        )
        owner = tree.child(link, "pobj") if link is not None else None
    if owner is None or tree.lemma[owner].lower() in ("my", "our", "your", "its"):
        return None
    clause = _clause_of(tree, noun)
    if clause is not None:
        said = _from_that(tree, noun, clause)
    elif tree.lemma[noun] in _PROMISES:
        said = _to_do(tree, noun)
    else:
        said = None
    speaker = sayer_phrase(tree, owner, noun, quoted)
    if said is None or speaker is None:
        return None
    if (last := tree.child(owner, "case")) is not None and tree.tag[last] == "POS":
        speaker = Span(speaker.start, min(speaker.end, tree.start[last]))
    span = tree.span(noun, noun)
    return Cue(
        span=span,
        act="said",
        speaker=speaker,
        content=(said,),
        sure=True,
        whole=Span(min(span.start, speaker.start), max(span.end, speaker.end)),
        sentence=tree.sentence[noun],
    )


def _to_do(tree: Tree, noun: int) -> Span | None:
    """The infinitive which hangs on a noun: "her promise to go"."""
    for child in tree.children[noun]:
        if child > noun and tree.relation[child] == "acl" and tree.tag[child] == "VB":
            return trim_clause(tree, tree.left[child], tree.right[child])
    return None


def _clause_of(tree: Tree, noun: int) -> int | None:
    """The clause with "that" which hangs on a noun."""
    for clause in tree.children[noun]:
        mark = tree.child(clause, "mark")
        if (
            clause > noun
            and tree.relation[clause] in ("acl", "ccomp")
            and mark is not None
            and tree.word(mark) == "that"
        ):
            return clause
    return None


def _clear(tree: Tree, verb: int) -> tuple[int, Span] | None:
    """The adjective and the clause of "made it very clear on Monday that"."""
    _, last = tree.sentence_around(verb)
    for word in range(verb + 1, min(verb + 4, last)):
        if tree.word(word).lower() not in _CLEAR:
            continue
        clauses = [
            c
            for c in (*tree.children[word], *tree.children[verb])
            if c > word
            and tree.relation[c] in ("ccomp", "advcl")
            and tree.child(c, *SUBJECTS, "expl") is not None
        ]
        if not clauses:
            return None
        clause = _from_that(tree, word, clauses[0])
        return (word, clause) if clause else None
    return None


def _noun(tree: Tree, verb: int, *, doubt: bool) -> tuple[int, Span] | None:
    """The noun and the clause of "issued a warning that", "left no doubt that"."""
    noun = tree.child(verb, "dobj")
    if noun is None or noun < verb:
        return None
    if doubt:
        if tree.lemma[noun] != "doubt" or tree.child(noun, "det") is None:
            return None
    elif tree.lemma[noun].lower() not in _WORDS:
        return None
    clause = _clause_of(tree, noun)
    said = _from_that(tree, noun, clause) if clause is not None else None
    return (noun, said) if said else None


def _from_that(tree: Tree, word: int, clause: int) -> Span | None:
    """The words of a clause, from its "that" on where it has one."""
    first = max(tree.left[clause], word + 1)
    for token in range(first, min(first + _REACH, clause)):
        if tree.tag[token] == "IN" and tree.word(token) == "that":
            first = token
            break
    else:
        subject = tree.child(clause, *SUBJECTS, "expl")
        first = first if subject is None else tree.left[subject]
    return trim_clause(tree, first, tree.right[clause])
