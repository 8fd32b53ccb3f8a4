"""Filing, review, determination and followup at work, insight beside them: each figure is recounted from the
lines of their ledgers, and is what the dashboard shows. What a line does not say (whether a decision was
late, how one ended, at which organ) is read from their own rows."""


import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from rongcuo.casework.counting import TELLINGS
from rongcuo.casework.figures import LEAST_TOLD, TOO_SMALL
from rongcuo.chassis.config import Config
from rongcuo.chassis.database.tables import inbox, ledger
from rongcuo.chassis.hosting.host import hosted
from rongcuo.chassis.triggers import Query, Tick
from rongcuo.contracts import determination, filing, review
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.filing import (
    FilingState,
    NewOutcome,
    OutcomeKind,
    OutcomeUnit,
    RecordOutcome,
)
from rongcuo.contracts.filing.oversight.operations import RECORD_OUTCOME
from rongcuo.contracts.insight import FIGURES, STAGES, Code, InsightQuery
from services.determination.service import DeterminationService
from services.filing.domain.oversight import oversight_id
from services.filing.presenters.oversights import totals
from services.filing.service import FilingService
from services.filing.storage import f
from services.followup.service import FollowupService
from services.identity.service import IdentityService
from services.insight.service import InsightService
from services.insight.storage import figures
from services.review.service import ReviewService
from services.review.storage.cases import c as reviews
from tests.integration.front_door import FrontDoor
from tests.integration.services import determination_recount, followup_recount
from tests.integration.services.test_filing_on_the_bus import County, until
from tests.patience import OF_CALLS, OF_DATABASE
from tests.unit.filing.people import FILER, LEAD, content

IN_ORDER = "followup."      # of which everything is heard
SOURCES = {kind.source for kind in TELLINGS}


@pytest.fixture
def county(tmp_path: Path) -> Iterator[County]:
    config = Config(mode="test", data_dir=tmp_path, bus_url=f"embedded://{uuid4().hex}",
                    retry_delays=(0.1, 0.2), outbox_poll=0.05, **OF_DATABASE, **OF_CALLS)
    services = (IdentityService, FilingService, ReviewService, DeterminationService, FollowupService,
                InsightService, FrontDoor)
    with hosted(services, config) as host:
        yield County(host)


def rows(county: County, service: str, wanted: Any) -> list[Any]:
    with county.provider(service).runtime.database.reading() as session:
        return list(session.execute(wanted))


def lines(county: County, kind: Any) -> dict[str, str]:
    """The subjects of which the ledger has a line of this event, each with the year of its first."""
    found: dict[str, str] = {}
    for (body,) in rows(county, kind.source, select(ledger.c.body).order_by(ledger.c.line_id)):
        line = json.loads(body)
        if line["what"] == kind.type_name():
            found.setdefault(line["subject"], line["at"][:4])
    return found


def many(county: County, kind: Any) -> Counter[str]:
    """How many lines of this event each subject has."""
    bodies = rows(county, kind.source, select(ledger.c.body))
    told = (json.loads(body) for body, in bodies)
    return Counter(line["subject"] for line in told if line["what"] == kind.type_name())


def contexts(county: County, service: str) -> Any:
    return county.provider(service).runtime.context


def outcomes(county: County, filing_id: str) -> None:
    """Of each kind one, and one that was entered wrongly."""
    def told(kind: OutcomeKind, unit: OutcomeUnit, amount: int, corrects: int = 0) -> None:
        entry = NewOutcome(kind=kind, unit=unit, amount=amount, on=today, source="台账", corrects=corrects,
                           reason="录错" if corrects else "")
        county.ask(FILER, RECORD_OUTCOME, RecordOutcome(
            command_id=uuid4().hex, oversight_id=oversight_id(filing_id), outcome=entry))
    today = contexts(county, "filing")(Tick()).now.date()
    told(OutcomeKind.HOUSEHOLDS, OutcomeUnit.HOUSEHOLDS, 364)
    told(OutcomeKind.HOUSEHOLDS, OutcomeUnit.HOUSEHOLDS, 360, corrects=1)
    told(OutcomeKind.WAGES, OutcomeUnit.CNY, 12_000)
    told(OutcomeKind.INVESTMENT, OutcomeUnit.CNY, 900_000)
    told(OutcomeKind.JOBS, OutcomeUnit.JOBS, 12)


def played(county: County) -> None:
    """Five filings are accepted, one waits, one is withdrawn; one accepted brings something about;
    determinations and what follows up stand in each of their states."""
    receipts = [county.submit(content(title=f"事项{number}", act_from=None, act_until=None))
                for number in range(7)]
    for receipt in receipts[:5]:
        county.take(receipt.filing_id)
        county.accept(receipt.filing_id)
    county.withdraw(receipts[5].filing_id)
    until(lambda: all(county.filing(receipt.filing_id).state is FilingState.ACCEPTED
                      for receipt in receipts[:5]))
    outcomes(county, receipts[0].filing_id)
    determination_recount.played(contexts(county, "determination"))
    followup_recount.played(contexts(county, "followup"))
    made = {event_id for event_id, what in told(county).items()
            if what == determination.DeterminationMade.type_name()}
    until(lambda: made <= heard(county, "followup"))     # of which programmes and problems follow


def counted(county: County) -> Counter[tuple[str, str, str]]:
    c = figures.c
    found = rows(county, "insight", select(c.place, c.period, c.code, c.number).where(c.number > 0))
    return Counter({(place, period, code): number for place, period, code, number in found
                    if len(place) > 4})


def dashboard(county: County, organ_id: str, year: int) -> dict[tuple[str, str], str]:
    """What the organ's lead is shown, but for nothing and for how long the stages took."""
    lead = replace(LEAD, organ_id=organ_id, division_code=organ_id[:6])
    shown = county.ask(lead, FIGURES, InsightQuery(place=organ_id, year=year)).figures
    return {(each.period, str(each.code)): each.shown for each in shown if each.shown not in ("", "0")}


def recounted(county: County) -> Counter[tuple[str, str, str]]:
    counts: Counter[tuple[str, str, str]] = Counter()
    organs = {row.id: row.organ_id for row in rows(county, "filing", select(f.id, f.organ_id))}
    for kind, codes in ((filing.FilingSubmitted, [Code.FILED]),
                        (filing.FilingAccepted, [Code.ACCEPTED, Code.IN_REVIEW])):
        counts.update((organs[subject], year, str(code)) for subject, year in lines(county, kind).items()
                      for code in codes)
    decided = {*lines(county, review.ReviewAccepted)}
    for row in rows(county, "review", select(reviews.id, reviews.organ_id, reviews.late, reviews.decided_at)):
        if row.id in decided:
            code = Code.LATE if row.late else Code.ON_TIME
            counts[row.organ_id, f"{row.decided_at + timedelta(hours=8):%Y-%m}", str(code)] += 1
    with contexts(county, "filing")(Query(), SYSTEM).reading() as store:
        for subject in many(county, filing.OutcomeRecorded):
            matter = store.oversights.read(subject)
            counts.update({(matter.organ_id, f"{matter.outcomes[0].at:%Y}", each.kind.value): each.amount
                           for each in totals(matter)})
    counts += determination_recount.recounted(
        contexts(county, "determination"), lambda kind: many(county, kind))
    return +counts + followup_recount.recounted(
        contexts(county, "followup"), lambda kind: many(county, kind))


def heard(county: County, service: str = "insight") -> set[str]:
    return {event_id for event_id, in rows(county, service, select(inbox.c.event_id))}


def told(county: County) -> dict[str, str]:
    """Of which kind each event is of which a ledger has a line."""
    bodies = [json.loads(body) for source in SOURCES
              for body, in rows(county, source, select(ledger.c.body))]
    return {line["event_id"]: line["what"] for line in bodies if "event_id" in line}


def test_every_figure_equals_the_recount_and_nothing_else_was_heard(county: County) -> None:
    played(county)
    wanted = {kind.type_name() for kind in (
        filing.FilingSubmitted, filing.FilingAccepted, filing.OutcomeRecorded, review.ReviewAccepted)}
    wanted |= {*determination_recount.COUNTED}
    to_hear = {event_id for event_id, what in told(county).items()
               if what in wanted or what.startswith(IN_ORDER)}
    assert {told(county)[each] for each in to_hear} > wanted | set(followup_recount.COUNTED)
    until(lambda: to_hear <= heard(county))
    assert {told(county)[each] for each in heard(county)} == {told(county)[each] for each in to_hear}
    expected = recounted(county)
    assert {code for _, _, code in +expected} == {*Code} - {Code.LATE}
    assert counted(county) == expected
    for place, year in {(place, period[:4]) for place, period, _ in expected}:
        assert dashboard(county, place, int(year)) == {
            (period, code): str(number) if number >= LEAST_TOLD else TOO_SMALL
            for (of, period, code), number in expected.items()
            if (of, period[:4]) == (place, year) and code not in STAGES}
    assert not county.provider("insight").runtime.dead_letters.count_open()
