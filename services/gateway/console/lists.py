"""A list's own address: its tab, its filters, the view kept under a name, the table to take away.

Filters stand in the address and nowhere else, so a view is an address with a name, and a page can be sent to
a colleague, who sees of it what they may.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import Response, g, request, url_for
from flask_babel import LazyString, gettext

from rongcuo.policy.calendar import ZONE
from services.gateway.console.backend import Answer
from services.gateway.console.views_kept import View, begin_to_look, views_of

ROWS, ROWS_AT_ONCE = 30, 200
MOST_COUNTED = 1_000            # services count no further
MOST_ROWS = 2_000               # of a table to take away
AS_TABLE = "csv"
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")    # as OWASP lists them
Pairs = Sequence[tuple[str, str]]
Columns = Sequence[tuple[LazyString, Callable[[Answer], object]]]


@dataclass(frozen=True, kw_only=True)
class Listed:
    """What a list was asked for. `page`: the endpoint that shows it. `filters`: the name of each filter that
    its service knows, with the words for its codes; `search` is one in any case. `chips`: what is in force,
    each with the address without it. `keeps_views`: the page shows those that the person keeps of it."""

    page: str
    tab: str = ""
    filters: dict[str, Pairs] = field(default_factory=dict)
    keeps_views: bool = False

    def __post_init__(self) -> None:
        if self.keeps_views and not wants_table():
            begin_to_look()

    def of(self, name: str) -> str:
        """What the address says of it."""
        return request.args.get(name, "")

    @property
    def search(self) -> str:
        """The words that are searched for."""
        return self.of("search")

    def asked(self) -> dict[str, str]:
        """For the service: the tab, where there are tabs, and each filter, empty where it is not in force."""
        asked = {name: self.of(name) for name in ("search", *self.filters)}
        return {"tab": self.tab, **asked} if self.tab else asked

    def address(self, **other: str) -> str:
        """The list with something else in its address; without its name where that is empty."""
        kept = {name: value for name, value in self.asked().items() if value}
        told: dict[str, Any] = {name: value for name, value in {**kept, **other}.items() if value}
        return url_for(self.page, **told)

    @property
    def here(self) -> str:
        """Its first page."""
        return self.address()

    @property
    def plain(self) -> str:
        """Its address alone."""
        return url_for(self.page)

    @property
    def bare(self) -> str:
        """Without any filter."""
        return self.address(**dict.fromkeys(("search", *self.filters), ""))

    @property
    def chips(self) -> list[tuple[str, str]]:
        """The filters in force in words."""
        words = {name: dict(choices) for name, choices in self.filters.items()}
        told = {name: value for name, value in self.asked().items() if value and name != "tab"}
        return [(gettext("含“%(words)s”", words=value) if name == "search" else
                 str(words[name].get(value, value)), self.address(**{name: ""}))
                for name, value in told.items()]

    @property
    def csv(self) -> str:
        """Where the whole list is a table."""
        return self.address(**{"as": AS_TABLE})

    @property
    def views(self) -> list[View]:
        """Those that the person keeps of this list."""
        return views_of(self.plain, self.here)

    @property
    def can_be_kept(self) -> bool:
        """Whether it is more than the plain list, and not kept already."""
        return bool(self.chips) and not any(view.here for view in self.views)


def wants_table() -> bool:
    """Whether the list is asked for as a table."""
    return request.args.get("as") == AS_TABLE


def table_of(name: str, columns: Columns, page_from: Callable[[str, int], Answer],
             key: str = "lines") -> Response:
    """Every row of the list, as far as the person may see them, in a CSV that spreadsheets open: `page_from`
    asks the service for the page of a cursor, and how many rows. Of a very long list the first 2,000, and a
    last line says so."""
    written, cursor = io.StringIO(), ""
    writer = csv.writer(written)
    writer.writerow([str(heading) for heading, _ in columns])
    for _ in range(MOST_ROWS // ROWS_AT_ONCE):
        page = page_from(cursor, ROWS_AT_ONCE)
        writer.writerows([_plain(told(line)) for _, told in columns] for line in page[key])
        cursor = page["next_cursor"]
        if not cursor:
            break
    if cursor:
        writer.writerow([gettext("只导出了前 %(n)s 件。", n=MOST_ROWS)])
    answer = Response("\ufeff" + written.getvalue(), mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename=f"{name}-{g.now:%Y%m%d}.csv")
    return answer


def at(written: str | None) -> str:
    """A time as spreadsheets read it, in the platform's time zone."""
    return f"{datetime.fromisoformat(written).astimezone(ZONE):%Y-%m-%d %H:%M}" if written else ""


def _plain(value: object) -> str:
    """What somebody typed is no formula of whoever opens the table."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(BEGINS_A_FORMULA) else text


def ticked(lines: Iterable[Answer], key: str) -> set[str]:
    """The rows that begin ticked: all of the page where the address asks for it."""
    return {str(line[key]) for line in lines} if request.args.get("select") else set()


def count_word(many: int) -> str:
    """How many, as far as a service counts."""
    return str(many) if many < MOST_COUNTED else f"{MOST_COUNTED - 1}+"
