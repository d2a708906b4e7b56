"""Whom a phrase names where it names several: joined, listed, "both", "such as"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.holders.spokesmen import whom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.statements.holders.antecedents import Antecedents
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Quotation

_MOST_JOINED = 12
_PAIRS = frozenset("both two pair".split())
_SAY = frozenset("all both each".split())
_PAIRED = frozenset("man woman senator leader lawmaker president minister".split())


class Several:
    """Takes apart the phrases of one report that name more than one."""

    def __init__(self, phrases: Phrases, antecedents: Antecedents) -> None:
        self._phrases = phrases
        self._tree: Tree = phrases.tree
        self._antecedents = antecedents

    def heads(self, head: int) -> list[int]:
        """Heads of all whom a phrase names; of one who stands alone his own."""
        return self._pair(head) or self._joined(head)

    def _pair(self, head: int) -> list[int]:
        """The two persons named before, where the phrase is "both" or "the two"."""
        tree = self._tree
        beside = {tree.word(c).lower() for c in tree.children[head]}
        both = tree.lemma[head].lower() in _PAIRS or (
            tree.lemma[head].lower() in _PAIRED
            and ("both" in beside or {"the", "two"} <= beside)
        )
        of = whom(self._tree, head)
        if not both or (of is not None and tree.tag[of] != "PRP"):
            return []
        return self._antecedents.pair(head)

    def _joined(self, head: int) -> list[int]:
        tree, phrases = self._tree, self._phrases
        heads = [head]
        for _ in range(_MOST_JOINED):
            joined = tree.child(heads[-1], "conj")
            if joined is None or tree.pos[joined] not in ("PROPN", "NOUN"):
                break
            if self._is_same_person(heads[-1], joined):
                break
            own = tree.child(heads[-1], "relcl")
            if own and own < joined and tree.relation[head] in ("pobj", "dobj", "attr"):
                break  # "guests, with Lee, who signed it, and his wife, Ida"
            heads.append(joined)
        beside = [c for c in tree.children[head] if tree.relation[c] == "appos"]
        for child in tree.children[head]:
            if tree.lemma[child].lower() == "include" and child > head:
                beside += [c for c in (tree.child(child, "pobj", "dobj"),) if c]
        if phrases.names.get(head) == "person" and len(heads) == 1:
            listed = [
                c
                for c in beside
                if phrases.names.get(c) == "person"
                and tree.child(c, "conj") is not None
            ]
            if listed:  # "Lee, Reed and Moss": the parser takes Reed for Lee
                return [head, *self._with_joined(listed)]
        persons = [t for t in (*heads[1:], *beside) if phrases.names.get(t) == "person"]
        if tree.tag[head] in ("NNS", "NNPS") and phrases.names.get(head) != "person":
            comma = any(
                tree.relation[c] == "punct" and tree.word(c) in (",", "—", "–", ":")
                for c in tree.children[head]
            )
            if persons and comma and len(persons) >= len(heads) - 1:
                # "two senators, Lee and Reed": Lee and Reed
                return self._with_joined(persons)
        heads += [example for one in heads for example in self._examples(one)]
        heads += self._named_behind(head)
        named = [h for h in heads if phrases.names.get(h) is not None]
        if len(heads) > 1 and len(named) != len(heads):
            heads = (
                heads[:1] if not named else [h for h in heads if phrases.can_stand(h)]
            )
        return heads

    def _named_behind(self, head: int) -> list[int]:
        """Such as "four senators voted for it, including Lee and Moss"."""
        tree = self._tree
        verb = tree.head[head]
        if tree.relation[head] != "nsubj" or tree.tag[head] not in ("NNS", "NNPS"):
            return []
        for token in range(verb + 1, tree.right[verb] + 1):
            if tree.lemma[token].lower() != "include" or tree.word(token - 1) != ",":
                continue
            named = tree.child(token, "pobj", "dobj")
            whole = tree.head[token]
            if named is None or (whole != verb and self._phrases.can_stand(whole)):
                continue
            if own := tree.child(named, "appos"):
                named = own  # "including its sponsor, Lee"
            return self._with_joined([named])
        return []

    def _examples(self, head: int) -> list[int]:
        """Those who are named among several: "young leaders such as Lee and Reed"."""
        tree = self._tree
        named = [
            tree.child(link, "pobj")
            for link in tree.children[head]
            if tree.lemma[link].lower() == "as"
            and any(tree.lemma[c].lower() == "such" for c in tree.children[link])
        ]
        return self._with_joined([one for one in named if one is not None])

    def _is_same_person(self, head: int, joined: int) -> bool:
        """Whether two nouns describe one: "the Ohio Republican and contender"."""
        tree = self._tree
        opens = tree.tag[tree.left[joined]]
        return (
            tree.tag[joined] == "NN"
            and tree.tag[head] in ("NN", "NNP")
            and self._phrases.names.get(head) != "person"
            and self._phrases.is_person(head)
            and opens not in ("DT", "PRP$")
        )

    def _with_joined(self, persons: Sequence[int]) -> list[int]:
        found: list[int] = []
        for person in persons:
            at: int | None = person
            while at is not None and at not in found:
                if self._phrases.names.get(at) == "person":
                    found.append(at)
                at = self._tree.child(at, "conj") or self._next_listed(at)
        return found

    def _next_listed(self, person: int) -> int | None:
        """Who comes next in a list of three: the parser takes Reed for Lee."""
        for child in self._tree.children[person]:
            named = self._phrases.names.get(child) == "person"
            if named and self._tree.relation[child] == "appos":
                return child if self._tree.child(child, "conj") is not None else None
        return None


def said_by_several(tree: Tree, quotation: Quotation) -> bool:
    """Whether more than the one speaker known say it: "both of them said"."""
    if quotation.cue is None:
        return False
    cue = bisect_left(tree.start, quotation.cue.start)
    who = tree.child(cue, "nsubj") if cue < len(tree.head) else None
    return who is not None and tree.lemma[who].lower() in _SAY
