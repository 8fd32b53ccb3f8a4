"""What happens as time goes by: reminders, a late decision, a calendar published after the fact."""

from datetime import datetime, timedelta
from pathlib import Path

from rongcuo.policy.calendar import ZONE
from scenarios.platform import Answer, awaited
from tests.e2e.platform import Platform
from tests.e2e.steps import content_of, messages, nothing_open, open_task, opened, submitted, taken, told

NEXT_YEAR = """\
year: 2027
source: {text: 测试用的虚构日期, standing: illustrative}
holidays:
  - {name: 元旦, from: 2027-01-01, to: 2027-01-05}
workdays:
  - {date: 2027-01-09, for: 元旦}
"""


def _subjects(messages: list[Answer]) -> list[str]:
    return [message["subject"].split(":")[0].split("：")[0] for message in messages]


def test_reminders_come_in_stages_and_stop_with_the_task(platform: Platform) -> None:
    place = platform.people.at("530103", "盘龙区城市管理局")
    done = submitted(place.filer, content_of(platform, "530103", "按时办结的事项"))
    left = submitted(place.filer, content_of(platform, "530103", "一直放着的事项"))
    for receipt in (done, left):
        taken(place, receipt["filing_id"])
    due = datetime.fromisoformat(open_task(place.lead, left["filing_id"])["due_at"])

    platform.time.set(due - timedelta(hours=3) + timedelta(minutes=1))
    for receipt in (done, left):
        assert told(place.reviewer, receipt["number"], "期限将到")
    accepted = place.reviewer.post(f"/reviews/{done['filing_id']}/accept", {"opinion": "予以受理"})
    assert accepted["late"] is False
    nothing_open(place.lead, done["filing_id"])     # before the clock goes on: notify has heard of it

    platform.time.set(due + timedelta(hours=1, minutes=1))
    assert told(place.reviewer, left["number"], "期限已到")
    assert told(place.lead, left["number"], "期限已到")
    assert "期限已到" not in _subjects(messages(place.reviewer, done["number"]))
    assert _subjects(messages(place.reviewer, left["number"])).count("期限将到") == 1

    platform.time.set(due + timedelta(days=1))
    late = place.reviewer.post(f"/reviews/{left['filing_id']}/accept", {"opinion": "予以受理"})
    assert late["late"] is True


def test_a_calendar_published_later_moves_what_is_open(platform: Platform, tmp_path: Path) -> None:
    """On 31 December nobody knows the next year: the date is provisional, counted without the festivals of
    the law, and moves when the year is published."""
    place = platform.people.at("532901", "大理市水务局")
    if platform.time.now().year == 2026:
        platform.time.set(datetime(2026, 12, 31, 9, 30, tzinfo=ZONE))
    receipt = submitted(place.filer, content_of(platform, "532901", "跨年抢修"))
    assert (receipt["review_due_on"], receipt["review_due_provisional"]) == ("2027-01-04", True)
    taken(place, receipt["filing_id"])

    published = tmp_path / "national-2027.yaml"
    published.write_text(NEXT_YEAR, "utf-8")
    broken = tmp_path / "broken-2027.yaml"
    broken.write_text(NEXT_YEAR.replace("2027-01-09", "2027-01-08"), "utf-8")
    refused = platform.command_line("calendar", "import", str(broken))
    assert (refused.returncode, "calendar.invalid" in refused.stderr) == (1, True)
    assert opened(place, receipt["filing_id"])["deadline"]["date"] == "2027-01-04"

    imported = platform.command_line("calendar", "import", str(published))
    assert imported.returncode == 0, imported.stderr

    def look() -> Answer | None:
        case = place.lead.get(f"/reviews/{receipt['filing_id']}")
        return case if case["deadline"]["date"] != "2027-01-04" else None
    moved = awaited(look, "moved deadline")["deadline"]
    assert (moved["date"], moved["days"][-1]["name"]) == ("2027-01-06", "")
    assert told(place.reviewer, receipt["number"], "期限有变")
    assert told(place.filer, receipt["number"], "期限有变")
    assert open_task(place.lead, receipt["filing_id"])["due_at"][:10] == "2027-01-06"
