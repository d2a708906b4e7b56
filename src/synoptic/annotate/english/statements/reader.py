"""One report read for statements: each room of rules asked in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.people.pronouns import resolve_pronouns
from synoptic.annotate.english.quotations.speakers import Speakers
from synoptic.annotate.english.statements.demands import find_demands
from synoptic.annotate.english.statements.holders.find import Holders
from synoptic.annotate.english.statements.holders.tellers import Tellers, is_same
from synoptic.annotate.english.statements.inner import inner_quotations
from synoptic.annotate.english.statements.judgements.verdicts import Verdicts
from synoptic.annotate.english.statements.lemmas import with_lemmas
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.phrases import phrases_of
from synoptic.annotate.english.statements.reserve.find import Reserved
from synoptic.annotate.english.statements.seeds.find import find_seeds
from synoptic.annotate.english.statements.things import Things
from synoptic.annotate.english.statements.way.climb import Climber
from synoptic.annotate.english.statements.wishes.find import Intended
from synoptic.annotate.english.statements.wording import NOBODY, Wording
from synoptic.annotate.english.tree import make_tree
from synoptic.text.quoted import find_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.annotate.english.people.cast import Cast
    from synoptic.annotate.english.statements.seeds.seed import Seed
    from synoptic.annotate.english.statements.way.climb import Climb
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import (
        DateMention,
        Quotation,
        Report,
        Span,
        Speaker,
        Statement,
        Syntax,
    )


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
        self.tree: Tree = with_lemmas(make_tree(report.text, syntax))
        self.phrases = phrases_of(self.tree, cast)
        marks = [
            q.span
            for q in find_quoted(report.text, report.spans_of("body", "subheadline"))
        ]
        pronouns = resolve_pronouns(report.text, sentences, cast, marks)
        speakers = Speakers(report.text, cast, pronouns)
        inner = inner_quotations(self.tree, self.phrases, speakers, quotations)
        self.quotations = [*quotations, *(told for told, _ in inner.values())]
        self.holders = Holders(self.phrases, cast, speakers, self.quotations, inner)
        self._tellers = Tellers(inner, self.holders)
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
        verdicts = Verdicts(
            self.phrases,
            self.quotations,
            holders=self.holders,
            tellers=self._tellers,
            things=self.things,
            wording=self._wording,
        )
        found = [*self._seeded(), *self._demands()]
        sided = {(s.object, s.actor.entity or s.actor.span) for s in found if _sides(s)}
        found += [
            # who argues that a law is void does not only find it bad
            v
            for v in verdicts.by_somebody()
            if v.stance != "unstated"
            or (v.object, v.actor.entity or v.actor.span) not in sided
        ]
        found += reserved.statements()
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
        yield from intended.statements(stands)
        yield from verdicts.by_report()

    # parts ---------------------------------------------------------------------

    def _seeded(self) -> Iterator[Statement]:
        climber = Climber(self.tree, self.phrases)
        for seed in self.seeds:
            climb = None if self._wording.is_asked(seed.token) else climber.climb(seed)
            if climb is not None and not self._leaves_cited(seed, climb):
                yield from self._of_seed(seed, climb)

    def _leaves_cited(self, seed: Seed, climb: Climb) -> bool:
        """Whether the parse leads out of words that the speaker only cites."""
        start = self.tree.start
        cited = self.holders.spoken.cited_at(start[seed.token])
        told_by = climb.at if climb.actor is None else climb.actor
        return cited is not None and not cited.start <= start[told_by] < cited.end

    def _of_seed(self, seed: Seed, climb: Climb) -> Iterator[Statement]:
        if seed.target is None:
            silent = climb.stance == "silent"
            find = (
                self.things.spoken_of.last if silent else self.things.spoken_of.before
            )
            thing = find(seed.token)
        elif seed.form == "phrase" and self.phrases.is_person(seed.target):
            thing = self.holders.as_thing(seed.target)
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
            holders = [h for h in holders if not is_same(h[0], of)]
        at = self.tree.start[climb.at]
        own = self.holders.spoken.quotation_at(at)
        aside = self.tree.relation[climb.top] in ("relcl", "advcl", "acl")
        for holder, voice in holders:
            teller, source = self._tellers.of(own, holder)
            himself = own is not None and teller is None and not aside
            if climb.teller is not None and teller is None:
                others = self.holders.holders(climb.teller)
                teller = (
                    others[0] if others and not is_same(others[0], holder) else None
                )
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
            quoted = self.holders.spoken.quotation_at(self.tree.start[climb.at])
            own = self.tree.relation[climb.at] in ("ROOT", "conj", "advcl")
            if climb.advice and quoted is None and own:
                return [(NOBODY, "report")]
            return []
        if climb.actor is None:
            return []
        found = self.holders.holders(climb.actor)
        if not found and climb.same is not None:
            low = self.tree.word(climb.actor).lower()
            found = [
                h
                for h in self.holders.holders(climb.same)
                if self.holders.traits.agrees(h, low)
            ]
        return [(h, "actor") for h in found]

    def _word(self, token: int) -> Span:
        return self.tree.span(token, token)

    def _quote(self, span: Span | None) -> str | None:
        return self.text[span.start : span.end] if span else None


def _sides(statement: Statement) -> bool:
    return statement.stance in ("for", "against") and statement.firm
