"""The hub on both databases: whatever comes twice, in pieces, late or out of order counts once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import Query
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.insight import Code, InsightQuery
from rongcuo.contracts.province import (
    Down,
    LineEntry,
    MatterCount,
    MatterQuery,
    NodeReport,
    NodeState,
    NodeTrouble,
    ReturnsQuery,
    Up,
)
from services.province import views
from services.province.usecases import registry
from tests.integration.services.province_hub import (
    KUNMING,
    PROVINCE,
    SONGMING,
    SUPERVISOR,
    YILIANG,
    Hub,
    counted,
    lead,
    matter,
)


@pytest.fixture
def hub(config: Config, tmp_path: Path) -> Iterator[Hub]:
    opened = Hub(config, tmp_path)
    yield opened
    opened.shop.stop()


def test_what_comes_twice_counts_once_and_is_acknowledged_again(hub: Hub) -> None:
    node = hub.node(SONGMING)
    node.tell(Up.MATTER, *map(counted, range(7)))
    frame = node.frame()
    answers = [hub.send(SONGMING, frame) for _ in range(3)]
    assert {answer.received for answer in answers} == {7}
    assert (hub.number(SONGMING), hub.shown("5301"), hub.shown("53")) == (7, "7", "7")


def test_a_frame_that_overlaps_brings_only_what_is_new(hub: Hub) -> None:
    node = hub.node(SONGMING)
    node.tell(Up.MATTER, *map(counted, range(5)))
    whole = node.frame()
    hub.send(SONGMING, node.frame(entries=tuple(node.entries[:3])))
    assert hub.number(SONGMING) == 3
    assert hub.send(SONGMING, whole).received == 5
    assert hub.number(SONGMING) == 5


def test_one_that_leaves_something_out_is_not_taken(hub: Hub) -> None:
    node = hub.node(SONGMING)
    node.tell(Up.MATTER, *map(counted, range(5)))
    late = node.frame(first=3, entries=tuple(node.entries[2:]))
    answer = hub.send(SONGMING, late)
    assert (answer.trouble, answer.received, hub.number(SONGMING)) == ("gap", 0, 0)
    assert hub.detail(SONGMING).node.troubles == (NodeTrouble.GAP,)
    node.exchange()
    assert (hub.number(SONGMING), hub.detail(SONGMING).node.troubles) == (5, ())


def test_of_one_matter_the_highest_version_counts_in_whatever_order_it_comes(hub: Hub) -> None:
    node = hub.node(SONGMING)
    matter(node, counted(1, version=2, codes=(Code.FILED, Code.ACCEPTED)), counted(1, version=1))
    matter(node, counted(1, version=1))
    assert (hub.number(SONGMING), hub.number(SONGMING, Code.ACCEPTED)) == (1, 1)
    matter(node, counted(1, version=3))
    assert (hub.number(SONGMING), hub.number(SONGMING, Code.ACCEPTED)) == (1, 0)


def test_a_node_restored_from_a_backup_waits_until_somebody_lets_it_go_on(hub: Hub) -> None:
    node = hub.node(SONGMING)
    matter(node, *(counted(number, version=9) for number in range(6)))
    restored = hub.node(SONGMING)
    restored.tell(Up.MATTER, counted(0, version=5))
    assert restored.exchange().trouble == "behind"
    assert hub.detail(SONGMING).node.troubles == (NodeTrouble.BEHIND,)
    restored.epoch = 2      # by itself it may not
    assert restored.exchange(first=7, newest=7).trouble == "behind"
    restored.epoch = 1
    restored.exchange()
    hub.operate(registry.let_go_on, SONGMING)
    assert hub.number(SONGMING) == 0      # what it has comes again, and what it lost is entered anew there
    answer = restored.exchange()
    assert (answer.trouble, answer.their_epoch, answer.received) == ("superseded", 2, 6)
    restored.epoch, restored.first = 2, 7
    assert restored.exchange().trouble == ""
    assert (hub.number(SONGMING), hub.detail(SONGMING).received) == (1, 7)
    matter(restored, counted(0, version=4, codes=()))
    assert hub.number(SONGMING) == 1      # of one epoch the highest version
    matter(restored, counted(1, version=1))
    assert hub.number(SONGMING) == 2      # also where an earlier epoch had a higher one


def test_a_restored_node_that_gave_the_same_numbers_anew_is_seen(hub: Hub) -> None:
    """It worked on while its line was cut, past what the hub has."""
    node = hub.node(SONGMING)
    matter(node, *map(counted, range(6)))
    restored = hub.node(SONGMING)
    restored.tell(Up.MATTER, *map(counted, (0, 1, 2, 7, 8, 9, 10, 11)))
    answer = restored.exchange()
    assert (answer.trouble, answer.received, hub.number(SONGMING)) == ("behind", 6, 6)


def test_a_frame_is_of_the_node_that_signed_it(hub: Hub) -> None:
    node, other = hub.node(SONGMING), hub.node(YILIANG)
    node.tell(Up.MATTER, counted(1))
    with pytest.raises(CaseError, match=r"province\.another_node"):
        hub.send(YILIANG, node.frame())
    assert (hub.number(SONGMING), hub.detail(YILIANG).received, other.epoch) == (0, 0, 1)


def test_who_is_not_registered_or_no_longer_is_refused(hub: Hub) -> None:
    node = hub.node(SONGMING)
    node.tell(Up.MATTER, counted(1))
    with pytest.raises(CaseError, match=r"province\.not_registered"):
        hub.send(YILIANG, node.frame(node=YILIANG))
    hub.operate(registry.revoke, SONGMING, hub.at)
    with pytest.raises(CaseError, match=r"province\.revoked"):
        node.exchange()
    assert (hub.number(SONGMING), hub.detail(SONGMING).node.state) == (0, NodeState.REVOKED)


def test_what_is_not_known_cannot_be_read_or_is_anothers_is_kept_aside_and_holds_up_nobody(hub: Hub) -> None:
    node = hub.node(SONGMING)
    node.tell("later", "{}")
    node.tell(Up.MATTER, "{", '{"source": 1}', counted(1, organ_id=YILIANG), counted(2, organ_id="999999"),
              '{"source":"filing","matter_id":"a\\u0000","version":1,"organ_id":"530127","counts":[]}')
    node.tell("later\0", "\0\ud800")
    matter(node, counted(3))
    detail = hub.detail(SONGMING)
    assert [(each.number, each.code) for each in reversed(detail.asides)] == [
        (1, "province.unknown_kind"), (2, "province.unreadable"), (3, "invalid"), (4, "province.not_its_own"),
        (5, "province.not_its_own"), (6, "province.unreadable"), (7, "province.unknown_kind")]
    assert (detail.received, detail.node.aside, hub.number(SONGMING)) == (8, 7, 1)


def test_a_later_edition_may_say_more(hub: Hub) -> None:
    node = hub.node(SONGMING)
    matter(node)
    node.entries = [LineEntry(kind=Up.MATTER, body=(
        '{"source":"filing","matter_id":"m1","version":1,"organ_id":"530127","case_number":"","situation":"",'
        '"colour":"red","counts":[{"code":"filed","period":"2026","amount":1,"days":0}]}'))]
    node.exchange()
    assert hub.number(SONGMING) == 1


def test_two_nodes_with_one_matter_count_both_and_it_is_seen(hub: Hub) -> None:
    for code in (SONGMING, YILIANG):
        matter(hub.node(code), counted(1, organ_id=code, case_number="530127-B-2026-000001"))
    assert (hub.number(SONGMING), hub.number(YILIANG)) == (1, 1)
    seen = hub.ask(views.matters.matter, MatterQuery(node=SONGMING, source="filing", matter_id="m1"))
    assert seen.also_at == (YILIANG,)


def test_a_node_says_how_it_is(hub: Hub) -> None:
    node = hub.node(SONGMING)
    assert hub.detail(SONGMING).node.state is NodeState.EXPECTED
    node.report = NodeReport(version="0.9.0", packs=("530127@2023-01-01",), waiting=3, waiting_since=hub.at,
                             trouble="disk")
    node.exchange(at=hub.at + timedelta(hours=2))
    seen = hub.detail(SONGMING).node
    assert (seen.state, seen.version, seen.lag, seen.clock_s) == (NodeState.CONNECTED, "0.9.0", 3, 7200)
    assert seen.troubles == (NodeTrouble.CLOCK, NodeTrouble.ITS_OWN)
    hub.wait(seconds=61)
    assert hub.detail(SONGMING).node.state is NodeState.AWAY


def test_a_county_belongs_to_its_prefectures_node_until_it_has_its_own(hub: Hub) -> None:
    prefecture = hub.node(KUNMING)
    matter(prefecture, counted(1, organ_id=SONGMING), counted(2, organ_id=KUNMING))
    hub.node(SONGMING)
    matter(prefecture, counted(3, organ_id=SONGMING))
    assert (hub.number(SONGMING), hub.detail(KUNMING).node.aside) == (1, 1)


def test_a_prefecture_is_told_the_figures_of_its_own_counties_and_of_no_others(hub: Hub) -> None:
    prefecture = hub.node(KUNMING)
    matter(hub.node(SONGMING), *map(counted, range(6)))
    asks = hub.shop.context(Query(), caller=f"county-{KUNMING}")
    told = views.figures.figures_below(asks, InsightQuery(year=2026))
    assert (told.place, next(each.shown for each in told.figures if each.code is Code.FILED)) == ("5301", "6")
    with pytest.raises(CaseError, match="forbidden"):
        views.figures.figures_below(asks, InsightQuery(place="5303", year=2026))
    assert prefecture.code == KUNMING


def test_a_supervisor_sees_what_is_below_and_nobody_else_anything(hub: Hub) -> None:
    matter(hub.node(SONGMING), counted(1))
    asked = MatterQuery(node=SONGMING, source="filing", matter_id="m1")
    above = replace(SUPERVISOR, organ_id=KUNMING, division_code=KUNMING)
    beside = replace(SUPERVISOR, organ_id="530300", division_code="530300")
    assert hub.ask(views.matters.matter, asked, above).organ_id == SONGMING
    for stranger in (beside, lead(SONGMING), lead(PROVINCE)):
        with pytest.raises(CaseError, match="not_found"):
            hub.ask(views.matters.matter, asked, stranger)


def test_a_return_counts_as_it_was_submitted_and_its_refusal_is_told(hub: Hub) -> None:
    node = hub.node(SONGMING)
    row = MatterCount(code=Code.ON_TIME, period="2026-04", amount=6, days=0)
    sent = node.returned(row)
    node.tell(Up.RETURN, sent, sent, node.returned(), replace(sent, revision=2, reason="更正", rows=()),
              replace(node.returned(row, revision=2), reason="更正", signature="A" * 88),
              node.returned(row, organ_id=YILIANG), node.returned(row, revision=2, reason="更正"))
    node.exchange()
    node.exchange()
    assert [each["code"] for each in node.heard_of(Down.RETURN_REFUSED)] == [
        "province.return_replayed", "province.return_altered", "province.return_forged",
        "province.not_its_own"]
    told = hub.ask(views.returns.returns, ReturnsQuery(period="2026-04")).returns
    assert [(each.revision, each.latest) for each in told] == [(1, False), (2, True)]
    assert [(each.returned, each.counted) for each in told[0].differing] == [("6", "0")]
