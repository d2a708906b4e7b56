"""Read WikiWars from its TimeML archive."""

from __future__ import annotations

import hashlib
import html
import re
import zipfile

_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.DOTALL)


def read_wikiwars(path):
    """Yield (name, split, created_on, text, gold) for each document."""
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            raw = archive.read(name).decode("utf-8", "replace")
            created = re.search(r"<DCT>.*?value=\"([^\"]*)\"", raw, re.DOTALL)[1]
            body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.DOTALL)[1]
            text, gold, end = "", [], 0
            for match in _TIMEX.finditer(body):
                text += _clean(body[end : match.start()])
                start = len(text)
                text += _clean(match[2])
                made = dict(re.findall(r'(\w+)="([^"]*)"', match[1]))
                gold.append((start, len(text), made.get("type", ""), made["value"]))
                end = match.end()
            text += _clean(body[end:])
            half = hashlib.blake2b(name.encode(), digest_size=1).digest()[0] % 2
            yield name, "dev" if half else "held", created[:10], text, gold


def _clean(piece):
    return html.unescape(re.sub(r"<[^>]+>", "", piece))
