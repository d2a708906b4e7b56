"""What is said with a verb of saying: a clause, an object, the words around it."""

from __future__ import annotations

from synoptic.annotate.english.quotations.sayers import TO_ADDRESSEE
from synoptic.annotate.english.quotations.trimming import trim_clause
from synoptic.annotate.english.quotations.verbs import Frame, cue_verbs
from synoptic.annotate.english.tree import SUBJECTED, SUBJECTS, Tree
from synoptic.model import Span

_TOPICS = frozenset("about against at for of on to".split())
_WH = frozenset("if whether".split())
_TEMPORAL = frozenset("as when while after before".split())
# to decline these is an answer; to decline anything else is a deed
_ANSWERS = frozenset(
    "comment say discuss answer respond reply elaborate disclose name identify specify "
    "confirm deny speculate talk speak address provide give detail explain take".split()
)
# they take a thing too: "kept his faith though it failed", "mentioned her as one who"
_HOLDS = frozenset("maintain mention tweet advise read".split())
_REACH = 8
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DAYS = frozenset("day night time week month year morning evening afternoon".split())
_JUDGING = frozenset({"criticised", "praised", "accused"})


def what_is_said(
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
    if "clause" in frames and (done := _gerund(tree, verb)):
        return (done,), act, True
    if not passive:
        told_of = _by_preposition(tree, verb, act) or _by_object(tree, verb, frames)
        if told_of is not None:
            return told_of
    if "clause" in frames and (found := _that(tree, verb)):
        return (found,), act, True
    if not clause and subject is not None and (host := _host(tree, verb, subject)):
        return host, act, "clause" in frames
    if "clause" in frames or "marked" in frames:
        return (), act, False
    return None, act, False


def _by_preposition(
    tree: Tree, verb: int, act: str
) -> tuple[tuple[Span, ...], str, bool] | None:
    """What a preposition brings in: "spoke of a fight", "called on them to go"."""
    sure, governed = _governed(f"{tree.lemma[verb]}:for")
    if sure and (asked := _for_somebody(tree, verb)):
        return (asked,), governed or act, True
    for child in tree.children[verb]:
        sure, governed = _governed(f"{tree.lemma[verb]}:{tree.lemma[child]}")
        if not governed or child < verb or tree.relation[child] != "prep":
            continue
        if (tree.lemma[verb], tree.lemma[child]) == ("call", "on"):
            # "called on them to go", not "called on Monday"
            if asked := _infinitive(tree, verb):
                return (asked._replace(start=tree.start[child + 1]),), governed, sure
            continue
        last = tree.right[child]
        for other in tree.children[verb]:
            if other > last and tree.lemma[other] == "as":
                last = tree.right[other]  # "referred to it as a fight"
        found = trim_clause(tree, child + 1, last)
        return ((found,) if found else ()), governed, sure
    return None


def _by_object(
    tree: Tree, verb: int, frames: dict[Frame, str]
) -> tuple[tuple[Span, ...], str, bool] | None:
    """What is the verb's object: "described it as", "accused him of"."""
    found = _object(tree, verb)
    if not found:
        return None
    behind = {tree.lemma[c] for c in tree.children[verb] if c > verb}
    if "as" in behind and "as" in frames:
        return (found,), frames["as"], True
    if "as" in behind and "marked_as" in frames:
        return (found,), frames["marked_as"], False
    if "object" not in frames:
        return None
    deed = frames["object"]
    if deed == "described" and not _complemented(tree, verb):
        return (found,), deed, False  # "called a meeting", "called attention"
    plain = deed in _JUDGING and not behind & {"for", "of", "as"}
    return (found,), deed, not plain


def _first(frames: dict[Frame, str]) -> str:
    """The act of a verb that takes no clause."""
    return next(iter(frames.values()), "said")


def _governed(key: str) -> tuple[bool, str | None]:
    """Whether a verb and its preposition report words without marks, and the act."""
    frames = cue_verbs().get(key, {})
    if "preposition" in frames:
        return True, frames["preposition"]
    return False, frames.get("marked_preposition")


def _opens(tree: Tree, verb: int, token: int) -> bool:
    """Whether "that" opens what is said; behind "told the paper" it always does."""
    if tree.word(token) != "that":
        return False
    told = tree.lemma[verb] in TO_ADDRESSEE and token > verb + 1
    return tree.tag[token] == "IN" or (
        told and tree.lemma[tree.head[token]] not in _DAYS
    )


def _that(tree: Tree, verb: int) -> Span | None:
    """A clause with "that" which the parser hung on another word."""
    _, end = tree.sentence_around(verb)
    for token in range(verb + 1, min(verb + 20, end)):
        named = tree.word(token)[:1].isupper()  # of a programme: “Meet the Crews”
        if tree.pos[token] == "VERB" and tree.relation[token] != "pcomp" and not named:
            return None
        if _opens(tree, verb, token):
            clause = tree.head[token]
            if tree.tag[token] != "IN":
                # the finite verb behind it
                clause = next(
                    (t for t in range(token + 1, end) if tree.tag[t] in _FINITE), token
                )
            if clause <= token:
                return None
            return trim_clause(tree, token, max(tree.right[clause], clause))
    return None


def from_behind(text: str, taken: int, content: Span) -> Span:
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
                if _opens(tree, verb, token):
                    first = token + (tree.tag[token] != "IN")
                    break
            auxiliaries = {tree.tag[c] for c in tree.children[child]}
            if tree.tag[verb] == "VBD" and (
                "MD" in auxiliaries
                or not any(tree.relation[c] in SUBJECTED for c in tree.children[child])
            ):
                # "issues he said needed work and thanked him", "said she would go and
                # thanked him": the second verb is the speaker's own
                for other in tree.children[child]:
                    if (
                        tree.relation[other] == "conj"
                        and tree.tag[other] == "VBD"
                        and tree.child(other, *SUBJECTED) is None
                    ):
                        last = min(last, tree.left[other] - 1)
                while last > first and tree.pos[last] in ("CCONJ", "PUNCT"):
                    last -= 1
        elif subject is not None and subject < verb and (rest := _rest(tree, verb)):
            return (rest,)
        else:
            last = min(last, (min(verb, subject) if subject is not None else verb) - 1)
        found = trim_clause(tree, first, last)
        if found:
            return (found,)
    if tree.lemma[verb] in TO_ADDRESSEE and (that := _that(tree, verb)):
        return (that,)
    if subject is not None and subject < verb and (rest := _rest(tree, verb)):
        return (rest,)
    return ()


def _rest(tree: Tree, verb: int) -> Span | None:
    """The rest of the sentence, where it is a clause right behind the verb."""
    _, last = tree.sentence_around(verb)
    first = verb + 1
    if tree.lemma[verb] in _HOLDS:
        return None
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
    return trim_clause(tree, first, last)


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
    start, end = tree.sentence_around(verb)
    before = trim_clause(tree, start, first - 1)
    own = tree.child(verb, "dobj", "xcomp", "dative", "attr", "oprd")
    if own is not None and tree.lemma[verb] != "tell":
        return ()  # it has its own words behind it
    if before is None:
        return ()
    comma = last + 1
    while comma < min(end, last + 9) and tree.pos[comma] not in ("VERB", "PUNCT"):
        comma += 1  # "she said in an interview on Monday,"
    if comma < end and tree.word(comma) == ",":
        after = trim_clause(tree, comma + 1, end)
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
            return trim_clause(tree, max(first, verb + 1), last)
    return None


def _for_somebody(tree: Tree, verb: int) -> Span | None:
    """What is called for as a deed: "called on Monday for the mayor to resign"."""
    for link in range(verb + 1, min(verb + _REACH, len(tree.head))):
        if tree.word(link) == "for" and tree.sentence[link] == tree.sentence[verb]:
            deed = tree.head[link] if tree.relation[link] == "mark" else None
            if deed is None and tree.head[link] == verb:
                deed = next(
                    (
                        c
                        for c in tree.children[verb]
                        if c > link
                        and tree.relation[c] in ("xcomp", "advcl", "ccomp")
                        and tree.tag[c] == "VB"
                        and tree.right[link] + 1 == tree.left[c]
                    ),
                    None,
                )
            if deed is not None and tree.tag[deed] == "VB":
                return trim_clause(tree, link + 1, tree.right[deed])
    return None


def _gerund(tree: Tree, verb: int) -> Span | None:
    """What is said as a deed: "reported spending it", "said paving it would help"."""
    child = tree.child(verb, "xcomp", "ccomp")
    if child is None or child < verb or tree.tag[child] != "VBG":
        return None
    if tree.lemma[verb] == "continue" or tree.left[child] > verb + 2:
        return None
    return trim_clause(tree, max(tree.left[child], verb + 1), tree.right[child])


def _complemented(tree: Tree, verb: int) -> bool:
    """Whether a verb has a thing and what it is said to be: "called it a lie"."""
    if tree.child(verb, "oprd", "ccomp", "xcomp", "acomp", "attr") is not None:
        return True
    return sum(tree.relation[c] in ("dobj", "dative") for c in tree.children[verb]) > 1


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
    return trim_clause(tree, tree.left[parts[0]], tree.right[last])
