"""What counts as a shared passage, by the size of the corpus."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a result hangs on besides the texts.

    Attributes:
        run_words: Words in a fingerprint.
        window: One fingerprint of so many is kept: a shared run of
            `run_words + window - 1` words is always seen.
        least_run: Words in the same order that a pair must share somewhere.
        least_words: Matching words of a passage.
        least_bits: What they must carry together; tells passages from phrases, and
            from names, which carry little here.
        names_free_bits: Of what the names in a passage carry, so much counts nothing:
            any two reports of an event print the same names and titles.
        least_identity: Matching words by words of the longer side.
        loose_run: Words in a fingerprint of the second look, inside pairs that share
            a passage.
        loose_words, loose_bits: As `least_words` and `least_bits`, in the second look.
        gap_words: Passages in line and no farther apart are one.
        few: Up to so many reports with one fingerprint, every pair is looked at.
        crowd: Up to so many reports with the same `least_run` words, every pair is
            linked; above, each is linked to its neighbours in time and to the first.
        neighbours: How many of them.
        furniture_reports: Reports of one outlet in which its furniture stands, at
            the least; three fewer where they lie a month apart. None: furniture is
            not looked for.
        furniture_share: Share of the outlet's reports in which it stands.
        show_furniture: Whether passages of furniture are given too.
    """

    run_words: int = 5
    window: int = 4
    least_run: int = 8
    least_words: int = 10
    least_bits: float = 60.0
    names_free_bits: float = 30.0
    least_identity: float = 0.5
    loose_run: int = 3
    loose_words: int = 8
    loose_bits: float = 60.0
    gap_words: int = 20
    few: int = 32
    crowd: int = 512
    neighbours: int = 8
    furniture_reports: int | None = 8
    furniture_share: float = 0.01
    show_furniture: bool = False

    @property
    def guarantee(self) -> int:
        """Words of the shortest shared run that is given in every case."""
        seen = max(self.run_words + self.window - 1, self.least_run)
        return max(seen, self.least_words)

    def record(self) -> dict[str, object]:
        """As written down with a result."""
        return {**asdict(self), "guarantee": self.guarantee}


def settings_for(n_reports: int, **own: object) -> Settings:
    """The settings for a corpus of that size.

    The more reports, the more runs of words are shared by chance, and the more a
    fingerprint costs: few reports are compared exhaustively, many by longer runs.

    Args:
        n_reports: How many.
        own: What is to be other than usual.
    """
    if n_reports < 1_000:
        chosen = Settings(
            run_words=4, window=1, least_run=7, least_words=8, least_bits=60.0
        )
    elif n_reports <= 300_000:
        chosen = Settings()
    elif n_reports <= 20_000_000:
        chosen = Settings(run_words=6, window=6, least_run=10)
    else:
        chosen = Settings(run_words=8, window=8, least_run=12)
    return replace(chosen, **{k: v for k, v in own.items() if v is not None})  # type: ignore[arg-type]
