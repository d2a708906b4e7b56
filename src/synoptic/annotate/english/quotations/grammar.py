"""Cues by the parse: the verb of saying, who says, and the clause that is said."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.quotations.cue import Cue
from synoptic.annotate.english.quotations.tree import SUBJECTS, Tree
from synoptic.annotate.english.quotations.verbs import Frame, cue_verbs
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# nouns that carry words: "issued a statement saying"
_CARRIERS = frozenset(
    "statement letter tweet post message memo email release note interview speech "
    "comment remark report op-ed text reply response".split()
)
_TO_ADDRESSEE = frozenset("tell inform remind assure notify ask advise".split())
# what hangs on a verb of saying and says when, where and to whom
_OCCASION = frozenset({"prep", "npadvmod", "agent"})
_TOPICS = frozenset("about against at for of on to".split())
_TOPICAL = frozenset("about of as".split())
_SUBJECTED = SUBJECTS | {"expl"}
_WH = frozenset("if whether".split())
_MIGHT = frozenset("would could might may should can must".split())
# "went on to say" says; "wants to say" does not
_DOES = frozenset("go come continue begin proceed take rush hasten".split())
_TIMES = frozenset("time point moment day week month year bid effort move".split())
_AND_THAT = re.compile(r", (?:though|although|but|and|while|as)\b[^,]{0,20}$")
_AND = re.compile(r",? (?:but|and)\b(?: \w+)?\s*$")
_AND_MORE = re.compile(r",? (?:and|but) that\b")
_STOP = re.compile(r"[.;!?](?=\s|$|[”\"])|\n")
_ASIDE = re.compile(
    r", (?:which|who|whom|whose|where|when|while|though|although|a|an)\s| [-–—]+ "
)
_LEAST_SAID = 3
_TEMPORAL = frozenset("as when while after before".split())
# to decline these is an answer; to decline anything else is a deed
_ANSWERS = frozenset(
    "comment say discuss answer respond reply elaborate disclose name identify specify "
    "confirm deny speculate talk speak address provide give detail explain take".split()
)
_MAX_CALLED = 8
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_JUDGING = frozenset({"criticised", "praised", "accused"})


def cues_by_grammar(tree: Tree, quoted: Sequence[Span]) -> list[Cue]:
    """The cues of a report that stand outside quotation marks, in order."""
    found = list(_unchained(tree.text, list(_cues(tree, quoted))))
    return [_told(tree.text, cue, quoted) for cue in found]


def _told(text: str, cue: Cue, quoted: Sequence[Span]) -> Cue:
    """The cue with the clause that was said: the reporter's asides are cut.

    What hangs on its end as "..., which lies in the north" is the reporter's as a rule
    (so in PolNeAR); "and that ..." behind it is the speaker's still.
    """
    if not cue.content or cue.content[-1].start < cue.span.end:
        return cue
    last = cue.content[-1]
    more = _AND_MORE.match(text, last.end)
    if more:
        end = _STOP.search(text, more.end())
        last = Span(last.start, end.start() if end else last.end)
    asides = list(_ASIDE.finditer(text, last.start, last.end))
    if asides:
        aside = asides[-1]
        far = text[last.start : aside.start()].count(" ") >= _LEAST_SAID
        alone = "," not in text[aside.end() : last.end]
        spoken = any(aside.start() < q.end and q.start < last.end for q in quoted)
        if far and alone and not spoken:
            last = Span(last.start, aside.start())
    return replace(cue, content=(*cue.content[:-1], last))


def _unchained(text: str, cues: Sequence[Cue]) -> Iterator[Cue]:
    """End a clause where the speaker's next cue begins: "said it rains, adding ..."."""
    speakers = {place: cue.speaker for place, cue in enumerate(cues)}
    for place, cue in enumerate(cues):
        content = cue.content
        for further, other in enumerate(cues[place + 1 :], place + 1):
            if other.sentence != cue.sentence:
                break
            if not content or not other.span.within(content[-1]):
                continue
            cut = _joint(text, content[-1], cue, other)
            if cut is None:
                continue
            if not other.own:
                speakers[further] = speakers[place]
            while not text[cut - 1].isalnum() and text[cut - 1] not in "\"”’'":
                cut -= 1
            if cut > content[-1].start:
                content = (*content[:-1], Span(content[-1].start, cut))
        yield replace(cue, content=content, speaker=speakers[place])


def _joint(text: str, content: Span, cue: Cue, other: Cue) -> int | None:
    """Where the words of the second cue begin, when it is the same speaker's."""
    if other.trailing:
        return other.span.start
    if other.own:
        found = _AND_THAT.search(text, content.start, other.whole.start)
        return found.start() if found else None
    found = _AND.search(text, content.start, other.span.start)
    alike = (
        text[cue.span.end - 2 : cue.span.end]
        == (text[other.span.end - 2 : other.span.end])
    )
    return found.start() if found and alike and other.sure else None


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
        if lemma == "accord" or (lemma == "according" and tree.pos[token] != "NOUN"):
            cue = _according(tree, token)
        elif lemma in verbs and tree.pos[token] in ("VERB", "AUX"):
            cue = _verb(tree, token, verbs[lemma], quoted)
        else:
            continue
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
        subject = _subject(tree, verb)
    span = tree.span(verb, _particle(tree, verb))
    speaker = _phrase(tree, subject, verb, quoted) if subject is not None else None
    if subject is not None and tree.lemma[subject] == "that" and relation != "relcl":
        return None  # "That said, ..."
    if subject is not None and relation == "ROOT" and tree.tag[subject] == "WP":
        return None  # "Who will tell us?"
    content, act, sure = _said(tree, verb, subject, frames, passive=passive)
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
    addressee, occasion = _around(tree, verb, content, quoted)
    if content and content[0].start > span.end and "clause" in frames:
        taken = max([span.end, *(s.end for s in (addressee, occasion, speaker) if s)])
        content = (_from(tree.text, taken, content[0]), *content[1:])
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


def _said(
    tree: Tree,
    verb: int,
    subject: int | None,
    frames: dict[Frame, str],
    *,
    passive: bool,
) -> tuple[tuple[Span, ...] | None, str, bool]:
    """What is said, the act, and whether it counts without quotation marks.

    The content is None where the verb does not report words here.
    """
    act = frames.get("clause") or frames.get("marked") or _first(frames)
    clause = _clause(tree, verb, subject)
    if clause and ("clause" in frames or "marked" in frames):
        return clause, act, "clause" in frames
    if "infinitive" in frames and (found := _infinitive(tree, verb)):
        deed = frames["infinitive"]
        words = tree.text[found.start : found.end].split()
        told = deed != "declined" or not _ANSWERS.isdisjoint(words[:3])
        return (found,), deed, told
    if not passive:
        for child in tree.children[verb]:
            key = f"{tree.lemma[verb]}:{tree.lemma[child]}"
            sure, governed = _governed(key)
            if governed and child > verb and tree.relation[child] == "prep":
                last = tree.right[child]
                for other in tree.children[verb]:
                    if other > last and tree.lemma[other] == "as":
                        last = tree.right[other]  # "referred to it as a fight"
                found = _trim_clause(tree, child + 1, last)
                if tree.lemma[child] == "on" and tree.lemma[verb] == "call":
                    # "called on them to go", not "called on Monday"
                    found = _infinitive(tree, verb)
                    if found is None:
                        continue
                return ((found,) if found else ()), governed, sure
        found = _object(tree, verb)
        as_what = any(tree.lemma[c] == "as" for c in tree.children[verb] if c > verb)
        if found and "as" in frames and as_what:
            return (found,), frames["as"], True
        if found and "marked_as" in frames and as_what:
            return (found,), frames["marked_as"], False
        if found and "object" in frames:
            deed = frames["object"]
            plain = deed in _JUDGING and not any(
                tree.lemma[c] in ("for", "of", "as") and c > verb
                for c in tree.children[verb]
            )
            return (found,), deed, not plain
    if "clause" in frames and (found := _that(tree, verb)):
        return (found,), act, True
    if not clause and subject is not None and (host := _host(tree, verb, subject)):
        return host, act, "clause" in frames
    if "clause" in frames or "marked" in frames:
        return (), act, False
    return None, act, False


def _first(frames: dict[Frame, str]) -> str:
    """The act of a verb that takes no clause."""
    return next(iter(frames.values()), "said")


def _governed(key: str) -> tuple[bool, str | None]:
    """Whether a verb and its preposition report words without marks, and the act."""
    frames = cue_verbs().get(key, {})
    if "preposition" in frames:
        return True, frames["preposition"]
    return False, frames.get("marked_preposition")


def _that(tree: Tree, verb: int) -> Span | None:
    """A clause with "that" which the parser hung on another word."""
    for token in range(verb + 1, min(verb + 20, len(tree.head))):
        if tree.sentence[token] != tree.sentence[verb]:
            return None
        if tree.pos[token] == "VERB":
            return None
        if tree.tag[token] == "IN" and tree.word(token) == "that":
            clause = tree.head[token]
            if clause < token:
                return None
            return _trim_clause(tree, token, max(tree.right[clause], clause))
    return None


def _from(text: str, taken: int, content: Span) -> Span:
    """The content from behind the cue on, where the parser left words between."""
    gap = text[taken : content.start]
    if taken >= content.start or not any(c.isalnum() for c in gap):
        return content
    if gap.lstrip()[:1] in ",:;—–-" or " that " in gap + " ":
        return content
    if gap.strip() in _TOPICS:
        return content
    start = taken
    while not (text[start].isalnum() or text[start] in "\"“‘'[("):
        start += 1
    return Span(start, content.end)


def _subject(tree: Tree, verb: int) -> int | None:
    """The token that heads who speaks, through chains of verbs."""
    at = verb
    for _ in range(6):
        own = next(
            (
                c
                for c in tree.children[at]
                if tree.relation[c] in SUBJECTS and tree.pos[c] not in ("VERB", "AUX")
            ),
            None,
        )
        if own is not None:
            return own
        above, relation = tree.head[at], tree.relation[at]
        if above == at:
            return None
        if relation in ("acl", "relcl"):
            if tree.lemma[above].lower() not in _CARRIERS | _TIMES:
                return above
            at = tree.head[above]
            while tree.pos[at] == "ADP" and tree.head[at] != at:
                at = tree.head[at]
            if tree.pos[at] not in ("VERB", "AUX"):
                return above
        elif relation in ("conj", "advcl", "xcomp", "pcomp", "prep", "dep", "ccomp"):
            if (
                relation == "ccomp"
                and tree.tag[at] not in ("VBG", "VB")
                and any(tree.relation[c] in _SUBJECTED for c in tree.children[at])
            ):
                return None
            at = above
        elif tree.pos[above] in ("VERB", "AUX", "ADP"):
            at = above
        else:
            return None
    return None


def _phrase(tree: Tree, head: int, verb: int, quoted: Sequence[Span]) -> Span | None:
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
    return _trim(tree.text, span)


def _trim(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    return Span(start, end) if start < end else None


def _clause(tree: Tree, verb: int, subject: int | None) -> tuple[Span, ...]:
    """What is said, as a clause that hangs on the verb."""
    clauses = [
        c
        for c in tree.children[verb]
        if tree.relation[c] == "ccomp" or _whether(tree, verb, c)
    ]
    for child in sorted(clauses, key=lambda c: c < verb):
        first, last = tree.left[child], tree.right[child]
        if child > verb:
            first = max(first, verb + 1)
            reach = child if tree.pos[first] == "ADP" else min(first + 12, child)
            for token in range(first, reach):
                if tree.tag[token] == "IN" and tree.word(token) == "that":
                    first = token
                    break
            if not any(tree.relation[c] in _SUBJECTED for c in tree.children[child]):
                # "issues he said needed work and thanked him": the second verb is his
                for other in tree.children[child]:
                    if tree.relation[other] == "conj" and tree.tag[other] == "VBD":
                        last = min(last, tree.left[other] - 1)
                while last > first and tree.pos[last] in ("CCONJ", "PUNCT"):
                    last -= 1
        elif subject is not None and subject < verb and (rest := _rest(tree, verb)):
            return (rest,)
        else:
            last = min(last, (min(verb, subject) if subject is not None else verb) - 1)
        found = _trim_clause(tree, first, last)
        if found:
            return (found,)
    if subject is not None and subject < verb and (rest := _rest(tree, verb)):
        return (rest,)
    return ()


def _rest(tree: Tree, verb: int) -> Span | None:
    """The rest of the sentence, where it is a clause right behind the verb."""
    last = verb
    while last + 1 < len(tree.head) and tree.sentence[last + 1] == tree.sentence[verb]:
        last += 1
    first = verb + 1
    if first > last or tree.pos[first] not in ("NOUN", "PROPN", "PRON", "DET", "ADJ"):
        return None
    subject = next(
        (t for t in range(first, min(first + 8, last)) if tree.relation[t] in SUBJECTS),
        None,
    )
    if subject is None or tree.head[subject] == verb:
        return None
    if not any(tree.tag[t] in _FINITE for t in range(subject, min(subject + 8, last))):
        return None
    return _trim_clause(tree, first, last)


def _whether(tree: Tree, verb: int, child: int) -> bool:
    """Whether it is the question of "asked him if it rains"."""
    if tree.lemma[verb] not in ("ask", "wonder") or child < verb:
        return False
    mark = tree.child(child, "mark")
    return (
        tree.relation[child] == "advcl" and mark is not None and tree.lemma[mark] in _WH
    )


def _host(tree: Tree, verb: int, subject: int) -> tuple[Span, ...]:
    """What is said, where the cue is let into it: "It, he said, rains"."""
    first = min(tree.left[subject], verb)
    last = max(subject, verb)
    if first == 0 or tree.word(first - 1) not in (",", "—", "–") or last - first > 14:
        return ()
    sentence = tree.sentence[verb]
    start = end = verb
    while start > 0 and tree.sentence[start - 1] == sentence:
        start -= 1
    while end + 1 < len(tree.head) and tree.sentence[end + 1] == sentence:
        end += 1
    before = _trim_clause(tree, start, first - 1)
    if tree.child(verb, "dobj", "xcomp", "dative", "attr", "oprd") is not None:
        return ()  # it has its own words behind it
    if before is None:
        return ()
    comma = last + 1
    while comma < min(end, last + 9) and tree.pos[comma] not in ("VERB", "PUNCT"):
        comma += 1  # "she said in an interview on Monday,"
    if comma < end and tree.word(comma) == ",":
        after = _trim_clause(tree, comma + 1, end)
        return (before, after) if after and end - comma > 3 else (before,)
    tags = {tree.tag[token] for token in range(start, first)}
    if first - start < 6 or tags.isdisjoint(_FINITE):
        return ()
    return (before,)


def _infinitive(tree: Tree, verb: int) -> Span | None:
    for child in tree.children[verb]:
        if (
            child > verb
            and tree.relation[child] in ("xcomp", "ccomp", "advcl")
            and tree.tag[child] == "VB"
            and (mark := tree.child(child, "aux")) is not None
            and tree.lemma[mark] == "to"
        ):
            first, last = tree.left[child], tree.right[child]
            for other in tree.children[child]:
                when = tree.child(other, "mark", "advmod")
                if (
                    other > child
                    and tree.relation[other] == "advcl"
                    and when is not None
                    and tree.lemma[when] in _TEMPORAL
                ):
                    last = min(last, tree.left[other] - 1)
            return _trim_clause(tree, max(first, verb + 1), last)
    return None


def _object(tree: Tree, verb: int) -> Span | None:
    parts = [
        c
        for c in tree.children[verb]
        if c > verb
        and tree.relation[c]
        in ("dobj", "dative", "oprd", "ccomp", "xcomp", "attr", "acomp")
    ]
    if not parts:
        return None
    last = parts[-1]
    for child in tree.children[verb]:
        if (
            child > last
            and tree.relation[child] == "prep"
            and tree.lemma[child] in ("of", "for", "as", "with", "about")
        ):
            last = child
    return _trim_clause(tree, tree.left[parts[0]], tree.right[last])


def _trim_clause(tree: Tree, first: int, last: int) -> Span | None:
    if first > last:
        return None
    span = _trim(tree.text, tree.span(first, last))
    return _without_stop(tree.text, span) if span else None


def _without_stop(text: str, span: Span) -> Span:
    if text[span.end - 1] in ".;" and span.end - span.start > 1:
        return Span(span.start, span.end - 1)
    return span


def _unsaid(tree: Tree, verb: int) -> bool:
    """Whether nothing was said: denied, only possible, wished or asked for."""
    infinitive = False
    for child in tree.children[verb]:
        relation, lemma = tree.relation[child], tree.lemma[child].lower()
        if relation == "neg" or (relation == "mark" and lemma in _WH):
            return True
        if relation == "aux" and child < verb:
            if lemma in _MIGHT:
                return True
            infinitive |= lemma == "to"
    above = tree.head[verb]
    return infinitive and tree.lemma[above] not in _DOES


def _around(
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
        told = tree.lemma[verb] in _TO_ADDRESSEE and relation in ("dobj", "dative")
        if told and addressee is None:
            addressee = _trim(tree.text, span)
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
    return addressee, _trim(tree.text, whole)


def _according(tree: Tree, token: int) -> Cue | None:
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
    speaker = _trim(
        tree.text, tree.span(max(tree.left[named], to + 1), tree.right[named])
    )
    if speaker is None:
        return None
    sentence = tree.sentence[token]
    first = last = token
    while first > 0 and tree.sentence[first - 1] == sentence:
        first -= 1
    while last + 1 < len(tree.head) and tree.sentence[last + 1] == sentence:
        last += 1
    # the clause it stands in, not the whole sentence where there are two
    above = tree.head[token]
    while tree.pos[above] not in ("VERB", "AUX") and tree.head[above] != above:
        above = tree.head[above]
    if tree.relation[above] in ("ccomp", "conj", "advcl", "relcl"):
        first, last = tree.left[above], tree.right[above]
    whole = Span(tree.start[token], speaker.end)
    parts = [
        Span(tree.start[first], whole.start),
        Span(whole.end, max(tree.end[last], whole.end)),
    ]
    content = [_trim(tree.text, p) for p in parts if p.start < p.end]
    said = tuple(
        _without_stop(tree.text, s)
        for s in content
        if s and sum(c.isalpha() for c in tree.text[s.start : s.end]) > 3
    )
    return Cue(
        span=tree.span(token, to),
        act="said",
        speaker=speaker,
        content=said,
        sure=True,
        whole=whole,
        sentence=sentence,
        kind="according",
    )
