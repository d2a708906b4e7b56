"""Descent as PROV-JSON (W3C member submission of 24 April 2013).

Reports are entities; a tie of the copy tree is a `wasDerivedFrom` with its evidence
as attributes; a text that nobody handed in is an entity marked as inferred.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from synoptic.present.claims import lost_name

if TYPE_CHECKING:
    from synoptic.model import Collation

_DIGITS = 6
_OURS = "urn:synoptic:"


def to_prov(collation: Collation) -> str:
    """The copy tree as a PROV-JSON document; the same collation gives the same text."""
    entities: dict[str, dict[str, object]] = {}
    for report in collation.reports:
        known: dict[str, object] = {"prov:type": "synoptic:Report"}
        if report.headline:
            known["prov:label"] = report.headline
        if report.outlet:
            known["synoptic:outlet"] = report.outlet
        if report.url:
            known["prov:location"] = report.url
        if report.published_at:
            known["synoptic:publishedAt"] = report.published_at
        entities[_name(report.id)] = known
    derived: dict[str, dict[str, object]] = {}
    descent = collation.descent
    if descent is not None:
        for edge in descent.edges:
            derived[f"_:d{len(derived) + 1}"] = {
                "prov:generatedEntity": _name(edge.child),
                "prov:usedEntity": _name(edge.parent),
                "synoptic:extent": edge.extent,
                "synoptic:share": round(edge.share, _DIGITS),
                "synoptic:probability": round(edge.p, _DIGITS),
                "synoptic:bits": round(edge.bits, _DIGITS),
                "synoptic:reason": list(edge.reasons),
            }
        for lost in descent.lost_parents:
            entities[_name(lost.id)] = {
                "prov:type": "synoptic:InferredText",
                "prov:label": lost_name(lost.agency),
            }
            for child in lost.children:
                derived[f"_:d{len(derived) + 1}"] = {
                    "prov:generatedEntity": _name(child),
                    "prov:usedEntity": _name(lost.id),
                    "synoptic:probability": round(lost.p, _DIGITS),
                    "synoptic:reason": list(lost.reasons),
                }
    document = {
        "prefix": {"synoptic": _OURS},
        "entity": entities,
        "wasDerivedFrom": derived,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _name(node: str) -> str:
    safe = "".join(c if c.isalnum() or c in "-_." else "-" for c in node)
    return f"synoptic:{safe}"
