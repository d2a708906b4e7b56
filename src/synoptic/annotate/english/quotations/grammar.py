"""Cues by the parse: the verb of saying, who says, and the clause that is said."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from synoptic.annotate.english.quotations.asides import aside
from synoptic.annotate.english.quotations.carried import carried
from synoptic.annotate.english.quotations.chains import unchained
from synoptic.annotate.english.quotations.contents import from_behind, what_is_said
from synoptic.annotate.english.quotations.cue import Cue
from synoptic.annotate.english.quotations.ends import ended
from synoptic.annotate.english.quotations.sayers import (
    CAUSES,
    around,
    sayer,
    sayer_phrase,
)
from synoptic.annotate.english.quotations.verbs import Frame, cue_verbs
from synoptic.annotate.english.tree import SUBJECTS, Tree
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WH = frozenset("if whether".split())
_MIGHT = frozenset("would could might may should can must".split())
# "went on to say" says; "wants to say" does not
_DOES = frozenset("go come continue begin proceed take rush hasten".split())
_MAX_CALLED = 8


def cues_by_grammar(tree: Tree, quoted: Sequence[Span]) -> list[Cue]:
    """The cues of a report that stand outside quotation marks, in order."""
    found = list(unchained(tree, list(_cues(tree, quoted)), quoted))
    return [ended(tree, cue, quoted, found) for cue in found]


def leads_of(tree: Tree, quoted: Sequence[Span]) -> dict[int, Span]:
    """Whom each sentence tells of: the words of its main subject."""
    found: dict[int, Span] = {}
    for token, relation in enumerate(tree.relation):
        if relation != "ROOT" or tree.pos[token] not in ("VERB", "AUX"):
            continue
        subject = tree.child(token, "nsubj", "nsubjpass")
        if subject is None or subject > token:
            continue
        phrase = sayer_phrase(tree, subject, token, quoted)
        if phrase is not None:
            found[tree.sentence[token]] = phrase
    return found


def _cues(tree: Tree, quoted: Sequence[Span]) -> Iterator[Cue]:
    verbs = cue_verbs()
    at = 0
    for token in range(len(tree.head)):
        start = tree.start[token]
        while at < len(quoted) and quoted[at].end <= start:
            at += 1
        if at < len(quoted) and quoted[at].start <= start:
            continue
        lemma = tree.lemma[token]
        cue = aside(tree, token) or carried(tree, token, quoted)
        if cue is None and lemma in verbs and tree.pos[token] in ("VERB", "AUX"):
            cue = _verb(tree, token, verbs[lemma], quoted)
        if cue is not None:
            yield cue


def _verb(
    tree: Tree, verb: int, frames: dict[Frame, str], quoted: Sequence[Span]
) -> Cue | None:
    relation = tree.relation[verb]
    if relation in ("amod", "compound", "case", "prep"):
        return None
    if verb and tree.tag[verb - 1] == "POS":
        return None  # "Kyiv's proposed truce"
    if relation == "advcl" and tree.word(verb) == "Asked":
        return None  # "Asked why, she said": somebody else asked
    passive = tree.child(verb, "auxpass", "nsubjpass") is not None or (
        relation == "acl" and tree.tag[verb] == "VBN"
    )
    named = _called(tree, verb, frames, quoted)
    if named is not None and relation == "acl":
        # "Lee, who left, called it “a day”": the parser took it for a name's verb
        passive = False
        subject: int | None = tree.head[verb]
    elif passive:
        agent = tree.child(verb, "agent")
        subject = tree.child(agent, "pobj") if agent is not None else None
        if subject is None or relation == "acl":
            return None
    else:
        subject = sayer(tree, verb)
    span = tree.span(verb, _particle(tree, verb))
    speaker = sayer_phrase(tree, subject, verb, quoted) if subject is not None else None
    if subject is not None and tree.lemma[subject] == "that" and relation != "relcl":
        return None  # "That said, ..."
    if subject is not None and relation == "ROOT" and tree.tag[subject] == "WP":
        return None  # "Who will tell us?"
    content, act, sure = what_is_said(tree, verb, subject, frames, passive=passive)
    if (
        named
        and act == "described"
        and not any(
            c.start <= named.start and named.end <= c.end + 2 for c in content or ()
        )
    ):
        content, act = (named,), "described"
    if content is None:
        return None
    addressee, occasion = around(tree, verb, content, quoted)
    if content and content[0].start > span.end and "clause" in frames:
        taken = max([span.end, *(s.end for s in (addressee, occasion, speaker) if s)])
        content = (from_behind(tree.text, taken, content[0]), *content[1:])
    first = min([span.start, *([speaker.start] if speaker else [])])
    last = max([span.end, *([speaker.end] if speaker else [])])
    before = tree.text[: span.start].rstrip()[-1:]
    return Cue(
        span=span,
        act=act,
        speaker=speaker,
        content=content,
        sure=sure and not _unsaid(tree, verb),
        whole=Span(first, last),
        sentence=tree.sentence[verb],
        addressee=addressee,
        occasion=occasion,
        trailing=tree.tag[verb] == "VBG" and before in (",", "—", "–", "-", "”"),
        root=relation == "ROOT",
        own=any(tree.relation[c] in SUBJECTS for c in tree.children[verb]),
    )


def _particle(tree: Tree, verb: int) -> int:
    """The last word of the verb: "out" of "pointed out"."""
    particle = tree.child(verb, "prt")
    return particle if particle == verb + 1 else verb


def _called(
    tree: Tree, verb: int, frames: dict[Frame, str], quoted: Sequence[Span]
) -> Span | None:
    """What is called something, with the quoted words it is called."""
    if frames.get("object") != "described" or verb + 1 >= len(tree.head):
        return None
    at = bisect_left(quoted, (tree.end[verb], 0))
    if at == len(quoted):
        return None
    quote = quoted[at]
    between = tree.text[tree.end[verb] : quote.start]
    if not 1 <= len(between.split()) <= _MAX_CALLED or any(
        c in ".;:," for c in between
    ):
        return None
    if tree.sentence[verb] != tree.sentence[verb + 1]:
        return None
    return Span(tree.start[verb + 1], quote.end)


def _unsaid(tree: Tree, verb: int) -> bool:
    """Whether nothing was said: denied, only possible, wished or asked for."""
    infinitive = False
    above = tree.head[verb]
    for child in tree.children[verb]:
        relation, lemma = tree.relation[child], tree.lemma[child].lower()
        if relation == "neg" or (relation == "mark" and lemma in _WH):
            return True
        if relation == "aux" and child < verb:
            if lemma in _MIGHT:
                return True
            infinitive |= lemma == "to"
    if infinitive and tree.lemma[above] in CAUSES:
        return _unsaid(tree, above)
    return infinitive and tree.lemma[above] not in _DOES
