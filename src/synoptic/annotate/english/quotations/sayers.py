"""Around a verb of saying: who says, to whom, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.quotations.trimming import trim
from synoptic.annotate.english.tree import SUBJECTED, SUBJECTS, Tree
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# nouns that carry words: "issued a statement saying"
_CARRIERS = frozenset(
    "statement letter tweet post message memo email release note interview speech "
    "comment remark report op-ed text reply response".split()
)
TO_ADDRESSEE = frozenset("tell inform remind assure notify ask advise".split())
# what hangs on a verb of saying and says when, where and to whom
_OCCASION = frozenset({"prep", "npadvmod", "agent"})
_TOPICAL = frozenset("about of as".split())
_TIMES = frozenset("time point moment day week month year bid effort move".split())
# what makes somebody say something: "prompted the union to call for a strike"
CAUSES = frozenset(
    "prompt lead cause force push spur drive compel inspire provoke move".split()
)


_LONGEST_TITLE = 20


def sayer(tree: Tree, verb: int) -> int | None:
    """The token that heads who speaks, through chains of verbs."""
    found = _through(tree, verb)
    return _shared(tree, verb) if found is None else found


def _through(tree: Tree, verb: int) -> int | None:
    at = verb
    for _ in range(6):
        own = _own(tree, at)
        if own is None and at == verb and tree.relation[at] == "ROOT":
            own = _straight_before(tree, at)
        above, relation = tree.head[at], tree.relation[at]
        carried = relation == "relcl" and tree.lemma[above].lower() in _CARRIERS
        if own is not None and not (carried and tree.tag[own] == "WDT"):
            return own
        if above == at:
            return None
        if relation == "xcomp" and tree.lemma[above] in CAUSES:
            made = tree.child(above, "dobj")
            if made is not None and made < at:
                return made
        if relation in ("acl", "relcl"):
            if tree.lemma[above].lower() not in _CARRIERS | _TIMES:
                return above
            if (whose := _author(tree, above, at)) is not None:
                return whose
            at = tree.head[above]
            while tree.pos[at] == "ADP" and tree.head[at] != at:
                at = tree.head[at]
            if tree.pos[at] not in ("VERB", "AUX"):
                return above
        elif relation in ("conj", "advcl", "xcomp", "pcomp", "prep", "dep", "ccomp"):
            if (
                relation == "ccomp"
                and tree.tag[at] not in ("VBG", "VB")
                and any(tree.relation[c] in SUBJECTED for c in tree.children[at])
            ):
                return None
            at = above
        elif tree.pos[above] in ("VERB", "AUX", "ADP"):
            at = above
        else:
            return None
    return None


def _shared(tree: Tree, verb: int) -> int | None:
    """The subject of a verb that is joined on where the parser lost the joint.

    Such as "Lee summed it up as “terrible,” denounced it and said that it must go".
    """
    first, _ = tree.sentence_around(verb)
    joined = verb > first and tree.word(verb - 1).lower() in ("and", "but", "then")
    if not joined or tree.tag[verb] not in ("VBD", "VBZ"):
        return None
    for token in range(first, verb):
        if tree.relation[token] == "nsubj" and token < tree.head[token] < verb:
            same = tree.tag[tree.head[token]] == tree.tag[verb]
            return token if same else None
    return None


def _author(tree: Tree, carrier: int, verb: int) -> int | None:
    """Whose words a noun carries: "comments Lee made saying", "Lee's post saying"."""
    for child in tree.children[carrier]:
        relation = tree.relation[child]
        if relation == "poss" and tree.pos[child] != "PRON":
            return child
        if relation == "relcl" and child < verb:
            maker = tree.child(child, "nsubj")
            if maker is not None and tree.tag[maker] not in ("WDT", "WP"):
                return maker
        if relation == "prep" and tree.lemma[child] in ("from", "by") and child < verb:
            return tree.child(child, "pobj")
    return None


def _straight_before(tree: Tree, verb: int) -> int | None:
    """The name before a main verb that the parser gave no subject."""
    if tree.tag[verb] not in ("VBD", "VBZ", "VBP"):
        return None
    first, _ = tree.sentence_around(verb)
    named = verb - 1
    many = tree.child(verb, "nummod")
    if many is not None and many < verb:
        return many  # "About four in ten say"
    if named > first and tree.word(named) in (",", ")"):
        if (host := _before_aside(tree, first, named)) is not None:
            return host
        # "Lee, the head of the club and its owner, said": before what tells who he is
        commas = [
            t
            for t in range(max(first, verb - _LONGEST_TITLE), named)
            if tree.word(t) == "," and tree.pos[t - 1] == "PROPN"
        ]
        named = commas[-1] - 1 if commas else named
    return named if named >= first and tree.pos[named] == "PROPN" else None


def _before_aside(tree: Tree, first: int, closes: int) -> int | None:
    """The noun before an aside: "a guest, who left early," or "Lee (a pilot)"."""
    bracket = tree.word(closes) == ")"
    for token in range(closes - 1, first, -1):
        opens = tree.word(token)
        if bracket and opens != "(":
            continue
        if not bracket and (opens != "," or tree.word(token + 1).lower() != "who"):
            continue
        named = tree.pos[token - 1] in ("NOUN", "PROPN")
        return token - 1 if named else None
    return None


def _own(tree: Tree, verb: int) -> int | None:
    """The verb's own subject, if any."""
    own = []
    for child in tree.children[verb]:
        if tree.relation[child] not in SUBJECTS:
            continue
        if tree.pos[child] in ("VERB", "AUX"):
            # "officials opposed to it argue": the parser took them for a clause
            inner = tree.child(child, "nsubj")
            if inner is None or tree.tag[child] not in ("VBD", "VBN"):
                continue
            own.append(inner)
        else:
            own.append(child)
    if not own:
        return None
    behind = [c for c in own if c > verb]
    if behind and tree.text[: tree.start[verb]].rstrip()[-1:] in "”\"’'":
        return behind[0]  # "“It conflicts with the charter,” reads the statement"
    # "the toll, which she said": she
    return min(own, key=lambda c: tree.tag[c] in ("WDT", "WP"))


def sayer_phrase(
    tree: Tree, head: int, verb: int, quoted: Sequence[Span]
) -> Span | None:
    """The words of the speaker: the subtree, cut at the verb and at any quotation."""
    first, last = tree.left[head], tree.right[head]
    for child in tree.children[head]:
        if child > head and tree.relation[child] in ("relcl", "acl"):
            comma = tree.left[child] - 1
            if comma > head and tree.word(comma) in (",", "–", "—"):
                last = min(last, comma - 1)
    if head < verb:
        last = min(last, verb - 1)
    else:
        first = max(first, verb + 1)
    while last > head and (tree.pos[last] in ("PUNCT", "ADV", "AUX", "CCONJ")):
        last -= 1
    while first < head and tree.pos[first] in ("PUNCT", "CCONJ", "SCONJ", "ADV"):
        first += 1
    span = tree.span(first, last)
    for mark in quoted:
        if mark.overlaps(span):
            if mark.start <= tree.start[head] < mark.end:
                return None
            if mark.end <= tree.start[head]:
                start = mark.end
                while start < span.end and not tree.text[start].isalnum():
                    start += 1
                span = Span(start, span.end)
            else:
                span = Span(span.start, mark.start)
    return trim(tree.text, span)


def around(
    tree: Tree, verb: int, content: tuple[Span, ...], quoted: Sequence[Span]
) -> tuple[Span | None, Span | None]:
    """Whom the words were said to, and where and when."""
    addressee: Span | None = None
    places: list[tuple[int, int]] = []
    for child in tree.children[verb]:
        if child < verb:
            continue
        span = tree.span(tree.left[child], tree.right[child])
        if any(span.overlaps(c) for c in content):
            continue
        if any(span.overlaps(q) for q in quoted):
            continue
        relation = tree.relation[child]
        told = tree.lemma[verb] in TO_ADDRESSEE and relation in ("dobj", "dative")
        if told and addressee is None:
            addressee = trim(tree.text, span)
            pieces = [c for c in tree.children[child] if tree.relation[c] == "prep"]
            if pieces and pieces[0] > child:
                # "told reporters in Moscow": the place is the telling's
                addressee = tree.span(tree.left[child], pieces[0] - 1)
                places.append((pieces[0], tree.right[child]))
        elif relation == "prep" and tree.lemma[child] == "to" and addressee is None:
            goal = tree.child(child, "pobj")
            if goal is not None:
                addressee = tree.span(tree.left[goal], tree.right[goal])
        elif relation in _OCCASION and tree.lemma[child] not in _TOPICAL:
            places.append((tree.left[child], tree.right[child]))
    if not places:
        return addressee, None
    first = min(a for a, _ in places)
    last = max(b for _, b in places)
    whole = tree.span(first, last)
    if addressee and whole.overlaps(addressee):
        whole = tree.span(*places[0])
    if any(whole.overlaps(s) for s in (*content, *quoted)):
        return addressee, None
    return addressee, trim(tree.text, whole)
