"""What the reports call one person, group, place, act or thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.present.shown_omissions import FormView, NamedView
from synoptic.present.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from synoptic.model import Collation, Span, Wording
    from synoptic.present.shown import QuoteView

    Quote = Callable[[str, Span], QuoteView]

_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")


def named_views(collation: Collation, quote: Quote) -> tuple[NamedView, ...]:
    """Each thing with its forms, the same words of several reports together."""
    bodies = [
        _folded(" ".join(r.quote(span) for span in r.spans_of("body")))
        for r in collation.reports
    ]
    return tuple(
        _named(each, bodies, quote)
        for each in collation.wording or ()
        if each.kind not in {"headline", "first"}
    )


def _named(wording: Wording, bodies: Sequence[str], quote: Quote) -> NamedView:
    places: dict[str, list[QuoteView]] = {}
    for form in wording.forms:
        words = quote(form.report, form.span)
        places.setdefault(_folded(words.text), []).append(words)
    first = one_line(next(iter(places.values()))[0].text)
    thing = one_line(wording.thing)
    return NamedView(
        thing=thing if wording.kind == "person" and thing != first else "",
        forms=tuple(_form(words, found, bodies) for words, found in places.items()),
    )


def _form(words: str, places: Sequence[QuoteView], bodies: Sequence[str]) -> FormView:
    """One form, with how often the texts have these words, hyphens aside."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    counts = [len(whole.findall(body)) for body in bodies]
    return FormView(
        words=one_line(places[0].text),
        places=tuple(places),
        n_uses=sum(counts),
        n_users=sum(n > 0 for n in counts),
    )


def _folded(words: str) -> str:
    """Words in which "cease-fire" and "ceasefire" are one."""
    return _HYPHEN.sub("", one_line(words).casefold())
