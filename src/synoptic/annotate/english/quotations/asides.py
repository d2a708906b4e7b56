"""Cues beside what is said: "according to Lee", "in her view", "as he put it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.quotations.cue import Cue
from synoptic.annotate.english.quotations.trimming import trim, without_stop
from synoptic.annotate.english.quotations.verbs import cue_verbs
from synoptic.annotate.english.tree import SUBJECTS

if TYPE_CHECKING:
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Span

_VIEWS = frozenset(
    "view opinion estimation judgment judgement eye mind word telling assessment "
    "reckoning".split()
)
_LINKS = frozenset("in by to".split())
# "as the mayor put it", "as she sees it"
_PUTS = frozenset("put see tell".split())
_LEAST_LETTERS = 4


def aside(tree: Tree, token: int) -> Cue | None:
    """The cue that a word stands in, where it is let in beside what is said."""
    lemma = tree.lemma[token].lower()
    if lemma == "accord" or (lemma == "according" and tree.pos[token] != "NOUN"):
        return _according(tree, token)
    if lemma in _VIEWS and tree.pos[token] == "NOUN":
        return _view(tree, token)
    if lemma in _PUTS and tree.relation[token] == "advcl":
        return _put(tree, token)
    return None


def _according(tree: Tree, token: int) -> Cue | None:
    """The cue of "according to"."""
    to = next(
        (
            c
            for c in (*tree.children[token], token + 1)
            if c < len(tree.head) and c > token and tree.lemma[c] == "to"
        ),
        None,
    )
    if to is None:
        return None
    named = tree.child(to, "pobj") or tree.child(token, "pobj")
    if named is None:
        return None
    speaker = trim(
        tree.text, tree.span(max(tree.left[named], to + 1), tree.right[named])
    )
    if speaker is None:
        return None
    whole = tree.span(token, to)
    return _beside(tree, token, whole, speaker, whole._replace(end=speaker.end))


def _view(tree: Tree, noun: int) -> Cue | None:
    """The cue of "in the mayor's view" or "in the words of the mayor"."""
    link = tree.head[noun]
    if tree.relation[noun] != "pobj" or tree.lemma[link].lower() not in _LINKS:
        return None
    above = tree.head[link]
    if tree.pos[above] not in ("VERB", "AUX") or tree.lemma[above] in cue_verbs():
        return None  # "said in her opinion" is a ruling
    owner = tree.child(noun, "poss")
    of = tree.child(noun, "prep")
    if owner is None and of is not None and tree.lemma[of] == "of":
        owner = tree.child(of, "pobj")
    if owner is None or tree.word(owner).lower() in ("my", "our", "your"):
        return None
    last = tree.right[owner]
    if last > tree.left[owner] and tree.tag[last] == "POS":
        last -= 1
    whole = tree.span(tree.left[link], tree.right[noun])
    cue = tree.span(noun, noun)
    return _beside(tree, link, cue, tree.span(tree.left[owner], last), whole)


def _put(tree: Tree, verb: int) -> Cue | None:
    """The cue of "as the mayor put it"."""
    mark, subject = tree.child(verb, "mark", "advmod"), tree.child(verb, *SUBJECTS)
    what = tree.child(verb, "dobj")
    if mark is None or subject is None or what is None or subject > verb:
        return None
    if tree.lemma[mark].lower() != "as" or tree.word(what).lower() != "it":
        return None
    speaker = trim(tree.text, tree.span(tree.left[subject], tree.right[subject]))
    if speaker is None or tree.word(subject).lower() in ("i", "we", "you"):
        return None
    whole = tree.span(tree.left[verb], tree.right[verb])
    return _beside(tree, verb, tree.span(verb, verb), speaker, whole)


def _beside(tree: Tree, token: int, span: Span, speaker: Span, whole: Span) -> Cue:
    """A cue with the words of its clause before and behind as what is said."""
    first, last = tree.sentence_around(token)
    # the clause it stands in, not the whole sentence where there are two
    above = tree.head[token]
    while tree.pos[above] not in ("VERB", "AUX") and tree.head[above] != above:
        above = tree.head[above]
    if tree.relation[above] in ("ccomp", "conj", "advcl", "relcl"):
        first, last = tree.left[above], tree.right[above]
        # "..., but not soon, according to Lee" ends a sentence that is all hers
        while (
            tree.relation[above] in ("conj", "advcl")
            and tree.head[above] < above
            and whole.end >= tree.end[last] - 1
        ):
            above = tree.head[above]
            first = tree.left[above]
    parts = [
        whole._replace(start=tree.start[first], end=whole.start),
        whole._replace(start=whole.end, end=max(tree.end[last], whole.end)),
    ]
    content = [trim(tree.text, p) for p in parts if p.start < p.end]
    return Cue(
        span=span,
        act="said",
        speaker=speaker,
        content=tuple(
            without_stop(tree.text, s)
            for s in content
            if s
            and sum(c.isalpha() for c in tree.text[s.start : s.end]) >= _LEAST_LETTERS
        ),
        sure=True,
        whole=whole,
        sentence=tree.sentence[token],
        kind="according",
    )
