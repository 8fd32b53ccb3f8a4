"""Pages of the console among many rows over among few, and over the JSON that each shows."""

from collections.abc import Mapping

import httpx
from sqlalchemy import create_engine

from bench import matter
from bench.copied_rows import copy_rows
from bench.figures import Figure, Goal, beside
from bench.kept_figures_looks import KEPT, recount
from bench.officers import signed_in
from bench.search_filings import fill
from bench.settling import settle
from bench.stage import Stage, stage
from services import NAMES

ROWS = {"small": {"few": 2_000, "many": 20_000}, "full": {"few": 2_000, "many": 200_000}}
LOOKS = {"small": 30, "full": 100}
GROWTH, OVER_JSON = Goal(limit=1.3, at_most=True), Goal(limit=3, at_most=True)
WORD = "公路"            # one in fifteen has it
ID = "lpad(to_hex(n), 32, '0')"         # as search_filings names them
BEFORE = "now() - interval '2 days' - n * interval '1 second'"      # no two at one moment
CASES = {
    "id": ID, "number": "'530127-2026-' || lpad(n::text, 6, '0')", "ended": "n % 10 > 0",
    "state": "CASE WHEN n % 10 = 0 THEN 'verification' WHEN n % 3 = 0 THEN 'declined' ELSE 'accepted' END",
    "assignee_id": "CASE WHEN n / 10 % 2 = 0 THEN '' ELSE 'wang' END",
    "due_at": "date_trunc('day', now()) + n / 20 % 20 * interval '1 day'",
    "opened_at": BEFORE, "since": BEFORE}
TASKS = {"id": ID, "matter_id": ID, "due_at": CASES["due_at"], "opened_at": CASES["opened_at"],
         "closed_at": "CASE WHEN n % 10 > 0 THEN now() - interval '1 day' END", "number": CASES["number"]}
MESSAGES = {"id": ID, "matter_id": ID, "occasion": "md5(n::text)", "recipient_id": "'{reader}'",
            "at": CASES["opened_at"], "read_at": "CASE WHEN n % 10 > 0 THEN now() END"}
DELIVERIES = {"id": ID, "message_id": ID, "matter_id": ID, "recipient_id": "'{reader}'",
              "state": "'delivered'", "next_at": "NULL", "delivered_at": CASES["opened_at"]}
COPIED = {"review": {"review_case": CASES},
          "notify": {"matters": {"id": ID, "remind_at": "NULL"}, "tasks": TASKS,
                     "task_holders": {"task_id": ID}, "messages": MESSAGES, "deliveries": DELIVERIES}}
Taken = Mapping[str, Mapping[str, list[float]]]


def measure(size: str) -> dict[str, Figure]:
    """`page_growth.…` for each page and `page_growth`, the worst; `page_ratio`, of a page to its JSON, in the
    same way, among the many. In milliseconds, over HTTP, every service a process, on PostgreSQL; the few
    before the many."""
    with stage("pages") as here:
        here.serve(*NAMES)
        reader = prepare(here)
        told: dict[str, Taken] = {}
        first = 2        # the one that they look at has the first number
        for name, rows in ROWS[size].items():
            fill_up(here, reader, range(first, rows + 1))
            told[name] = here.play("page_looks", green=False, looks=LOOKS[size], port=here.http_port,
                                   **reader)
            first = rows + 1
    return growth(told["few"], told["many"])


def growth(few: Taken, many: Taken) -> dict[str, Figure]:
    """From the milliseconds of every look at every page and its JSON."""
    grown = {page: beside(taken["page"], few[page]["page"], "ms", GROWTH) for page, taken in many.items()}
    over = {page: beside(taken["page"], taken["json"], "ms", OVER_JSON) for page, taken in many.items()}
    return {"page_growth": _worst(grown), "page_ratio": _worst(over),
            **{f"page_growth.{page}": figure for page, figure in grown.items()},
            **{f"page_ratio.{page}": figure for page, figure in over.items()}}


def prepare(here: Stage) -> dict[str, str]:
    """A lead and the one filing with its review that they look at."""
    filer, lead = signed_in(here, (matter.ORGAN,), ("filer", "lead"))
    with httpx.Client(base_url=f"http://127.0.0.1:{here.http_port}/api/v1", timeout=30) as http:
        content = matter.content("农村公路先行施工")
        filed = http.post("/filings", json={"content": content, "submit": True},
                          headers={"Authorization": f"Bearer {filer}"}).raise_for_status().json()
        who = http.get("/me", headers={"Authorization": f"Bearer {lead}"}).raise_for_status().json()
    settle(here)
    return {"token": lead, "officer_id": who["officer_id"], "filing_id": filed["filing_id"], "word": WORD}


def fill_up(here: Stage, reader: Mapping[str, str], numbers: range) -> None:
    """One filing for each number, with its review, task and message; all of one organ, and a tenth open."""
    filing = create_engine(here.postgres.url("rongcuo_filing"))
    fill(filing, numbers.stop, (matter.ORGAN,), numbers.start)
    filing.dispose()
    for service, tables in COPIED.items():
        for table, changed in tables.items():
            copy_rows(here, f"rongcuo_{service}", table, numbers, {
                column: value.format(reader=reader["officer_id"]) for column, value in changed.items()})
    for service, (table, census) in KEPT.items():
        recount(here.postgres.url(f"rongcuo_{service}"), table, census)
    for service in ("filing", *COPIED):
        here.execute(f"rongcuo_{service}", "VACUUM ANALYZE")


def _worst(figures: Mapping[str, Figure]) -> Figure:
    return max(figures.values(), key=lambda figure: figure.ratio or 0)
