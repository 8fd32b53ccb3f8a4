"""Whether a report is about a matter that was filed before (报备覆盖), with what speaks for and against it.

What dates say is computed; whether it is the same matter, and done as it was filed, people judge. A filing of
after the act shields nothing, and none is an exemption.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import (
    Allegation,
    Likeness,
    Outside,
    ShieldMatch,
    ShieldVerdict,
    VersionShare,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import in_force
from rongcuo.contracts.review import FilingFault
from rongcuo.contracts.unit_names import unit_key
from rongcuo.policy.calendar import ZONE
from rongcuo.texts.folding import name_key, seen_as
from services.clarify.domain.facts import Facts
from services.clarify.domain.verbs import Verb

COMPARED = 400            # signs of a filing
ALIKE, UNLIKE = 30, 8     # of 100: from here on words are alike, up to there they are not
REFUSED: Final = {         # what forbids to say that a filing covers an act
    Likeness.ACT_UNDATED: "clarify.act_undated", Likeness.FILED_AFTER_ACT: "clarify.filed_after_act",
    Likeness.NOT_VALID_THEN: "clarify.not_valid_then", Likeness.OUTSIDE_PERIOD: "clarify.outside_period",
    Likeness.VOIDED: "clarify.filing_voided"}


@dataclass(frozen=True, kw_only=True)
class FiledPart:
    """What was filed, from its first to its last day: one version of a filing."""

    number: int
    digest: str
    seen: str
    since: date
    until: date | None
    valid_until: date
    act_from: date | None = None
    act_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class FiledMatter:
    """What clarify keeps of an accepted filing. Days are local, both ends included; `seen`: the words that
    were filed, folded (`folded`), as far as they are compared. `versions`: of one that was changed; the rest
    is as it stands now."""

    filing_id: str
    number: str
    register_number: str
    organ_id: str
    division_code: str
    filer_id: str
    filer_name: str
    unit: str
    title: str
    seen: str
    digest: str
    submitted_at: datetime
    valid_from: date
    valid_until: date
    act_from: date | None = None
    act_until: date | None = None
    voided: bool = False
    versions: tuple[FiledPart, ...] = ()

    def on(self, first: date, last: date) -> tuple[FiledPart, ...]:
        """What was filed on these days, the earliest first."""
        now = FiledPart(number=1, digest=self.digest, seen=self.seen, since=self.valid_from, until=None,
                        valid_until=self.valid_until, act_from=self.act_from, act_until=self.act_until)
        return in_force(self.versions, first, last) if self.versions else (now,)


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A filing beside an allegation. `alike`: of 100."""

    allegation: int
    matter: FiledMatter
    alike: int
    speaks_for: tuple[Likeness, ...]
    speaks_against: tuple[Likeness, ...]
    shares: tuple[VersionShare, ...] = ()

    @property
    def weight(self) -> int:
        """By which candidates are sorted: it is shown to nobody, and decides nothing."""
        return 100 * len(self.speaks_for) + self.alike - 10 * len(self.speaks_against)


def folded(*words: str) -> str:
    """What is compared of a filing: its beginning, however it was written."""
    return seen_as("".join(words)[:COMPARED])


def compare(number: int, allegation: Allegation, matter: FiledMatter) -> Candidate:
    """The allegation with this number beside a filing."""
    said, shares = seen_as(f"{allegation.text}{allegation.place}"), tuple(shares_of(allegation, matter))
    alike = max(_alike(said, seen) for seen in _seen(allegation, matter))
    return Candidate(
        allegation=number, matter=matter, alike=alike,
        speaks_for=tuple(dict.fromkeys(_for(allegation, matter, alike))),
        speaks_against=tuple(dict.fromkeys((*_apart(allegation, matter, alike),
                                            *in_the_way(allegation, matter)))),
        shares=shares if matter.versions else ())


def in_the_way(allegation: Allegation, matter: FiledMatter) -> Iterator[Likeness]:
    """What keeps a filing from covering the act, whatever else is alike."""
    if matter.voided:
        yield Likeness.VOIDED
    first, last = allegation.act_from, allegation.act_until
    if first is None or last is None or last < first:     # of half a period nobody can say where it lay
        yield Likeness.ACT_UNDATED
        return
    if matter.submitted_at.astimezone(ZONE).date() >= first:     # on a day before the act, or not before it
        yield Likeness.FILED_AFTER_ACT
    against = {each for share in shares_of(allegation, matter) for each in share.speaks_against}
    yield from (each for each in Likeness if each in against)


def shares_of(allegation: Allegation, matter: FiledMatter) -> Iterator[VersionShare]:
    """The days of the act, parted by what was filed on them: each is held against that, and nothing that was
    filed later helps or hurts an earlier day. Nothing of an act without days."""
    first, last = allegation.act_from, allegation.act_until
    if first is None or last is None or last < first:
        return
    parts = matter.on(first, last)
    for part in parts:
        begins = first if part is parts[0] else max(first, part.since)
        ends = last if part is parts[-1] or part.until is None else min(last, part.until)
        yield VersionShare(
            number=part.number, digest=part.digest, days_from=begins, days_until=ends, act_from=part.act_from,
            act_until=part.act_until, speaks_against=tuple(_of_part(part, matter, begins, ends)))


def _of_part(part: FiledPart, matter: FiledMatter, begins: date, ends: date) -> Iterator[Likeness]:
    if begins < matter.valid_from or ends > part.valid_until:
        yield Likeness.NOT_VALID_THEN
    if (part.act_from and begins < part.act_from) or (part.act_until and ends > part.act_until):
        yield Likeness.OUTSIDE_PERIOD
    if part.number > 1 and begins == part.since:
        yield Likeness.CHANGED_THAT_DAY


def _seen(allegation: Allegation, matter: FiledMatter) -> tuple[str, ...]:
    """The words that were filed on the days of the act; of an act without days, those that hold now."""
    first, last = allegation.act_from, allegation.act_until
    dated = first is not None and last is not None and first <= last
    return tuple(part.seen for part in matter.on(first, last)) if dated and first and last else (matter.seen,)


def require_verdict(verdict: ShieldVerdict, outside: Iterable[Outside], allegation: Allegation,
                    matter: FiledMatter) -> None:
    """A verdict that the dates allow: `clarify.filed_after_act` and the others of `REFUSED`. What is said to
    lie outside names in what, and nothing else does: `clarify.outside_in_what`."""
    if bool(tuple(outside)) is not (verdict is ShieldVerdict.OUTSIDE):
        raise CaseError("clarify.outside_in_what")
    found = next((each for each in in_the_way(allegation, matter) if each in REFUSED), None)
    if verdict is ShieldVerdict.COVERS and found is not None:
        raise CaseError(REFUSED[found], details={"filing": matter.number})


def judged(number: int, allegation: Allegation, matter: FiledMatter, verdict: ShieldVerdict,
           outside: tuple[Outside, ...], reasons: str, occasion: Occasion) -> ShieldMatch:
    """Raises as `require_verdict`."""
    require_verdict(verdict, outside, allegation, matter)
    beside, actor = compare(number, allegation, matter), occasion.actor
    digest = beside.shares[0].digest if beside.shares else matter.digest
    return ShieldMatch(
        allegation=number, filing_id=matter.filing_id, filing_number=matter.number, digest=digest,
        verdict=verdict, outside=outside, speaks_for=beside.speaks_for, speaks_against=beside.speaks_against,
        reasons=reasons, by=actor.officer_id, by_name=actor.name, at=occasion.now,
        submitted_at=matter.submitted_at, shares=beside.shares)


def take_check(report: Facts, filing_id: str, faults: tuple[FilingFault, ...], at: datetime,
               occasion: Occasion) -> None:
    """What review has found of a filing stands beside what was judged of it."""
    held = [each for each in report.matches if each.filing_id == filing_id]
    if held and report.transitions.allow(report.state, Verb.TAKE_CHECK):
        report.matches = tuple(replace(each, checked_at=at, faults=faults) if each in held else each
                               for each in report.matches)
        report.step(Verb.TAKE_CHECK, occasion, held[0].filing_number)


def with_check(match: ShieldMatch, before: Iterable[ShieldMatch]) -> ShieldMatch:
    """A filing that is judged once more was not checked for nothing."""
    checked = (each for each in before if each.filing_id == match.filing_id and each.checked_at)
    return next((replace(match, checked_at=each.checked_at, faults=each.faults) for each in checked), match)


def _for(allegation: Allegation, matter: FiledMatter, alike: int) -> Iterator[Likeness]:
    person = allegation.person
    if person.officer_id and person.officer_id == matter.filer_id:
        yield Likeness.SAME_PERSON
    if person.name and name_key(person.name) == name_key(matter.filer_name):
        yield Likeness.SAME_NAME
    if person.unit and unit_key(person.unit) == unit_key(matter.unit):
        yield Likeness.SAME_UNIT
    if allegation.place and seen_as(allegation.place) in matter.seen:
        yield Likeness.SAME_PLACE
    if alike >= ALIKE:
        yield Likeness.ALIKE_TEXT
    if _touch(allegation, matter):
        yield Likeness.ACT_WITHIN


def _apart(allegation: Allegation, matter: FiledMatter, alike: int) -> Iterator[Likeness]:
    person = allegation.person
    if person.unit and unit_key(person.unit) != unit_key(matter.unit):
        yield Likeness.OTHER_UNIT
    if alike <= UNLIKE:
        yield Likeness.UNLIKE_TEXT


def _touch(allegation: Allegation, matter: FiledMatter) -> bool:
    first = allegation.act_from or allegation.act_until
    if first is None:
        return False
    begins, ends = matter.act_from or matter.valid_from, matter.act_until or matter.valid_until
    return begins <= (allegation.act_until or first) and first <= ends


def _alike(one: str, other: str) -> int:
    """How many pairs of neighbouring signs of the shorter text the longer one has: a report tells more, or
    less, than the filing did."""
    pairs, others = _pairs(one), _pairs(other)
    least = min(len(pairs), len(others))
    return round(100 * len(pairs & others) / least) if least else 0


@lru_cache(maxsize=256)     # an allegation is held against many filings
def _pairs(seen: str) -> frozenset[str]:
    return frozenset(seen[place:place + 2] for place in range(len(seen) - 1))
