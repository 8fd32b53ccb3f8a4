"""Filing, review and determination at work, insight beside them: each figure is recounted from the lines of
their ledgers. What a line does not say (whether a decision was late, how one ended, at which organ) is read
from their own rows."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from rongcuo.chassis.config import Config
from rongcuo.chassis.database.tables import inbox, ledger
from rongcuo.chassis.hosting.host import hosted
from rongcuo.chassis.triggers import Tick
from rongcuo.contracts import determination, filing, review
from rongcuo.contracts.filing import FilingState
from rongcuo.contracts.insight import Code
from services.determination.service import DeterminationService
from services.filing.service import FilingService
from services.filing.storage import f
from services.identity.service import IdentityService
from services.insight.service import InsightService
from services.insight.storage import figures
from services.review.service import ReviewService
from services.review.storage.cases import c as reviews
from tests.integration.front_door import FrontDoor
from tests.integration.services.test_filing_on_the_bus import County, until
from tests.patience import OF_CALLS, OF_DATABASE
from tests.unit.determination import determination_scene as scene
from tests.unit.filing.people import content

SOURCES = ("filing", "review", "determination")


@pytest.fixture
def county(tmp_path: Path) -> Iterator[County]:
    config = Config(mode="test", data_dir=tmp_path, bus_url=f"embedded://{uuid4().hex}",
                    retry_delays=(0.1, 0.2), outbox_poll=0.05, **OF_DATABASE, **OF_CALLS)
    services = (IdentityService, FilingService, ReviewService, DeterminationService, InsightService,
                FrontDoor)
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


def played(county: County) -> None:
    """Five filings are accepted, one waits, one is withdrawn; a determination is concluded."""
    receipts = [county.submit(content(title=f"事项{number}", act_from=None, act_until=None))
                for number in range(7)]
    for receipt in receipts[:5]:
        county.take(receipt.filing_id)
        county.accept(receipt.filing_id)
    county.withdraw(receipts[5].filing_id)
    until(lambda: all(county.filing(receipt.filing_id).state is FilingState.ACCEPTED
                      for receipt in receipts[:5]))
    with county.provider("determination").runtime.context(Tick()).unit() as unit:
        unit.commit(scene.concluded())


def counted(county: County) -> Counter[tuple[str, str, str]]:
    c = figures.c
    found = rows(county, "insight", select(c.place, c.period, c.code, c.number).where(c.number > 0))
    return Counter({(place, period, code): number for place, period, code, number in found
                    if len(place) > 4})


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
    for kind, code in ((determination.DeterminationOpened, Code.OPENED),
                       (determination.DeterminationMade, Code.LIGHTEN),      # as it ended
                       (determination.DeterminationMade, Code.IN_DETERMINATION),
                       (determination.FeedbackGiven, Code.IN_FEEDBACK),
                       (determination.RecordFiled, Code.IN_RECORD)):
        counts.update((scene.ORGAN, str(scene.NOW.year), str(code)) for _ in lines(county, kind))
    return counts


def test_every_figure_equals_the_recount_and_nothing_else_was_heard(county: County) -> None:
    played(county)
    expected = recounted(county)
    assert sum(number for (_, _, code), number in expected.items() if code == Code.FILED) == 7
    until(lambda: counted(county) == expected)
    heard = {event_id for event_id, in rows(county, "insight", select(inbox.c.event_id))}
    wanted = {kind.type_name() for kind in (
        filing.FilingSubmitted, filing.FilingAccepted, review.ReviewAccepted,
        determination.DeterminationOpened, determination.DeterminationMade, determination.FeedbackGiven,
        determination.RecordFiled)}
    told = {json.loads(body)["event_id"]: json.loads(body)["what"] for source in SOURCES
            for (body,) in rows(county, source, select(ledger.c.body)) if '"event_id"' in body}
    assert {told[event_id] for event_id in heard} == wanted
    assert not county.provider("insight").runtime.dead_letters.count_open()
