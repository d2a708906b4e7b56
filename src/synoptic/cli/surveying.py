"""`survey`, `sample` and `score`: a corpus measured, and the measuring checked."""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from synoptic.cli.inputs import how_read
from synoptic.cli.options import Json, MaxSize, Offline, Window
from synoptic.cli.output import (
    FAILED,
    errors_told,
    finish,
    print_bytes,
    print_json,
    progress,
    replace_unprintable,
    tell,
)
from synoptic.errors import MissingExtra, UsageError

if TYPE_CHECKING:
    from synoptic.app.agreement import Estimate
    from synoptic.app.coding import Of
    from synoptic.app.coding_score import Scored
    from synoptic.app.survey import Surveyed

_KINDS = ("passages", "stories", "ties")
_N_OUTLETS = 20


def survey(
    corpus: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CORPUS...",
            help="Files, folders, globs, or - for standard input.",
            show_default=False,
        ),
    ] = None,
    *,
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="DIR", help="Where the tables go.", show_default=False
        ),
    ],
    parquet: Annotated[
        bool, typer.Option("--parquet", help="Write Parquet instead of CSV.")
    ] = False,
    plots: Annotated[
        bool, typer.Option("--plots/--no-plots", help="Draw plots as well.")
    ] = True,
    full: Annotated[
        bool,
        typer.Option(
            "--full", help="With language model and sentence vectors; much slower."
        ),
    ] = False,
    window: Window = 30,
    repeat: Annotated[
        Path | None,
        typer.Option(
            "--repeat",
            metavar="FILE",
            help="Do again what this survey.json says, and compare the tables.",
        ),
    ] = None,
    json: Json = False,
    offline: Offline = False,
    max_size: MaxSize = None,
) -> None:
    """Measure a corpus: stories, shared words, agency copy.

    DIR gets a table by report, story, outlet, agency and day, the shared passages
    and the ties between reports, plots, and survey.json, which says how all of this
    was made: version, settings, hashes of every input and table.

    \b
    Examples:
      synoptic survey 2024.jsonl.gz --out survey/
      synoptic survey articles/ --out survey/ --parquet --no-plots
      synoptic survey --repeat survey/survey.json --out again/

    \b
    Exit codes: 0 done (with --repeat: and every table is the same), 1 failed or
    not the same, 2 wrong usage, 3 done, but not every input could be read.
    """  # noqa: D301
    with errors_told():
        if (repeat is None) == (not corpus):
            raise UsageError("give a corpus, or --repeat with a survey.json")
        try:
            from synoptic.app import survey as surveys
        except ModuleNotFoundError as err:
            raise MissingExtra("survey", extra="corpus") from err
        from synoptic.group import GroupSettings

        if repeat is not None:
            with progress() as told:
                result, differing = surveys.repeat(
                    repeat, out, processes=os.cpu_count() or 1, progress=told
                )
            for line in differing:
                typer.echo(f"not the same: {line}")
            if differing:
                raise typer.Exit(FAILED)
            typer.echo("the same")
            return
        how = how_read(corpus or [], max_size=max_size, offline=offline)
        with progress() as told:
            result = surveys.survey(
                corpus or [],
                out,
                form="parquet" if parquet else "csv",
                fast=not full,
                plots=plots,
                settings=GroupSettings(window_days=window),
                processes=os.cpu_count() or 1,
                options=how["options"],
                progress=told,
            )
        if json:
            print_json(result.about)
        else:
            _print_survey(result)
        finish(result.rejected)


def sample(
    result: Annotated[
        Path,
        typer.Argument(
            metavar="RESULT",
            help="The folder of a survey, or a file that `synoptic reuse` wrote.",
            show_default=False,
        ),
    ],
    *,
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="SHEET", help="The CSV to write.", show_default=False
        ),
    ],
    of: Annotated[
        str,
        typer.Option(
            "--of", metavar="WHAT", help="passages, stories (pairs of one), or ties."
        ),
    ] = "passages",
    n: Annotated[
        int, typer.Option("-n", "--items", metavar="N", min=1, help="Items to draw.")
    ] = 100,
    controls: Annotated[
        int,
        typer.Option(
            "--controls",
            metavar="N",
            min=0,
            help="Mix in so many pairs that are not held together.",
        ),
    ] = 0,
    seed: Annotated[
        str, typer.Option("--seed", metavar="WORDS", help="Other words, other items.")
    ] = "",
    corpus: Annotated[
        list[str] | None,
        typer.Option(
            "--corpus", metavar="PATH", help="Where the reports are, if not as before."
        ),
    ] = None,
) -> None:
    """Draw a blind coding sheet from a survey or passages.

    Each row has two texts, a question and an empty code: coders write yes, no or
    unsure. What the program says of an item stands in the key beside the sheet only.
    Every kind of item gives the same number; scoring weighs them by their size.

    \b
    Examples:
      synoptic sample survey/ --out sheet.csv -n 200 --controls 50
      synoptic sample survey/ --of stories --out stories.csv
      synoptic sample shared.parquet --out sheet.csv --seed second
    """  # noqa: D301
    with errors_told():
        if of not in _KINDS:
            raise UsageError(f"--of {of!r}: there are {', '.join(_KINDS)}")
        try:
            from synoptic.app.coding import sample as draw
        except ModuleNotFoundError as err:
            raise MissingExtra("sample", extra="corpus") from err
        kind: Of = of  # type: ignore[assignment]  # checked above
        drawn = draw(
            result,
            out,
            of=kind,
            n=n,
            controls=controls,
            seed=seed,
            corpus=corpus or (),
        )
        for name, (size, count) in drawn.strata.items():
            typer.echo(f"{name}: {count:,} of {size:,}")
        if controls:
            typer.echo(f"not held together: {drawn.n_controls:,}")
        tell(f"sheet written to {drawn.sheet}; keep {drawn.key} from the coders")


def score(
    sheets: Annotated[
        list[Path],
        typer.Argument(
            metavar="SHEET...",
            help="Coded sheets, one for each coder.",
            show_default=False,
        ),
    ],
    *,
    key: Annotated[
        Path | None,
        typer.Option("--key", metavar="FILE", help="The key, if not beside the sheet."),
    ] = None,
    json: Json = False,
) -> None:
    """Turn coded sheets into precision and agreement.

    Precision is the share coded yes of those coded yes or no, by kind and over all,
    each kind weighing by its size, with Wilson's interval. With several sheets, the
    coders' agreement is Krippendorff's alpha (interval by bootstrap over items), and
    Cohen's kappa for each two of them.

    \b
    Examples:
      synoptic score sheet.csv
      synoptic score sheet-anna.csv sheet-ben.csv --key sheet.key.json
    """  # noqa: D301
    with errors_told():
        try:
            from synoptic.app.coding_score import score as scoring
        except ModuleNotFoundError as err:
            raise MissingExtra("score", extra="corpus") from err
        found = scoring(sheets, key=key)
        if json:
            print_bytes(found.to_json())
        else:
            _print_score(found, n_sheets=len(sheets))


def _print_survey(result: Surveyed) -> None:
    from synoptic.present.figure_table import as_text
    from synoptic.present.wording import percent

    replace_unprintable()
    shares = ("in_others", "reworded", "own", "in_agency")
    ranked = sorted(result.outlets, key=lambda row: (-_number(row["words"]), str(row)))
    rows = [
        {
            "outlet": str(row["outlet"]),
            "reports": str(row["reports"]),
            "words": f"{_number(row['words']):,.0f}",
            **{
                name: None if row[name] is None else percent(_number(row[name]))
                for name in shares
            },
            "origins": None
            if row["origins_at_least"] is None
            else f"{row['origins_at_least']:.1f} to {row['origins_at_most']:.1f}",
        }
        for row in ranked[:_N_OUTLETS]
    ]
    typer.echo(as_text(rows), nl=False)
    if len(ranked) > _N_OUTLETS:
        typer.echo(f"and {len(ranked) - _N_OUTLETS} outlets more")
    tell(f"tables written to {result.folder}")


def _print_score(found: Scored, *, n_sheets: int) -> None:
    replace_unprintable()
    typer.echo(found.question)
    for stratum in found.strata:
        n = stratum.n_yes + stratum.n_no
        unsure = f", {stratum.n_unsure} unsure" if stratum.n_unsure else ""
        typer.echo(
            f"  {stratum.name}: {_estimate(stratum.precision)} "
            f"({stratum.n_yes} of {n}{unsure}; {stratum.size:,} in all)"
        )
    typer.echo(f"precision over all: {_estimate(found.precision)}")
    if found.n_controls:
        typer.echo(
            f"not held together, coded yes: {_estimate(found.controls)} "
            f"(of {found.n_controls})"
        )
    if n_sheets > 1:
        typer.echo(f"agreement, Krippendorff's alpha: {_estimate(found.alpha)}")
        for names, value in found.kappas.items():
            typer.echo(f"  Cohen's kappa of {names}: {_shown(value)}")


def _estimate(found: Estimate) -> str:
    if math.isnan(found.value):
        return "not to be had"
    if math.isnan(found.low):
        return f"{found.value:.2f}"
    return f"{found.value:.2f} (95 %: {found.low:.2f} to {found.high:.2f})"


def _shown(value: float) -> str:
    return "not to be had" if math.isnan(value) else f"{value:.2f}"


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
