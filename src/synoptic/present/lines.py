"""Lines of text of a given width, in a terminal or piped."""

from __future__ import annotations

import re
from typing import Final

from rich.console import Console
from rich.text import Text

from synoptic.present.wording import TURNED_RUN

_WIDTH: Final = 80
_WIDEST: Final = 100  # longer lines are hard to read

_TURNED: Final = re.compile(TURNED_RUN)
_ISOLATE: Final = "\u2067"
_END: Final = "\u2069"


def open_console(*, plain: bool = False) -> Console:
    """A console on standard output; 80 columns where it is no terminal.

    Args:
        plain: No colour and no other escape code, on a terminal too.
    """
    console = Console(highlight=False, markup=False, emoji=False)
    width = min(console.width, _WIDEST) if console.is_terminal else _WIDTH
    return Console(
        highlight=False,
        markup=False,
        emoji=False,
        width=width,
        no_color=plain or None,
        color_system=None if plain else "auto",
        force_terminal=False if plain else None,
    )


class Lines:
    """Lines of a given width, broken between words, without blanks at their ends."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def line(self, text: Text | None = None) -> None:
        """One paragraph from the margin on; an empty line without text."""
        self.hang("", text or Text())

    def heading(self, text: str) -> None:
        """An empty line and the text in capitals: never words of a report."""
        self.line()
        self.line(Text(text.upper(), style="bold"))

    def hang(self, label: str | Text, text: Text) -> None:
        """A label, and beside it the text, later lines set in under the first.

        A label wider than half a line stands above its text.
        """
        lead = Text(label) if isinstance(label, str) else label
        if lead.cell_len > self.console.width // 2:
            margin = " " * (len(lead.plain) - len(lead.plain.lstrip()))
            name = lead[len(margin) :]
            name.rstrip()
            self.hang(margin, name)
            lead = Text(margin + "  ")
        room = max(self.console.width - lead.cell_len, 20)
        for number, part in enumerate(text.wrap(self.console, room) or [Text()]):
            part.rstrip()
            start = lead if number == 0 else Text(" " * lead.cell_len)
            whole = start + part
            whole.rstrip()
            self.console.print(isolated(whole), soft_wrap=True)


def isolated(line: Text) -> Text:
    """The line with each run written from right to left in an isolate.

    A terminal that turns such runs then leaves the labels, numbers and quotation marks
    beside them where they are.
    """
    parts: list[Text | str] = []
    done = 0
    for run in _TURNED.finditer(line.plain):
        parts += [line[done : run.start()], _ISOLATE, line[slice(*run.span())], _END]
        done = run.end()
    return Text.assemble(*parts, line[done:]) if parts else line
