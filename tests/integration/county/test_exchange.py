"""The exchange on both databases: whatever the line does, each entry takes effect once, and in order."""

import pytest

from rongcuo.chassis.database.types import canonical
from rongcuo.contracts import filing
from rongcuo.contracts.county import LineQuery, LineView
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province.line import Down, Up
from services.county import views
from services.county.storage import CountyStorage
from services.county.usecases import resuming
from tests.integration.county.hub import Hub, Node, lead, waiting
from tests.unit.insight.events import at, told


def hear_filings(node: Node, *matters: str) -> None:
    for matter in matters:
        node.hear(told(filing.FilingSubmitted, matter_id=matter, organ_id="530125", now=at(3, 2)))


def line(node: Node) -> LineView:
    seen: LineView = node.sees(views.line, LineQuery(), lead())
    return seen


def resume(node: Node) -> int:
    with node.shop.database.writing() as session, session.begin():
        return resuming.resume(CountyStorage(session), at(3, 3))


def told_matters(hub: Hub) -> list[tuple[str, int]]:
    return [(body["matter_id"], body["version"]) for body in hub.book.bodies(Up.MATTER)]


def test_what_counts_goes_up_once_and_in_order(node: Node, hub: Hub) -> None:
    hear_filings(node, "a", "b")
    assert waiting(node) == 2
    assert node.exchange() == ""
    node.hear(told(filing.FilingAccepted, matter_id="a", organ_id="530125", now=at(3, 4)))
    assert node.exchange() == ""
    assert told_matters(hub) == [("a", 1), ("b", 1), ("a", 2)]
    assert waiting(node) == 0
    assert {each["code"] for each in hub.book.bodies(Up.MATTER)[-1]["counts"]} == {
        "filed", "accepted", "in_review"}


def test_more_than_a_frame_goes_in_several_without_waiting(
        node: Node, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.county.usecases.exchanging.ENTRIES", 2)
    hear_filings(node, *"abcde")
    node.exchange()
    assert [matter for matter, _ in told_matters(hub)] == [*"abcde"]
    assert [len(frame.entries) for frame in hub.book.frames[:3]] == [2, 2, 1]


def test_an_answer_that_was_lost_doubles_nothing(node: Node, hub: Hub) -> None:
    hear_filings(node, "a")
    hub.lose = 2
    node.exchange()
    hear_filings(node, "b")
    node.exchange()
    node.exchange()
    assert told_matters(hub) == [("a", 1), ("b", 1)]
    assert [len(frame.entries) for frame in hub.book.frames[:3]] == [1, 2, 2]


def test_a_hub_that_is_away_is_told_with_since_when_and_the_work_goes_on(node: Node, hub: Hub) -> None:
    hub.away = True
    hear_filings(node, "a")
    assert node.exchange() == ""
    since = line(node).failed_since
    hear_filings(node, "b")
    node.exchange()
    told_of = line(node)
    assert (told_of.connected, told_of.failed_code, told_of.waiting) == (False, "service_unavailable", 2)
    assert told_of.failed_since == since is not None
    assert told_of.waiting_since is not None
    hub.away = False
    node.exchange()
    healed = line(node)
    assert (healed.connected, healed.failed_code, healed.waiting) == (True, "", 0)
    assert healed.waiting_since is healed.failed_since is None


def test_at_rest_nothing_is_written(node: Node, hub: Hub) -> None:
    node.exchange()
    commits = []
    node.shop.on_commit = commits.append
    node.exchange()
    assert commits == []


def test_what_is_not_known_or_not_readable_is_kept_aside_and_holds_up_nobody(node: Node, hub: Hub) -> None:
    hub.send("of_tomorrow", '{"a":1}')
    hub.send(Down.SHEET, "no json")
    hub.send(Down.APPROVAL_ANSWERED, canonical({"request_id": "x"}))
    hear_filings(node, "a")
    assert node.exchange() == ""
    assert [(each.number, each.kind, each.code) for each in reversed(line(node).aside)] == [
        (1, "of_tomorrow", ""), (2, "sheet", "malformed"), (3, "approval_answered", "invalid")]
    assert (line(node).received, told_matters(hub)) == (3, [("a", 1)])
    node.exchange()
    assert hub.book.frames[-1].received == 3


def test_a_node_restored_from_a_backup_is_stopped_and_goes_on_once_somebody_says_so(
        node: Node, hub: Hub) -> None:
    """The hub knows more numbers than the node gave: as after a restore."""
    hear_filings(node, "a", "b")
    node.exchange()

    def as_if_more_had_come(end) -> None:
        end.received = 9
    hub.change_end(as_if_more_had_come)
    hear_filings(node, "c")
    assert node.exchange() == "behind"
    assert line(node).trouble == "behind"
    assert told_matters(hub) == [("a", 1), ("b", 1)]
    with pytest.raises(CaseError, match=r"county\.not_let_go_on"):
        resume(node)

    def let_go_on(end) -> None:
        end.their_epoch = 2
    hub.change_end(let_go_on)
    assert node.exchange() == "superseded"
    assert resume(node) == 4
    assert node.exchange() == ""
    assert (line(node).trouble, line(node).epoch, line(node).waiting) == ("", 2, 0)
    assert told_matters(hub)[2:] == [("c", 1), ("a", 1), ("b", 1), ("c", 1)]
    assert hub.book.frames[-1].epoch == 2


def test_in_trouble_nothing_is_written_again_and_again(node: Node, hub: Hub) -> None:
    hear_filings(node, "a")
    node.exchange()

    def ahead(end) -> None:
        end.received = 9
    hub.change_end(ahead)
    node.exchange()
    commits = []
    node.shop.on_commit = commits.append
    assert node.exchange() == "behind"
    assert commits == []


def test_a_line_in_order_is_not_resumed(node: Node) -> None:
    with pytest.raises(CaseError, match=r"county\.nothing_to_resume"):
        resume(node)


def test_a_hub_that_lost_what_came_from_it_is_seen_and_nothing_of_it_taken(node: Node, hub: Hub) -> None:
    hub.send("of_tomorrow", "{}", "{}")
    node.exchange()

    def lost(end) -> None:
        end.given = end.acknowledged = 1
    hub.change_end(lost)
    assert node.exchange() == "hub_behind"
    hear_filings(node, "a")
    assert node.exchange() == "hub_behind"
    assert told_matters(hub) == [("a", 1)]
