"""The words by which a passage is hedged, denied, made conditional or given a source.

Two lists for each: what counts as such where it stands (narrow), and what is enough
for a report to be taken to have something of the kind (wide). A line is only drawn
from the narrow one on one side to nothing of the wide one on the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from synoptic.model import OmissionKind

_DOUBT = (
    "allegedly|alleged|reportedly|apparently|purportedly|purported|possibly|perhaps|"
    "probably|presumably|supposedly|seemingly|unconfirmed|unverified|suspected|"
    "so-called|believed to|thought to|said to be|appears? to|appeared to|"
    "seems? to|seemed to|in principle|in part|partly|likely"
)
_DEGREE = (
    "about|around|nearly|almost|roughly|approximately|some|at least|at most|more than|"
    "fewer than|less than|up to|over|under|as many as|an estimated|estimated|close to"
)
_MODAL = "may|might|could"
HEDGE = re.compile(rf"\b(?:{_DOUBT}|{_MODAL})\b", re.IGNORECASE)
ANY_HEDGE = re.compile(
    rf"\b(?:{_DOUBT}|{_MODAL}|{_DEGREE}|would|can|suggest\w*|indicat\w+|claim\w*|"
    r"unclear|unknown|expected|possible|potential\w*|probable|chance|risk\w*|fear\w*|"
    r"hop(?:e|es|ed|ing)|question\w*|accus\w+|alleg\w+|suspect\w*|seem\w*|appear\w*)\b",
    re.IGNORECASE,
)
ANY_DEGREE = re.compile(rf"\b(?:{_DEGREE}|just|only|in excess of)\b", re.IGNORECASE)

SOURCE = re.compile(
    r"\baccording to\b|\bfamiliar with\b|\bon condition of anonymity\b"
    # and nothing that is said behind it: that would be a statement of its own
    r"|\b(?:sources?|spokes\w+|officials?) (?:said|told)(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)
ANY_SOURCE = re.compile(
    r"\b(?:according|said|says?|saying|told|tells?|telling|claim\w*|announc\w+|report|"
    r"reports|reported\w*|reporting|statement\w*|spokes\w+|quot\w+|add(?:s|ed)|"
    r"warn\w*|call(?:s|ed|ing)|accus\w+|describ\w+|insist\w*|argu\w+|vow\w*|promis\w+|"
    r"confirm\w*|acknowledg\w+|admit\w*|tweet\w*|wrote|writes|writing|testif\w+|"
    r"alleg\w+|sources?|officials?|familiar|cit(?:es|ed|ing)|ask(?:s|ed|ing)|"
    r"den(?:y|ies|ied|ying)|stat(?:ed|ing)|explain\w*|not(?:es|ed|ing)|"
    r"suggest\w*|reveal\w*|"
    r"predict\w*|estimat\w+|declar\w+|pledg\w+|urg\w+|believ\w+|think\w*|thought|"
    r"express\w*|reiterat\w+|repeat\w*|maintain\w*|assert\w*|contend\w*|remark\w*|"
    r"repl\w+|respond\w*|answer\w*|post(?:s|ed)|disclos\w+|show(?:s|ed|n)?|found|"
    r"finds|"
    r"data|figures|survey|poll|study|documents?|court|filing|complaint|testimony|"
    r"interview\w*|press conference|news conference|briefing|speech|letter)\b",
    re.IGNORECASE,
)
SOURCE_BEFORE = re.compile(
    r"\b(?:according|familiar|sources?|officials?|spokes\w+|citing|"
    r"report (?:said|found|says|finds)|study|poll|survey|data|court|documents?|"
    r"complaint|testimony)\b",
    re.IGNORECASE,
)
DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)? (?:the |any |those |these )?"
    r"(?:claims?|allegations?|accusations?|charges?|suggestions?|idea)|"
    r"refut(?:es|ed|ing)|dismiss(?:es|ed|ing)? (?:the |those |these )?"
    r"(?:claims?|allegations?|accusations?|report\w*)|"
    r"declin(?:ed|es|ing) to comment|no comment|"
    r"(?:did|does|has|have|had) not (?:immediately )?(?:respond|return|repl)\w*|"
    r"no evidence|pleaded not guilty|maintains? (?:his|her|their) "
    r"innocence|disput(?:es|ed|ing))\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"^[\s,;–—-]*(?:but |and )?(?:only )?(?:if|unless|provided|as long as|so long as|"
    r"on condition|in return for|in exchange for|assuming|depending on|"
    r"subject to)\b",
    re.IGNORECASE,
)
ANY_CONDITION = re.compile(
    r"\b(?:if|unless|provided|as long as|so long as|condition\w*|return for|"
    r"exchange for|until|before|assuming|depend\w*|subject to|would have to|must|"
    r"need\w*|require\w*|demand\w*|only)\b",
    re.IGNORECASE,
)


def kind_of(words: str) -> OmissionKind:
    """What a clause is that stands beside shared words: its gravest mark decides."""
    if SOURCE.search(words):
        return "attribution"
    if DENIAL.search(words):
        return "denial"
    if CONDITION.search(words):
        return "condition"
    return "unit"
