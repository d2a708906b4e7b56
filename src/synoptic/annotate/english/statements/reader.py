"""One report read for statements: seeds, silences, evaluations, readings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.people.pronouns import resolve_pronouns
from synoptic.annotate.english.quotations.speakers import Speakers
from synoptic.annotate.english.statements.climb import Climber
from synoptic.annotate.english.statements.demands import find_demands
from synoptic.annotate.english.statements.evaluations import find_evaluations
from synoptic.annotate.english.statements.holders import Holders
from synoptic.annotate.english.statements.inner import inner_quotations
from synoptic.annotate.english.statements.intended import Intended
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.phrases import phrases_of
from synoptic.annotate.english.statements.readings import find_readings
from synoptic.annotate.english.statements.reserved import Reserved
from synoptic.annotate.english.statements.seeds import find_seeds
from synoptic.annotate.english.statements.things import Thing, Things
from synoptic.annotate.english.statements.wording import Wording
from synoptic.annotate.english.tree import make_tree
from synoptic.model import Span, Speaker
from synoptic.text.quoted import find_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.annotate.english.people.cast import Cast
    from synoptic.annotate.english.statements.climb import Climb
    from synoptic.annotate.english.statements.evaluation import Evaluation
    from synoptic.annotate.english.statements.seed import Seed
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import DateMention, Quotation, Report, Statement, Syntax

_STOP = re.compile(r"[.?!]")
# the parser knows short verbs with a straight mark alone
_SHORT = {
    "’": "be",
    "’s": "be",
    "’re": "be",
    "’m": "be",
    "’ve": "have",
    "’ll": "will",
    "’d": "would",
}
_NOBODY = Speaker(None, None, 0.0, "the report's own words")
# thanking for it only names the deed; clauses inside are the report's words
_NAMES_ONLY = ("praised", "accused")


class Reader:
    """The parts of one report, looked up while statements are put together."""

    def __init__(
        self,
        report: Report,
        sentences: Sequence[Span],
        syntax: Syntax,
        *,
        quotations: Sequence[Quotation],
        dates: Sequence[DateMention],
        cast: Cast,
    ) -> None:
        self.text = report.text
        self.tree: Tree = _with_lemmas(make_tree(report.text, syntax))
        self.phrases = phrases_of(self.tree, cast)
        marks = [
            q.span
            for q in find_quoted(report.text, report.spans_of("body", "subheadline"))
        ]
        pronouns = resolve_pronouns(report.text, sentences, cast, marks)
        speakers = Speakers(report.text, cast, pronouns)
        self.inner = inner_quotations(self.tree, self.phrases, speakers, quotations)
        self.quotations = [*quotations, *(inner for inner, _ in self.inner.values())]
        self.holders = Holders(
            self.phrases, cast, speakers, self.quotations, frozenset(self.inner)
        )
        self.seeds = list(find_seeds(self.tree, self.phrases))
        known = {
            s.target
            for s in self.seeds
            if s.firm and s.form == "phrase" and s.kind not in ("speak", "silent")
        }
        self.demands = list(find_demands(self.tree, quotations))
        self.things = Things(self.phrases, frozenset(t for t in known if t))
        self._wording = Wording(
            report,
            sentences,
            self.tree,
            dates=dates,
            marks=marks,
            holders=self.holders,
        )

    def statements(self) -> Iterator[Statement]:
        """Yield every statement once for each way it was found."""
        reserved = Reserved(
            self.tree,
            self.phrases,
            self.quotations,
            holders=self.holders,
            things=self.things,
            wording=self._wording,
        )
        found = [*self._seeded(), *self._demands(), *self._evaluations()]
        found += reserved.statements(asked=self._asked)
        yield from found
        intended = Intended(
            self.tree,
            self.quotations,
            holders=self.holders,
            things=self.things,
            wording=self._wording,
        )
        # "will not block the sale" is no stand against it
        stands = [s for s in found if s.stance != "unstated" or s.negation]
        yield from intended.statements(stands, asked=self._asked)
        yield from self._readings()

    # parts ---------------------------------------------------------------------

    def _seeded(self) -> Iterator[Statement]:
        climber = Climber(self.tree, self.phrases)
        for seed in self.seeds:
            climb = None if self._asked(seed.token) else climber.climb(seed)
            if climb is not None:
                yield from self._of_seed(seed, climb)

    def _of_seed(self, seed: Seed, climb: Climb) -> Iterator[Statement]:
        if seed.target is None:
            silent = climb.stance == "silent"
            find = self.things.last if silent else self.things.before
            thing = find(seed.token)
        elif seed.form == "phrase" and self.phrases.is_person(seed.target):
            thing = self._somebody(seed.target)
        elif climb.stance == "silent":
            thing = self.things.judged(seed.target, None)
        else:
            thing = self.things.find(seed.target, deed=seed.form == "deed")
        if thing is None or self._wording.is_date(thing.span):
            return
        if seed.kind == "undo" and self._is_somebody(seed):
            return
        named = thing.decided or seed.form == "deed"
        if not named and self._demanded(seed.token):
            return  # the whole clause is what is demanded
        words = self.tree.span(min(climb.verbs), max(climb.verbs))
        verb = words if words.end - words.start < 60 else self._word(seed.token)
        conditions = [*climb.conditions]
        if seed.condition is not None:
            conditions.append(self.phrases.span(seed.condition))
        conditions = [c for c in conditions if not c.within(thing.span)]
        holders = self._holders(climb)
        of = None if seed.target is None else self.holders.person(seed.target)
        if of is not None:
            holders = [h for h in holders if not _same(h[0], of)]
        at = self.tree.start[climb.at]
        own = self.holders.quotation_at(at)
        aside = self.tree.relation[climb.top] in ("relcl", "advcl", "acl")
        for holder, voice in holders:
            teller, source = self._told_by(own, holder)
            himself = own is not None and teller is None and not aside
            if climb.teller is not None and teller is None:
                others = self.holders.holders(climb.teller)
                teller = others[0] if others and not _same(others[0], holder) else None
            yield self._wording.statement(
                climb.top,
                holder=holder,
                verb=verb,
                thing=thing.span,
                stands_for=thing.stands_for,
                stance=climb.stance,
                lean=climb.lean if climb.stance == "unstated" else None,
                firm=(
                    seed.firm
                    or thing.decided
                    or (seed.form == "deed" and himself)
                    or (seed.kind == "undo" and climb.committed and self._bans(seed))
                ),
                negation=climb.negation,
                modality=self._quote(climb.modality),
                conditions=tuple(sorted(set(conditions))),
                voice=voice,
                teller=teller,
                source=source,
                quotation=own,
            )

    def _told_by(
        self, own: Quotation | None, holder: Speaker
    ) -> tuple[Speaker | None, Span | None]:
        """Who tells of another's stand, and the words that say so."""
        if own is None or own.act in _NAMES_ONLY:
            return None, None
        frame = self.inner[own.id][1] if own.id in self.inner else own
        speakers = [frame.speaker, *self.holders.speakers_of(frame)]
        if any(_same(speaker, holder) for speaker in speakers):
            return None, None
        return frame.speaker, _source(frame)

    def _somebody(self, head: int) -> Thing | None:
        """A person as what it is about; None: a pronoun that cannot be told."""
        who = self.holders.person(head)
        if who is None and self.tree.pos[head] == "PRON":
            return None
        named = None if who is None else self.holders.full_name(who)
        return Thing(self.phrases.span(head), named, decided=False)

    def _is_somebody(self, seed: Seed) -> bool:
        """Whether it is people who are to be beaten: "vowed to defeat the rebels"."""
        return (
            seed.target is not None
            and self.tree.lemma[seed.token].lower() in ("defeat", "kill")
            and self.phrases.can_stand(seed.target)
            and self.tree.pos[seed.target] != "PRON"
        )

    def _demanded(self, token: int) -> bool:
        at = self.tree.start[token]
        return any(d.clause.start <= at < d.clause.end for d in self.demands)

    def _demands(self) -> Iterator[Statement]:
        """What is demanded in a clause that no other statement tells of."""
        for clause, verb, quotation in self.demands:
            decided = any(
                s.target is not None
                and clause.start <= self.tree.start[s.target] < clause.end
                and (s.form == "deed" or self.phrases.can_be_decided(s.target))
                for s in self.seeds
            )
            holder = self.holders.spoken_by(quotation.content[0].start)
            if decided or holder is None:
                continue
            yield self._wording.statement(
                verb,
                holder=holder,
                verb=self._word(verb),
                thing=clause,
                stance="for",
                quotation=quotation,
            )

    def _bans(self, seed: Seed) -> bool:
        """Whether the verb is one of law: "banning" makes a proposal of anything."""
        return self.tree.lemma[seed.token].lower() in lexicon()["deed.against"]

    def _holders(self, climb: Climb) -> list[tuple[Speaker, str]]:
        if climb.by_speaker:
            speakers = self.holders.speakers_at(self.tree.start[climb.at])
            if speakers:
                return [(speaker, "actor") for speaker in speakers]
            quoted = self.holders.quotation_at(self.tree.start[climb.at])
            own = self.tree.relation[climb.at] in ("ROOT", "conj", "advcl")
            if climb.advice and quoted is None and own:
                return [(_NOBODY, "report")]
            return []
        if climb.actor is None:
            return []
        found = self.holders.holders(climb.actor)
        if not found and climb.same is not None:
            low = self.tree.word(climb.actor).lower()
            found = [
                h
                for h in self.holders.holders(climb.same)
                if self.holders.agrees(h, low)
            ]
        return [(h, "actor") for h in found]

    def _asked(self, token: int) -> bool:
        """Whether it stands in a question."""
        at = self.tree.start[token]
        end = self._wording.sentence_at(at).end
        stop = _STOP.search(self.text, at, end)
        return stop is not None and stop.group() == "?"

    def _evaluations(self) -> Iterator[Statement]:
        for one in find_evaluations(self.tree, self.phrases, self.quotations):
            holder = self._judge(one)
            many = self.tree.word(one.target).lower() in ("they", "them")
            if self.phrases.is_person(one.target) and not many:
                thing = self._somebody(self.things.told_of(one.target, one.cue))
            else:
                thing = self.things.judged(one.target, one.cue, meant=one.meant)
            if holder is None or thing is None or self._is_itself(one, holder):
                continue
            of = self.holders.person(one.target)
            if of is not None and _same(holder, of):
                continue  # what somebody says of himself
            needs: tuple[Span, ...] = ()
            if one.needs and one.quotation is not None:
                clause = self.tree.span(
                    self.tree.left[one.verb], self.tree.right[one.verb]
                )
                needs = (self._wording.clipped(clause, one.quotation),)
            teller, source = self._told_by(one.quotation, holder)
            yield self._wording.statement(
                one.verb,
                holder=holder,
                verb=self._word(one.worth),
                thing=thing.span,
                stands_for=thing.stands_for,
                stance=one.stance,
                lean=one.lean,
                firm=thing.decided
                or self.tree.pos[one.target] == "VERB"
                or self._is_definite(one.target),
                conditions=needs,
                teller=teller,
                source=source,
                quotation=one.quotation,
            )

    def _is_itself(self, one: Evaluation, holder: Speaker) -> bool:
        """Whether "it" is the body that speaks: "the council said it would improve"."""
        if self.tree.word(one.target).lower() != "it" or one.quotation is None:
            return False
        at = self.tree.start[one.target]
        return not self._wording.in_marks(at) and self.holders.can_be_it(holder)

    def _is_definite(self, target: int) -> bool:
        """Whether a thing that is judged is one that was spoken of: "the changes"."""
        tree = self.tree
        return any(
            tree.word(c).lower() in ("the", "this", "that", "these", "those")
            or (
                tree.relation[c] == "poss"
                # "a hard day's work" is any
                and not any(
                    tree.word(t).lower() in ("a", "an") for t in tree.children[c]
                )
            )
            for c in tree.children[target]
        )

    def _judge(self, one: Evaluation) -> Speaker | None:
        """Who finds so: the speaker of the innermost words, or who thinks it."""
        at = self.tree.start[one.verb]
        own = self.holders.quotation_at(at)
        if one.holder is not None:
            found = self.holders.holders(one.holder) if own is None else []
            return found[0] if found else None
        if own is None or one.quotation is None or own.id != one.quotation.id:
            return None
        return self.holders.spoken_by(at)

    def _readings(self) -> Iterator[Statement]:
        """What the report itself takes somebody's words or deeds for."""
        for reading in find_readings(self.tree):
            if self.holders.quotation_at(self.tree.start[reading.verb]) is not None:
                continue
            thing = self.things.find(reading.target)
            if thing is not None:
                yield self._wording.statement(
                    reading.verb,
                    holder=_NOBODY,
                    verb=self._word(reading.verb),
                    thing=thing.span,
                    stance="unstated",
                    firm=True,
                    voice="report",
                )

    def _word(self, token: int) -> Span:
        return self.tree.span(token, token)

    def _quote(self, span: Span | None) -> str | None:
        return self.text[span.start : span.end] if span else None


def _with_lemmas(tree: Tree) -> Tree:
    """The tree with lemmas set right, those of "Senators" and "Democrats" too.

    What stands behind a short "be" is what somebody is said to be, no object.
    """
    wrong = lexicon().lemmas
    lemmas = [
        one.removesuffix("s")
        if tag == "NNPS"
        else _SHORT.get(one, one)
        if pos in ("VERB", "AUX") and one.startswith("’")
        else wrong.get(one, one)
        for one, tag, pos in zip(tree.lemma, tree.tag, tree.pos, strict=True)
    ]
    relations = tuple(
        "attr" if one == "dobj" and lemmas[above] == "be" else one
        for one, above in zip(tree.relation, tree.head, strict=True)
    )
    return replace(tree, lemma=tuple(lemmas), relation=relations)


def _same(a: Speaker, b: Speaker) -> bool:
    if a.entity is not None and b.entity is not None:
        return a.entity == b.entity
    if a.entity is not None or b.entity is not None:
        return False
    return a.span is not None and b.span is not None and a.span.overlaps(b.span)


def _source(quotation: Quotation) -> Span | None:
    """The words that say where the report has it from."""
    parts = [p for p in (quotation.cue, quotation.speaker.span) if p is not None]
    if not parts or quotation.cue is None:
        return None
    return Span(min(p.start for p in parts), max(p.end for p in parts))
