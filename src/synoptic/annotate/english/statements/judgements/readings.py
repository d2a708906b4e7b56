"""A report's own reading of somebody: "looked designed to signal goodwill"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.tree import Tree


class Reading(NamedTuple):
    """The verb of a reading and the head of what is read."""

    verb: int
    target: int


def find_readings(tree: Tree) -> Iterator[Reading]:
    """Yield what a report supposes somebody's words or deeds to be meant as.

    Two forms: "his support looked designed to ..." and "the council is likely to see
    the offer as ...".
    """
    words = lexicon()
    for verb in range(len(tree.head)):
        if tree.pos[verb] not in ("VERB", "AUX"):
            continue
        lemma = tree.lemma[verb].lower()
        bare = lemma.removesuffix("ed").removesuffix("s")
        if tree.relation[verb] == "auxpass" and bare in words["reading.verb"]:
            # the parser takes "looked designed" for a passive
            subject = tree.child(verb, "nsubj") or tree.child(
                tree.head[verb], "nsubj", "nsubjpass"
            )
            if subject is not None and (
                tree.lemma[subject].lower() in words["reading.about"]
            ):
                yield Reading(tree.head[verb], subject)
        elif lemma in words["reading.verb"]:
            subject = tree.child(verb, "nsubj")
            told = tree.child(verb, "xcomp", "oprd", "acomp")
            if subject is None or told is None:
                continue
            if tree.lemma[subject].lower() in words["reading.about"]:
                yield Reading(verb, subject)
        elif lemma in words["reading.as"]:
            thing = tree.child(verb, "dobj")
            likely = tree.lemma[tree.head[verb]].lower() in ("likely", "bound", "sure")
            as_what = any(tree.lemma[c].lower() == "as" for c in tree.children[verb])
            if thing is None or not (likely and as_what):
                continue
            if tree.lemma[thing].lower() in words["reading.about"]:
                yield Reading(verb, thing)
