"""What a list is asked for: its tab, its order, its filters.

They stand in its address and nowhere else, so it can be kept under a name (`saved_views`), taken away as a
table (`tables`), or sent to a colleague, who sees of it what they may.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from rongcuo.contracts.operation import Query
from services.gateway.console.listing.saved_views import begin_to_look
from services.gateway.console.listing.tables import Table, table_of, wants_table
from services.gateway.console.page.backend import Answer, ask

ROWS = 30
MOST_COUNTED = 1_000            # services count rows no further, of what they keep the figure they know it
Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Listed:
    """`page`: the endpoint that shows it. `sorts`: the orders that its service knows, first the one in which
    it comes unasked. `filters`: the name of each that its service knows, with the words for its codes;
    `search` is one in any case."""

    page: str
    tab: str = ""
    sorts: tuple[str, ...] = ()
    filters: Mapping[str, Pairs] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """What the address says of it."""
        return request.args.get(name, "")

    @property
    def sort(self) -> str:
        """The order in which it comes."""
        return self.of("sort") or "".join(self.sorts[:1])

    @property
    def by_day(self) -> bool:
        """Whether its rows stand together by the days on which they are due."""
        return self.sort == "due" and self.tab != "closed"

    def asked(self, **other: str) -> dict[str, Any]:
        """All that does not come unasked; with `other` in its place."""
        named = {name: self.of(name) for name in ("search", *self.filters)}
        told = {"tab": self.tab, "sort": self.sort, **named, **other}
        return {name: value for name, value in told.items()
                if value and not (name == "sort" and value in self.sorts[:1])}

    def address(self, **other: str) -> str:
        """The list with something else in its address; without its name where that is empty."""
        return url_for(self.page, **self.asked(**other))

    @property
    def bare(self) -> str:
        """Without any filter."""
        return self.address(**dict.fromkeys(("search", *self.filters), ""))

    @property
    def chips(self) -> list[tuple[str, str]]:
        """The filters in force in words, each with the address without it."""
        words = {name: dict(choices) for name, choices in self.filters.items()}
        told = [(name, value) for name, value in self.asked().items() if name not in ("tab", "sort")]
        return [(gettext("含“%(words)s”", words=value) if name == "search" else
                 str(words[name].get(value, value)), self.address(**{name: ""})) for name, value in told]


def list_page(listed: Listed, query: Query[Any, Any], table: Table, template: str,
              also: Mapping[str, Any] | None = None, opens_on: Iterable[str] = (),
              **told: Any) -> ResponseReturnValue:
    """A page of the list, or all of it as a table, where the address says so. `also`: what the service is
    asked beside what stands in the address. `opens_on`: where that names no tab and its own is empty, the
    first of these that holds something."""
    def page_from(cursor: str, limit: int) -> Answer:
        return ask(query, **{**listed.asked(), **(also or {})}, cursor=cursor, limit=limit)

    if wants_table():
        return table_of(table, page_from)
    begin_to_look()
    page = page_from(listed.of("cursor"), ROWS)
    if opens_on and not listed.of("tab") and not page[table.rows]:
        full = next((each for each in opens_on if page["counts"].get(each)), listed.tab)
        listed = replace(listed, tab=full)
        page = page_from("", ROWS)
    return render_template(template, page=page, listed=listed, **told)


def count_word(many: int) -> str:
    """How many, as far as a service counts: what it counted up to its limit may be more."""
    return f"{MOST_COUNTED - 1}+" if many == MOST_COUNTED else str(many)
