"""From a draft to a report: blocks cut, fields filled."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from synoptic.errors import TooLarge
from synoptic.model import Report, report_id
from synoptic.read.blocks import cut_blocks
from synoptic.read.fields import find_fields
from synoptic.read.printed import iso_prefix
from synoptic.text.decode import well_formed
from synoptic.text.language import find_language

if TYPE_CHECKING:
    from synoptic.read.draft import Draft, Raw
    from synoptic.read.options import ReadOptions


# An embargo without an end, as a day: it holds until the publisher lifts it.
_WITHOUT_END = "9999-12-31"


def assemble(draft: Draft, raw: Raw, options: ReadOptions) -> Report:
    """The report of a draft; stated fields win over those found in the text.

    Raises:
        TooLarge: Its text is longer than `options.max_chars`.
    """
    path = raw.path + draft.place
    text = well_formed(draft.text)
    if len(text) > options.max_chars:
        raise TooLarge(
            path,
            f"holds {len(text):,} characters, more than {options.max_chars:,}. "
            "Is it one report? --max-size raises the limit.",
        )
    data = raw.data if draft.raw is None else draft.raw
    name = draft.id or report_id(well_formed(draft.key or raw.key), data)
    blocks = draft.blocks
    if blocks is None:
        blocks = cut_blocks(
            text,
            layout=draft.layout,
            headline=draft.headline,
            byline=draft.byline,
            hints=draft.hints,
            marks=draft.marks,
        )
    found = find_fields(text, blocks)
    body = "\n".join(text[b.start : b.end] for b in blocks if b.kind == "body")
    return Report(
        id=name,
        series=draft.series or name,
        path=path,
        text=text,
        blocks=blocks,
        outlet=options.outlet or draft.outlet or found.outlet,
        headline=draft.headline or found.headline,
        byline=draft.byline or found.byline,
        credits=found.credits if draft.credits is None else draft.credits,
        url=draft.url,
        published_at=options.published_at
        or iso_prefix(draft.published_at)
        or found.published_at,
        modified_at=iso_prefix(draft.modified_at) or found.modified_at,
        language=options.language or draft.language or find_language(body or text),
        sha256=hashlib.sha256(data).hexdigest(),
        extractor=draft.extractor,
        embargoed_until=_embargo(draft.embargoed_until),
        status=draft.status,
        version=draft.version,
    )


def _embargo(stated: str | None) -> str | None:
    """Until when; what cannot be read as a time holds without end."""
    return None if stated is None else iso_prefix(stated) or _WITHOUT_END
