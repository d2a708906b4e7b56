"""A report's parse as plain lists, with the edges of every subtree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from synoptic.model import Span

if TYPE_CHECKING:
    from synoptic.model import Syntax

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
SUBJECTED = SUBJECTS | {"expl"}
_SPEAKS = frozenset(
    "accuse applaud attack blame blast call commend condemn criticise criticize decry "
    "defend denounce dismiss hail insist laud pledge praise promise reject slam "
    "thank urge vow warn welcome".split()
)


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens of one report; every list is indexed by token.

    Attributes:
        left, right: First and last token of the token's subtree.
        children: The tokens whose head it is, in order.
    """

    text: str
    start: list[int]
    end: list[int]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    relation: tuple[str, ...]
    head: list[int]
    sentence: list[int]
    children: list[list[int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)

    def word(self, token: int) -> str:
        """The token as printed."""
        return self.text[self.start[token] : self.end[token]]

    def span(self, first: int, last: int) -> Span:
        """The span of two tokens and all between them."""
        return Span(self.start[first], self.end[last])

    def child(self, token: int, *relations: str) -> int | None:
        """The first child with one of the relations."""
        for child in self.children[token]:
            if self.relation[child] in relations:
                return child
        return None

    def whole_word(self, token: int) -> str:
        """The lemma of a token with what a hyphen joins to it: "cease-fire"."""
        word, at = self.lemma[token].lower(), token
        while (
            at > 1
            and self.word(at - 1) == "-"
            and (
                self.end[at - 1] == self.start[at]
                and self.end[at - 2] == self.start[at - 1]
            )
        ):
            at -= 2
            word = f"{self.lemma[at].lower()}-{word}"
        return word

    def sentence_around(self, token: int) -> tuple[int, int]:
        """First and last token of the sentence that the token stands in."""
        first = last = token
        while first > 0 and self.sentence[first - 1] == self.sentence[token]:
            first -= 1
        end = len(self.head) - 1
        while last < end and self.sentence[last + 1] == self.sentence[token]:
            last += 1
        return first, last


def make_tree(text: str, syntax: Syntax) -> Tree:
    """The tree over the tokens of one report."""
    head = _rejoined(syntax)
    n = len(head)
    children: list[list[int]] = [[] for _ in range(n)]
    left, right = list(range(n)), list(range(n))
    for token, above in enumerate(head):
        if above != token:
            children[above].append(token)
        # walk up while an edge moves: each step widens a subtree once
        at, steps = token, 0
        while head[at] != at and steps < n:
            at = head[at]
            steps += 1
            if left[at] <= token <= right[at]:
                break
            left[at] = min(left[at], token)
            right[at] = max(right[at], token)
    return Tree(
        text=text,
        start=syntax.start.tolist(),
        end=syntax.end.tolist(),
        lemma=syntax.lemma,
        pos=syntax.pos,
        tag=syntax.tag,
        relation=syntax.relation,
        head=head,
        sentence=syntax.sentence.tolist(),
        children=children,
        left=left,
        right=right,
    )


def _rejoined(syntax: Syntax) -> list[int]:
    """The head of each token, of a verb joined to a cue let in before it the cue.

    In "It will rain, Lee said, and left" the parser joins "left" to the rain.
    """
    head: list[int] = syntax.head.tolist()
    rows = list(zip(head, syntax.relation, strict=True))
    subjected = {above for above, relation in rows if relation in SUBJECTED}
    let_in = {
        above: token
        for token, (above, relation) in enumerate(rows)
        if relation == "parataxis" and above < token and token in subjected
    }
    for token, (above, relation) in enumerate(rows):
        if relation != "conj" or token in subjected:
            continue
        cue = let_in.get(above, token)
        if cue < token:
            same = syntax.tag[cue] == syntax.tag[token]
            head[token] = cue if same else above
        elif _goes_on(syntax, rows, token) and rows[above][0] in subjected:
            head[token] = rows[above][0]
    return head


def _goes_on(syntax: Syntax, rows: list[tuple[int, str]], token: int) -> bool:
    """Whether a verb goes on with the cue: "said that they are open, but ruled it out".

    What is told in the present, and how somebody is, has no deed of the past beside it.
    """
    inner = rows[token][0]
    cue, relation = rows[inner]
    past = syntax.tag[token] == syntax.tag[cue] == "VBD"
    if relation != "ccomp" or not past or cue > inner or syntax.pos[token] != "VERB":
        return False
    is_so = syntax.lemma[inner] == "be" and syntax.lemma[token].lower() in _SPEAKS
    return syntax.tag[inner] in ("VBZ", "VBP") or is_so
