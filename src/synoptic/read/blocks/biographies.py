"""Words about the writer, at the foot of a report."""

from __future__ import annotations

import re

_ROLE = (
    r"(?:correspondent|reporter|editor|writer|contributor|contributing|journalist|"
    r"columnist|fellow|professor|lecturer|author|director|analyst|freelancer|freelance|"
    r"producer|anchor|host|staff|member of|covers|covering|reports?|reporting|writes?|"
    r"researcher|scholar|president of|founder|co-founder|chief|ambassador|"
    r"commander|adviser|advisor|consultant|strategist|attorney|historian|critic)"
)
_ASIDE = r"(?:,\s[^,.]{2,80},\s|,?\s[\w. ]{0,20}\([^)]{1,30}\)\s|\s)"
_BIOGRAPHY = re.compile(
    rf"(?:[A-ZÀ-Þ][\w'’.-]*\s+){{0,4}}[A-ZÀ-Þ][\w'’.-]*{_ASIDE}"
    r"(?:is|was|has been|has|covers|writes|reports|serves|works|worked|joined)\b"
    rf".{{0,80}}\b{_ROLE}\b",
    re.DOTALL,
)
_WRITES = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’.-]*\s+){1,5}(?:covers|writes|reports)\s+(?:about|on|for|from|the|"
    r"[\w-]+)\b"
)
_SELF = re.compile(
    r"(?:is|are) (?:a|an|the) .{0,60}\b(?:correspondent|reporter|editor|writer|"
    r"contributor|"
    r"journalist|columnist|producer)s?\b.{0,40}\b(?:for|at|with|of|based)\b",
    re.DOTALL,
)
_TELLS = re.compile(
    r"\b(?:is|are) (?:a|an|the)\b|\b(?:covers|writes|reports) (?:for|on|about)\b"
)
_PERIODICAL = re.compile(
    r"\b(?:Times|Post|News|Journal|Herald|Tribune|Press|Daily|Weekly|Magazine|Review|"
    r"Gazette|Observer|Guardian|Telegraph|Standard|Chronicle|Reuters|Associated Press|"
    r"contributor|freelance|columnist|op-ed|opinion|author of|this (?:newspaper|site)|"
    r"newsletter|Twitter|@\w+)\b"
)


def is_biography(text: str, *, byline: str | None) -> bool:
    """Whether a paragraph at the foot tells who the writer is.

    Args:
        text: The paragraph.
        byline: The names that the report's byline gives. A paragraph that opens with
            one of them and calls it a writer is a biography; without a byline it must
            name a publication too.
    """
    line = " ".join(text.split())
    if len(line) > 900 or line[:1] in "\"“‘'«„":
        return False
    first = line[:400]
    named = byline and any(first.startswith(name) for name in _names(byline))
    if named and _WRITES.match(first):
        return True
    if not _BIOGRAPHY.match(first):
        return False
    if byline and any(name in first[:60] for name in _names(byline)):
        return True
    if not _TELLS.search(first[:120]):
        return False
    return (
        bool(_SELF.search(first) or _PERIODICAL.search(first)) and "said" not in first
    )


def _names(byline: str) -> list[str]:
    return [
        n.strip() for n in re.split(r",|\band\b|&|\bund\b|\bet\b", byline) if n.strip()
    ]
