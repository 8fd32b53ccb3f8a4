"""Figures on both databases: whatever is told, in whichever order and how often, they equal a recount."""

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from rongcuo.casework.counting.matter import subject_of
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import AlreadyReceived, Query, ReceivedEvent
from rongcuo.contracts import determination, filing, followup, review
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.insight import STAGES, Code, InsightFigures, InsightQuery
from services.insight import usecases
from services.insight.storage import METADATA, InsightStorage
from services.insight.views import figures
from tests.unit.insight.events import at, told

ORGANS = ("530100", "530127", "530125", "532323", "530000", "530127.park")
WATCH = {"53": "530000", "5301": "530100"}


class Office:
    """The service without a bus."""

    def __init__(self, config: Config) -> None:
        self.shop = ServiceRuntime("insight", METADATA, InsightStorage, config)
        self.shop.start()
        self.versions: Counter[str] = Counter()

    def hear(self, event: Event) -> None:
        subject = subject_of(event)
        self.versions[subject] += 1
        version = self.versions[subject]
        this = ReceivedEvent(f"{event.source}.events--insight", f"{subject}-{version}", subject, version,
                             True)
        usecases.count(self.shop.context(this, SYSTEM), event)

    def figures(self, place: str, actor: Actor | None = None, year: int = 2026) -> InsightFigures:
        asks = actor or supervisor(WATCH.get(place, place))
        return figures(self.shop.context(Query(), asks), InsightQuery(place=place, year=year))

    def shown(self, place: str) -> dict[tuple[Code, str], str]:
        return {(each.code, each.period): each.shown for each in self.figures(place).figures}


def supervisor(division: str) -> Actor:
    return Actor("watch", "郑平", division, division, "", frozenset({Role.SUPERVISOR}))


def lead(organ_id: str) -> Actor:
    return Actor("lead", "孙正", organ_id, organ_id[:6], "", frozenset({Role.LEAD}))


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


def stories(dice: random.Random) -> Iterator[list[Event]]:
    """What is told of each matter, in order."""
    for number in range(160):
        this: dict[str, Any] = {"matter_id": f"m{number}", "organ_id": dice.choice(ORGANS)}
        begun, month = at(1, 5), dice.randint(1, 12)
        late = dice.random() < 0.2
        match dice.randint(0, 5):
            case 0:
                yield [told(filing.FilingSubmitted, **this, now=begun)]
            case 1:
                yield [told(filing.FilingSubmitted, **this, now=begun),
                       told(filing.FilingAccepted, **this, now=at(month, 20))]
                yield [told(review.ReviewAccepted, **this, now=at(month, 20), late=late)]
            case 2:
                made = told(determination.DeterminationMade, **this, now=at(month, 20),
                            outcome=dice.choice([*Outcome]))
                yield [told(determination.DeterminationOpened, **this, now=begun), made,
                       *([told(determination.DeterminationRevoked, **this)] if late else [])]
            case 3:
                answered = told(followup.ProposalClosed, **this, now=at(month, 20))
                yield [told(followup.ProposalDelivered, **this, now=begun),
                       *([told(followup.ProposalWithdrawn, **this)] if late else [answered, answered])]
            case 4:
                kept = {**this, "keys": ("k" * 64,)}
                rules = [told(followup.RuleEntered, **kept, rule=rule) for rule in (1, 2, 2)]
                yield [*rules, *([] if late else [
                    told(followup.ProblemClosed, **kept, ended=True, now=at(month, 20))])]
            case _:
                visits = [told(followup.VisitRecorded, **this, visit=visit) for visit in (1, 2)]
                yield [told(followup.ProgrammeOpened, **this, now=begun), *visits, visits[0]]


def recounted(every: list[list[Event]]) -> Counter[tuple[str, Code, str]]:
    """By organ, figure and period, from what was told, without a projection."""
    counts: Counter[tuple[str, Code, str]] = Counter()
    for story in every:
        kinds = {type(event): event for event in story}
        for kind, code in ((filing.FilingSubmitted, Code.FILED), (filing.FilingAccepted, Code.ACCEPTED),
                           (filing.FilingAccepted, Code.IN_REVIEW),
                           (determination.DeterminationOpened, Code.OPENED),
                           (determination.DeterminationMade, Code.IN_DETERMINATION),
                           (followup.ProgrammeOpened, Code.PROGRAMMES)):
            if kind in kinds:
                counts[_organ(kinds[kind]), code, "2026"] += 1
        made = kinds.get(determination.DeterminationMade)
        if made and determination.DeterminationRevoked not in kinds:
            counts[_organ(made), Code(made.outcome.value), "2026"] += 1
        counts.update(_of_followup(story))
        if decided := kinds.get(review.ReviewAccepted):
            code = Code.LATE if decided.late else Code.ON_TIME
            counts[_organ(decided), code, f"{decided.decided_at:%Y-%m}"] += 1
    return +counts


def _of_followup(story: list[Event]) -> Counter[tuple[str, Code, str]]:
    """A proposal that was taken back counts nowhere, a problem and its rules once it is mended."""
    kinds, counts = {type(event) for event in story}, Counter[Code]()
    counts[Code.VISITS] = len({event.visit for event in story if isinstance(event, followup.VisitRecorded)})
    if followup.ProposalWithdrawn not in kinds:
        counts[Code.PROPOSALS] = int(followup.ProposalDelivered in kinds)
        counts[Code.ANSWERED] = int(followup.ProposalClosed in kinds)
    if followup.ProblemClosed in kinds:
        counts[Code.MENDED] = 1
        counts[Code.RULES] = len({event.rule for event in story if isinstance(event, followup.RuleEntered)})
    return Counter({(_organ(story[0]), code, "2026"): number for code, number in counts.items()})


def _organ(event: Any) -> str:
    return event.standing.organ_id if hasattr(event, "standing") else event.organ_id


def test_the_rows_equal_a_recount_of_all_that_was_told(office: Office) -> None:
    dice = random.Random(13)
    every = list(stories(dice))
    left = [list(story) for story in every]
    while left := [story for story in left if story]:      # in the order of each, in no order of all
        office.hear(dice.choice(left).pop(0))
    expected = recounted(every)
    with office.shop.database.reading() as session:
        rows = InsightStorage(session).figures.of(
            (*ORGANS, "5300", "5301", "5323"), ("2026", *(f"2026-{month:02}" for month in range(1, 13))))
    organs = {key: cell for key, cell in rows.items() if key[0] in ORGANS and cell.number}
    assert {(place, Code(code), period): cell.number for (place, period, code), cell in organs.items()
            } == expected
    for area in ("5300", "5301", "5323"):
        within = [(key, cell) for key, cell in organs.items() if key[0].startswith(area)]
        for (place, period, code), cell in rows.items():
            if place == area:
                parts = [part.number for key, part in within if key[1:] == (period, code)]
                small = [part for part in parts if part < 5]
                assert (cell.number, cell.small_ones, cell.in_them) == (sum(parts), len(small), sum(small))


def test_who_reads_what(office: Office) -> None:
    assert office.figures("", lead("530127")).place == "530127"
    assert office.figures("", supervisor("530000")).place == "53"
    assert office.figures("", supervisor("530100")).place == "5301"
    assert office.figures("530127", supervisor("530100")).division_code == "530127"
    for place, actor in (("530125", lead("530127")), ("5301", lead("530100")), ("53", supervisor("530100")),
                         ("5323", supervisor("530100")), ("nowhere", supervisor("530100")), ("", SYSTEM),
                         ("", Actor("liu", "刘某", "530127", "530127", "", frozenset({Role.FILER}))),
                         ("", Actor("shen", "沈计", "530127", "530127", "", frozenset({Role.AUDITOR})))):
        with pytest.raises(CaseError, match="forbidden"):
            office.figures(place, actor)


def test_small_counts_are_told_nowhere_nor_by_difference(office: Office) -> None:
    for organ_id, many in (("530127", 3), ("530125", 9), ("532323", 40)):
        for number in range(many):
            office.hear(told(filing.FilingSubmitted, f"{organ_id}-{number}", organ_id))
    filed = (Code.FILED, "2026")
    assert [office.shown(place)[filed] for place in ("530127", "530125", "5301", "532323", "53")] == [
        "<5", "9", "9+", "40", "49+"]
    tiles = {each.place: each.figures[0].shown for each in office.figures("53").places}
    assert tiles == {"5301": "9+", "5323": "40"}
    organs = {each.place: each.figures[0].shown for each in office.figures("5301").places}
    assert organs == {"530125": "9", "530127": "<5"}


def test_a_stage_tells_how_long_it_took_where_five_ended_it_and_never_how_many(office: Office) -> None:
    for organ_id, many in (("530127", 5), ("530125", 4)):
        for number in range(many):
            matter = {"matter_id": f"{organ_id}-{number}", "organ_id": organ_id}
            office.hear(told(filing.FilingSubmitted, **matter, now=at(3, 2)))
            office.hear(told(filing.FilingAccepted, **matter, now=at(3, 9)))
    days = {place: next(each.days for each in office.figures(place).figures if each.code is Code.IN_REVIEW)
            for place in ("530127", "530125", "5301")}
    assert days == {"530127": "7", "530125": "", "5301": ""}
    numbers = {each.shown for each in office.figures("530127").figures if each.code in STAGES}
    assert numbers == {""}, "how many were decided is the sum of how they were decided"


def test_what_is_heard_twice_has_one_effect(office: Office) -> None:
    event = told(filing.FilingSubmitted)
    office.hear(event)
    office.versions.clear()
    with pytest.raises(AlreadyReceived):
        office.hear(event)
    with office.shop.database.reading() as session:
        filed = InsightStorage(session).figures.of(("530127",), ("2026",))["530127", "2026", "filed"]
        assert filed.number == 1
