"""An upgrade without downtime: the last edition beside today's, on one broker and one PostgreSQL."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

import httpx
import pytest
from sqlalchemy import create_engine, inspect, text

from deploy.local import PostgresNode, RabbitNode
from deploy.mailbox import ROOT
from rongcuo.chassis.time_source import SettableTime
from rongcuo.policy.rules import Rules
from scenarios.people import People, Place
from scenarios.translation import matter
from services import WITH_DATABASE
from services.identity import demonstration
from tests.e2e.editions import OF_A_PAIR, REST, Edition, accounts, last_edition, lay_out
from tests.e2e.platform import FIRST_DAY
from tests.e2e.steps import case_come_to, come_to, submitted, taken, told

ORGAN, UNIT = "530128", "禄劝县水务局"
OPINION = {"opinion": "程序完备，予以受理。"}
# Columns, as table.column by service, that the last edition still declares and no longer touches: what it was
# told to leave alone may go. Empty again with the next tag.
LEFT_ALONE: frozenset[str] = frozenset()
Shape = dict[str, tuple[str, bool]]


@dataclass
class Both:
    """The two editions; people come in by the old one's gateway, which is the last to be replaced."""

    old: Edition
    new: Edition
    postgres: PostgresNode
    http: httpx.Client

    @cached_property
    def place(self) -> Place:
        return People(self.http, demonstration.password()).at(ORGAN, UNIT)

    def file(self, title: str) -> dict[str, str]:
        """A filing submitted now: its receipt."""
        today = datetime.date(FIRST_DAY)
        pack = Rules().pack(ORGAN, today)
        whole = matter(title, "project_construction", today)
        content = {**whole, "negative_answers": dict.fromkeys(pack.negative_list, False)}
        return submitted(self.place.filer, content)

    def accept(self, receipt: dict[str, str]) -> None:
        """Through review, back to filing, and on to notify and documents."""
        filing_id = receipt["filing_id"]
        taken(self.place, filing_id)
        case_come_to(self.place.reviewer, filing_id, "preliminary_review")
        self.place.reviewer.post(f"/reviews/{filing_id}/accept", OPINION)
        filing = come_to(self.place.filer, filing_id, "accepted")
        assert filing["register_number"] in told(self.place.filer, receipt["number"], "报备已受理")["body"]
        assert told(self.place.filer, receipt["number"], "文书已送达")

    def shapes(self) -> Shape:
        """Every column of every database: its type, and whether a row may be without it."""
        found: Shape = {}
        for service in WITH_DATABASE:
            engine = create_engine(self.postgres.url(f"rongcuo_{service}"))
            for (_, table), columns in inspect(engine).get_multi_columns().items():
                for column in columns:
                    free = bool(column["nullable"] or column["default"])
                    found[f"{service}.{table}.{column['name']}"] = str(column["type"]), free
            engine.dispose()
        return found

    def dead_letters(self) -> list[str]:
        """What a service could not read, whichever edition it is of."""
        found = []
        for service in WITH_DATABASE:
            engine = create_engine(self.postgres.url(f"rongcuo_{service}"))
            with engine.connect() as connection:
                found += [f"{service}: {row}" for row in connection.execute(
                    text("SELECT type_name, reason_code, reason FROM dead_letters"))]
            engine.dispose()
        return found


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Both]:
    """The last edition serves; today's waits."""
    code = lay_out(last_edition(), tmp_path / "code")
    (tmp_path / "data").mkdir(mode=0o700)
    SettableTime(tmp_path / "time").set(FIRST_DAY)
    with (RabbitNode(tmp_path / "rabbit", services=accounts()) as rabbit,
          PostgresNode(tmp_path / "postgres", fast=True) as postgres):
        for service in WITH_DATABASE:
            postgres.create_database(f"rongcuo_{service}")
        old, new = (Edition(place, tmp_path / name, rabbit, postgres)
                    for name, place in (("old", code), ("new", ROOT)))
        try:
            for part in old.parts.values():
                part.begin()
            for part in old.parts.values():
                part.start()
            with httpx.Client(base_url=f"http://127.0.0.1:{old.http_port}", timeout=120) as http:
                yield Both(old, new, postgres, http)
        finally:
            new.stop()
            old.stop()


def taken_away(before: Shape, after: Shape) -> list[str]:
    """What the last edition reads and is no longer there or is another thing, and what it would have to write
    and knows nothing of."""
    changed = [name for name, (kind, _) in before.items()
               if name not in LEFT_ALONE and after.get(name, ("", True))[0] != kind]
    tables = {name.rpartition(".")[0] for name in before}
    demanded = [name for name, (_, free) in after.items()
                if name.rpartition(".")[0] in tables and not free and before.get(name, ("", True))[1]]
    return changed + demanded


@pytest.mark.broker
@pytest.mark.postgres
@pytest.mark.parametrize("renewed", OF_A_PAIR)
def test_one_service_of_today_works_with_the_others_of_the_last_edition(both: Both, renewed: str) -> None:
    """Filing of the old with review of the new, and the reverse; what waited meanwhile goes on, too."""
    waiting = both.file("升级前报送，升级后审查")
    before = both.shapes()
    both.new.migrate()                          # while the last edition serves
    assert taken_away(before, both.shapes()) == []
    both.new.parts[renewed].start()             # the new beside the old …
    meanwhile = both.file("两个版本同时在场")
    both.old.parts[renewed].stop()              # … and the old one goes
    both.accept(both.file("新旧版本各办一段"))
    both.accept(meanwhile)
    both.accept(waiting)
    assert both.dead_letters() == []
    assert {name for name, part in both.old.parts.items() if part.running} == {*OF_A_PAIR, REST} - {renewed}


@pytest.mark.parametrize(("after", "seen"), [
    ({"a.t.x": ("INTEGER", True)}, ["a.t.y"]),
    ({"a.t.x": ("TEXT", True), "a.t.y": ("TEXT", False)}, ["a.t.x"]),
    ({"a.t.x": ("INTEGER", False), "a.t.y": ("TEXT", False)}, ["a.t.x"]),
    ({"a.t.x": ("INTEGER", True), "a.t.y": ("TEXT", False), "a.t.z": ("TEXT", False)}, ["a.t.z"]),
    ({"a.t.x": ("INTEGER", True), "a.t.y": ("TEXT", True), "a.t.z": ("TEXT", True),
      "a.new.z": ("TEXT", False)}, [])])
def test_what_the_last_edition_could_not_live_with_is_seen(after: Shape, seen: list[str]) -> None:
    assert taken_away({"a.t.x": ("INTEGER", True), "a.t.y": ("TEXT", False)}, after) == seen
