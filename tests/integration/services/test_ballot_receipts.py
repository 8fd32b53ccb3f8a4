"""What a member keeps of their vote, and what an outsider makes of it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.ledger.export import export
from rongcuo.chassis.triggers import Query
from rongcuo.contracts.determination import BallotReceiptQuery
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import dump
from services.determination.domain.meeting import Ballot
from services.determination.views import meetings as views
from tests.integration.services.ballot_box import reveal, voted
from tests.integration.services.meeting_hall import Hall
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import ONE, TWO
from tests.unit.review.scene import LEAD
from tools import verify_ledger as outside

Content = dict[str, Any]


@pytest.fixture
def hall(config: Config) -> Iterator[Hall]:
    opened = Hall(config)
    yield opened
    opened.shop.stop()


def refused(act: Callable[[], Any]) -> CaseError:
    with pytest.raises(CaseError) as refusal:
        act()
    return refusal.value


def test_a_member_keeps_a_receipt_that_opens_their_commitment(hall: Hall):
    voted(hall)
    query = BallotReceiptQuery(meeting_id="mt", item_id="mt-1")

    def receipt(actor) -> Any:
        return views.receipt(hall.shop.context(Query(), actor), query, hall.sealing)

    sealed = receipt(ONE)
    assert (sealed.choice, sealed.reason, sealed.round, sealed.proof) == ("exempt", "因为", 1, None)
    assert Ballot("m1", sealed.choice, sealed.reason, sealed.salt).commitment == sealed.commitment
    assert receipt(TWO).commitment != sealed.commitment
    for stranger in (LEAD, scene.GUEST):
        assert refused(lambda who=stranger: receipt(who)).code == "not_found"
    hall.shop.ledger.keep()
    reveal(hall)
    opened = receipt(ONE)
    assert opened.commitment == sealed.commitment
    facts = json.loads(opened.proof.body)["facts"]
    assert facts == {"item": "mt-1", "member": "m1", "round": 1, "commitment": sealed.commitment}


def test_an_outsider_checks_receipts_and_revealed_votes_against_the_ledger(hall: Hall, tmp_path: Path):
    voted(hall)
    receipt = views.receipt(hall.shop.context(Query(), ONE), BallotReceiptQuery(
        meeting_id="mt", item_id="mt-1"), hall.sealing)
    reveal(hall)
    hall.shop.ledger.keep()
    exported = tmp_path / "review.jsonl"
    with exported.open("w", encoding="utf-8") as out:
        export(hall.shop.ledger, out)

    def verdict(found: Content) -> int:
        file = tmp_path / "ballots.json"
        file.write_text(json.dumps(found), "utf-8")
        return outside.check(exported, ballots=[file])[0]

    kept, meeting = dump(receipt), dump(hall.meeting(TWO))
    assert (verdict(kept), verdict(meeting)) == (0, 0)
    assert [verdict({**kept, name: value}) for name, value in (
        ("choice", "denied"), ("member_id", "m2"), ("round", 2), ("item_id", "mt-2"))] == [1] * 4
    seen, = meeting["items"]
    first, *others = seen["ballots"]
    for changed in ({"ballots": others}, {"ballots": [{**first, "choice": "denied"}, *others]},
                    {"ballots": [*seen["ballots"], first]}, {"tally": {"exempt": 5}}, {"round": 2}):
        assert verdict({**meeting, "items": [{**seen, **changed}]}) == 1, changed
    proved = dump(views.receipt(hall.shop.context(Query(), ONE), BallotReceiptQuery(
        meeting_id="mt", item_id="mt-1"), hall.sealing))
    alone = tmp_path / "receipt.json"
    for found, status in ((proved, 0), (kept, 2), ({**proved, "choice": "denied"}, 1),
                          ({**proved, "meeting_id": "other"}, 1)):
        alone.write_text(json.dumps(found), "utf-8")
        assert outside.check(alone)[0] == status
