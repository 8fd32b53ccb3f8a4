"""The lists as tables to take away, in the reader's words: a CSV that spreadsheets open."""

import csv
import io
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

from flask import Response, g, request
from flask_babel import LazyString, gettext, lazy_gettext

from rongcuo.policy.calendar import ZONE
from rongcuo.texts.signs import is_seen
from services.gateway.console.case.holders import appeal_holder, held, task_holder
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.labels import STATES, word

ROWS_AT_ONCE = 200
MOST_ROWS = 2_000               # of a table
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")    # as OWASP lists them
Told = Callable[[Answer], object]


class Table(NamedTuple):
    """`name`: of the file. `rows`: where the service's answer has them."""

    name: str
    columns: Iterable[tuple[LazyString, Told]]
    rows: str = "lines"


def wants_table() -> bool:
    """Whether the list is asked for as a table."""
    return request.args.get("as") == "csv"


def table_of(table: Table, page_from: Callable[[str, int], Answer]) -> Response:
    """Every row of the list, as far as the person may see them: `page_from` asks the service for the page of
    a cursor, and how many rows. Of a very long list the first 2,000, and a last line says so."""
    written, cursor = io.StringIO(), ""
    writer = csv.writer(written)
    writer.writerow([str(heading) for heading, _ in table.columns])
    for _ in range(MOST_ROWS // ROWS_AT_ONCE):
        page = page_from(cursor, ROWS_AT_ONCE)
        writer.writerows([_plain(told(line)) for _, told in table.columns] for line in page[table.rows])
        cursor = page["next_cursor"]
        if not cursor:
            break
    if cursor:
        writer.writerow([gettext("只导出了前 %(n)s 件。", n=MOST_ROWS)])
    answer = Response("\ufeff" + written.getvalue(), mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename=f"{table.name}-{g.now:%Y%m%d}.csv")
    return answer


def _plain(value: object) -> str:
    """What somebody typed is no formula of whoever opens the table, whatever blanks come before it."""
    text = "" if value is None else str(value)
    first = next(filter(is_seen, text), "")
    return f"'{text}" if text.lstrip(" ").startswith(BEGINS_A_FORMULA) or first in BEGINS_A_FORMULA else text


def _said(name: str) -> Told:
    return lambda line: line[name]


def _at(name: str) -> Told:
    """A time as spreadsheets read it, in the platform's time zone."""
    return lambda line: line[name] and f"{datetime.fromisoformat(line[name]).astimezone(ZONE):%Y-%m-%d %H:%M}"


def _due(line: Answer) -> object:
    """While a clock stands still its day is not known; a supplement's is."""
    stands_still = line.get("suspended") and not line.get("decided_at") and line.get("held_by") != "filer"
    return "" if stands_still else _at("due_at")(line)


def _state(line: Answer) -> str:
    return word(STATES, line["state"])


NUMBER, TITLE = (lazy_gettext("编号"), _said("number")), (lazy_gettext("事项"), _said("title"))
UNIT, STATE = (lazy_gettext("单位"), _said("unit")), (lazy_gettext("状态"), _state)
DUE = (lazy_gettext("到期"), _due)
HELD = lazy_gettext("在谁手里")
SINCE, CLOSED = lazy_gettext("开始"), (lazy_gettext("办结"), _at("decided_at"))

CASES = Table("work", (DUE, NUMBER, TITLE, UNIT, STATE, (HELD, held), (SINCE, _at("opened_at")), CLOSED))
DETERMINATIONS = Table("determinations", (
    DUE, NUMBER, TITLE, (lazy_gettext("当事人"), _said("subject_name")), UNIT, STATE, (HELD, held),
    (SINCE, _at("opened_at")), CLOSED))
APPEALS = Table("appeals", (
    DUE, NUMBER, TITLE, STATE, (HELD, appeal_holder), (SINCE, _at("lodged_at")), CLOSED))
MEETINGS = Table("meetings", (
    (lazy_gettext("时间"), _at("meets_at")), NUMBER, TITLE, STATE, (lazy_gettext("案件"), _said("cases"))))
TASKS = Table("tasks", (DUE, NUMBER, TITLE, (HELD, task_holder), (SINCE, _at("opened_at"))), rows="tasks")
FILINGS = Table("filings", (
    (lazy_gettext("报送时间"), _at("submitted_at")), NUMBER, TITLE, UNIT,
    (lazy_gettext("报备人"), _said("filer_name")), STATE,
    (lazy_gettext("补正期限"), lambda line: line.get("supplement_due_on") or "")))
