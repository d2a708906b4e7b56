"""Whom "they", "it", "both" and "the senator" stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.people.lexicon import people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass")
_SENTENCES_BACK = 2
_PERSON_NOUNS = frozenset(
    "representative senator congressman congresswoman lawmaker legislator republican "
    "democrat politician candidate nominee hopeful businessman businesswoman "
    "billionaire mogul lawyer attorney professor activist executive "
    "veteran conservative liberal independent contender challenger incumbent "
    "frontrunner tycoon developer entrepreneur investor author novelist actor actress "
    "singer comedian musician pastor preacher physician surgeon doctor prosecutor "
    "strategist pollster commentator pundit host columnist historian economist "
    "scholar researcher scientist supervisor superintendent commissioner sheriff "
    "ambassador diplomat envoy negotiator colonel admiral organizer campaigner "
    "defendant mother father widow lobbyist farmer teacher nurse pilot".split()
)
_NO_GROUP = frozenset("side people percent".split())


class Antecedents:
    """Looks back in one report for who is meant.

    `spoken` says whether an offset stands in words that somebody is quoted with.
    """

    def __init__(self, phrases: Phrases, spoken: Callable[[int], bool]) -> None:
        self._phrases = phrases
        self._tree: Tree = phrases.tree
        self._spoken = spoken

    def group(self, pronoun: int) -> int | None:
        """Head of the several that "they" means.

        The plural subject or else object before it in the same sentence, or the last
        plural subject.
        """
        tree = self._tree
        near = [
            t
            for t in self._before(pronoun)
            if tree.sentence[t] == tree.sentence[pronoun] and self._is_many(t)
        ]
        subjects = [t for t in near if tree.relation[t] in _SUBJECTS]
        subjects.sort(key=lambda t: tree.relation[tree.head[t]] == "relcl")
        objects = [t for t in near if tree.relation[t] in ("dobj", "pobj")]
        if subjects or objects:
            return (subjects or objects)[0]
        return self._subject(pronoun, self._is_many)

    def body(self, pronoun: int) -> int | None:
        """Head of the body that "it" means: the last subject that is one."""
        return self._subject(pronoun, self.is_body)

    def person(self, role: int) -> int | None:
        """Head of the name that "the senator" means: the last person who did or said.

        None: the phrase is not definite, or names somebody else.
        """
        tree = self._tree
        if tree.lemma[role].lower() not in _PERSON_NOUNS:
            return None
        if tree.tag[role] not in ("NN", "NNP") or role in self._phrases.names:
            return None
        lead = tree.word(tree.left[role]).lower()
        if lead != "the" or tree.right[role] != role:
            return None
        return self._subject(role, self._is_doer)

    def owner(self, pronoun: int) -> int | None:
        """Head of the name that "her" means in "her spokesman"."""
        return self._subject(pronoun, self._is_doer)

    def pair(self, token: int) -> list[int]:
        """Heads of the two persons that "both" means; empty: nobody who can be told."""
        tree = self._tree
        for at in self._before(token):
            if self._phrases.names.get(at) != "person":
                continue
            other = tree.child(at, "conj")
            if other is not None and self._phrases.names.get(other) == "person":
                more = tree.child(other, "conj")
                return [at, other] if more is None else []
        return []

    def _subject(self, pronoun: int, fits: Callable[[int], bool]) -> int | None:
        """The fitting subject of the nearest sentence; a main clause's before others.

        Of several in subordinate clauses the last is taken.
        """
        tree = self._tree
        nearest: int | None = None
        for token in self._before(pronoun):
            if nearest is not None and tree.sentence[token] != tree.sentence[nearest]:
                break
            if tree.relation[token] not in _SUBJECTS or not fits(token):
                continue
            main = tree.relation[tree.head[token]] == "ROOT"
            if nearest is None or main:
                nearest = token
            if main:
                break
        return nearest

    def _before(self, token: int) -> Iterator[int]:
        """Tokens before one, last first, outside what people are quoted with."""
        tree = self._tree
        for at in range(token - 1, -1, -1):
            if tree.sentence[token] - tree.sentence[at] > _SENTENCES_BACK:
                return
            if not self._spoken(tree.start[at]):
                yield at

    def _is_doer(self, token: int) -> bool:
        """Whether it is a person of whom more is said than what he or she is."""
        tree = self._tree
        return (
            self._phrases.names.get(token) == "person"
            and tree.lemma[tree.head[token]].lower() != "be"
        )

    def _is_many(self, token: int) -> bool:
        tree = self._tree
        if tree.pos[token] not in ("NOUN", "PROPN"):
            return False
        if not self._phrases.can_stand(token):
            return False
        if tree.lemma[token].lower() in _NO_GROUP:
            return False
        joined = tree.child(token, "conj")
        if joined is not None and self._phrases.can_stand(joined):
            return True
        named = self._phrases.names.get(token) == "person"
        return tree.tag[token] in ("NNS", "NNPS") and not named

    def is_body(self, token: int) -> bool:
        """Whether a head names a body, not a person or several."""
        tree = self._tree
        if self._phrases.names.get(token) in ("organisation", "place"):
            return tree.tag[token] != "NNPS"
        return (
            tree.tag[token] == "NN"
            and self._phrases.can_stand(token)
            and not self._phrases.is_person(token)
            and tree.lemma[token].lower() not in people().roles | _PERSON_NOUNS
        )


def body_behind(phrases: Phrases, person: int) -> int | None:
    """The body that a person is told to be of: "Lee of the Harbour Institute"."""
    tree = phrases.tree
    for link in tree.children[person]:
        body = tree.child(link, "pobj")
        if tree.lemma[link] in ("of", "with", "from", "at") and body in phrases.names:
            return body if phrases.names[body] == "organisation" else None
    return None
