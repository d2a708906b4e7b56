"""Whether two passages say the same thing, as probabilities.

Words first; sentence vectors are asked only where the words leave it open. Two
questions are kept apart: do the two say the same, and do they share a point at all
(one statement that both make, beside others). Being about the same topic is neither.

The weights are those of a penalised logistic regression, fitted by
`benchmarks/fit_paraphrase.py` on newspaper sentence pairs (Dolan and Brockett, 2005)
and on pairs from reports of one story, labelled by hand for this project.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from synoptic.collate.passages.resemblance import (
    FEATURES,
    Passage,
    fading,
    resemblances,
    shared_bits,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from synoptic.text.vectors import Vectors

__all__ = ["Model", "PairScorer", "Passage", "ScorerSettings", "Scores", "design"]

Question = Literal["same", "shares"]


@dataclass(frozen=True, kw_only=True)
class ScorerSettings:
    """What counts, in probabilities (`_p`) and bits; measured in `tests/eval`.

    Attributes:
        reworded_p: From here on two passages say the same. Chosen on the fitting part
            of the hand-labelled news pairs for a precision of 0.9 at the base rate of
            real stories, where most pairs are not the same.
        reworded_fast_p: As above for words alone, without vectors.
        partly_p: From here on two passages share a point; chosen likewise.
        partly_fast_p: As above for words alone.
        opening_p: From here on two sentences share a point that open reports of one
            event, with vectors or without.
        least_shared_bits: Passages that share less are not looked at: about one rare
            word, or two that are not.
        least_share: Nor are those that share less than this part of the shorter one.
        least_share_of_both: Nor where the geometric mean of both shares is less. The
            three leave out nearly nine pairs of ten in the bands sampled for labelling
            and one of 310 that passed a threshold.
        grey_low_p: Below this chance of sharing a point by words alone, vectors are
            not asked: among 713 labelled pairs, none that they would raise above a
            threshold stood below 0.32.
        grey_high_p: From this chance of being the same on they are not asked either.
    """

    reworded_p: float = 0.83
    reworded_fast_p: float = 0.80
    partly_p: float = 0.72
    partly_fast_p: float = 0.62
    opening_p: float = 0.45
    least_shared_bits: float = 8.0
    least_share: float = 0.2
    least_share_of_both: float = 0.18
    grey_low_p: float = 0.3
    grey_high_p: float = 0.97


class Scores(NamedTuple):
    """Probabilities of many pairs, each of shape (n_pairs,).

    Attributes:
        same: The two say the same thing.
        shares: They share a point, or say the same.
    """

    same: NDArray[np.float64]
    shares: NDArray[np.float64]


class _Faded(NamedTuple):
    a: Sequence[Passage]
    b: Sequence[Passage]
    kept: dict[str, float]


class FirstVote(NamedTuple):
    """What words alone say of some pairs.

    Attributes:
        same, shares: Probabilities, each of shape (n_pairs,).
        grey: Which pairs words leave open, shape (n_grey,).
        columns: Their features, shape (n_grey, n_features).
        a_texts, b_texts: Their texts.
    """

    same: NDArray[np.float64]
    shares: NDArray[np.float64]
    grey: NDArray[np.intp]
    columns: NDArray[np.float64]
    a_texts: tuple[str, ...]
    b_texts: tuple[str, ...]


@dataclass(frozen=True)
class Model:
    """A logistic regression: bias + weights . (columns - mean) / scale."""

    bias: float
    weights: NDArray[np.float64]
    mean: NDArray[np.float64]
    scale: NDArray[np.float64]

    def probabilities(self, columns: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probability of each row, rounded so that the last bits decide nothing."""
        logit = self.bias + ((columns - self.mean) / self.scale) @ self.weights
        p: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-np.clip(logit, -30, 30)))
        return p.round(6)


@dataclass(eq=False)
class PairScorer:
    """Scores pairs of passages of two reports.

    Attributes:
        vectors: The second vote; None: words alone. Each text is encoded once.
    """

    vectors: Vectors | None = None
    settings: ScorerSettings = field(default_factory=ScorerSettings)
    _encoded: dict[str, NDArray[np.float32]] = field(default_factory=dict, repr=False)
    _faded: _Faded | None = field(default=None, repr=False)

    @property
    def reworded_p(self) -> float:
        """The threshold of `same` that goes with this scorer."""
        chosen = self.settings
        return chosen.reworded_p if self.vectors else chosen.reworded_fast_p

    @property
    def partly_p(self) -> float:
        """The threshold of `shares` that goes with this scorer."""
        return self.settings.partly_p if self.vectors else self.settings.partly_fast_p

    @property
    def opening_p(self) -> float:
        """The threshold of `shares` for sentences that open reports of one event."""
        return self.settings.opening_p

    def candidates(
        self, a_texts: Sequence[Passage], b_texts: Sequence[Passage]
    ) -> NDArray[np.intp]:
        """The pairs that share enough words to be worth scoring.

        Returns:
            Shape (n, 2), places in `a_texts` and `b_texts`, in order.
        """
        if not a_texts or not b_texts:
            return np.zeros((0, 2), np.intp)
        kept = self._fading(a_texts, b_texts)
        shared = shared_bits(a_texts, b_texts, kept)
        totals = [
            np.array([_total(p, kept) for p in side]) for side in (a_texts, b_texts)
        ]
        least = np.minimum(totals[0][:, None], totals[1][None, :])
        both = np.sqrt(totals[0][:, None] * totals[1][None, :])
        chosen = self.settings
        return np.argwhere(
            (shared >= chosen.least_shared_bits)
            & (shared >= chosen.least_share * least)
            & (shared >= chosen.least_share_of_both * both)
        )

    def first_vote(
        self,
        a_texts: Sequence[Passage],
        b_texts: Sequence[Passage],
        pairs: NDArray[np.intp],
    ) -> FirstVote:
        """What words alone say of each pair, and which pairs they leave open.

        Args:
            a_texts: All passages of the one report: words that the two reports use
                often count less.
            b_texts: All passages of the other one.
            pairs: Shape (n, 2), places in `a_texts` and `b_texts`.
        """
        if len(pairs) == 0:
            nothing = np.zeros(0)
            return FirstVote(nothing, nothing, np.zeros(0, np.intp), nothing, (), ())
        kept = self._fading(a_texts, b_texts)
        columns = resemblances(a_texts, b_texts, pairs, kept)
        by_words = design(columns)
        same = _models()["same", "words"].probabilities(by_words)
        shares = _models()["shares", "words"].probabilities(by_words)
        low, high = self.settings.grey_low_p, self.settings.grey_high_p
        grey = np.flatnonzero((shares >= low) & (same < high))
        return FirstVote(
            same,
            shares,
            grey,
            columns[grey],
            tuple(a_texts[i].text for i in pairs[grey, 0]),
            tuple(b_texts[j].text for j in pairs[grey, 1]),
        )

    def read_ahead(self, votes: Iterable[FirstVote]) -> None:
        """Encode what the second votes will ask for, all at once: it is faster so."""
        if self.vectors is not None:
            self._encode({t for vote in votes for t in (*vote.a_texts, *vote.b_texts)})

    def second_vote(self, vote: FirstVote) -> Scores:
        """The probabilities of the pairs, vectors heard where words leave it open.

        They are the same when the two sides change places. Names, numbers and negation
        are not held against a pair here: ask `agreement.disagreements` too.
        """
        same, shares = vote.same.copy(), vote.shares.copy()
        if self.vectors is not None and len(vote.grey):
            cosines = self._cosines(vote.a_texts, vote.b_texts)
            with_vectors = design(vote.columns, cosines)
            same[vote.grey] = _models()["same", "vectors"].probabilities(with_vectors)
            shares[vote.grey] = _models()["shares", "vectors"].probabilities(
                with_vectors
            )
        return Scores(same, np.maximum(same, shares))

    def _fading(self, a: Sequence[Passage], b: Sequence[Passage]) -> dict[str, float]:
        """Ask once for the two reports whose candidates are scored next."""
        known = self._faded
        if known is None or known.a is not a or known.b is not b:
            known = self._faded = _Faded(a, b, fading(a, b))
        return known.kept

    def _cosines(self, a: Sequence[str], b: Sequence[str]) -> NDArray[np.float64]:
        self._encode({*a, *b})
        return np.array(
            [
                float(self._encoded[x] @ self._encoded[y])
                for x, y in zip(a, b, strict=True)
            ]
        ).round(4)

    def _encode(self, texts: set[str]) -> None:
        new = sorted(texts - self._encoded.keys())
        if new and self.vectors is not None:
            self._encoded.update(zip(new, self.vectors.encode(new), strict=True))


def design(
    columns: NDArray[np.float64], cosines: NDArray[np.float64] | None = None
) -> NDArray[np.float64]:
    """Set the columns that the models weigh: features and a few products of them.

    Args:
        columns: From `resemblances`.
        cosines: Of the sentence vectors; None for the models of words alone.

    Returns:
        Shape (n_pairs, n_columns).
    """
    least, greatest, order = (
        columns[:, FEATURES.index(name)]
        for name in ("least_share", "greatest_share", "order_share")
    )
    added = [least * greatest, least**2, least * order]
    if cosines is not None:
        added += [cosines, cosines**2, cosines * least]
    return np.column_stack([columns, *added])


def _total(passage: Passage, kept: dict[str, float]) -> float:
    return sum(w * kept.get(term, 1.0) for term, (w, _) in passage.terms.items())


@cache
def _models() -> dict[tuple[Question, str], Model]:
    path = files("synoptic.collate.passages") / "paraphrase.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    if tuple(data["features"]) != FEATURES:
        raise ValueError("paraphrase.json was fitted with other features: fit it again")
    return {
        (question, by): Model(
            model["bias"],
            np.array(model["weights"]),
            np.array(model["mean"]),
            np.array(model["scale"]),
        )
        for question in ("same", "shares")
        for by, model in data[question].items()
    }
