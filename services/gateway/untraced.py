"""Requests of people who must not be traced: no log, no row and no other's page tells from where they came.

Which these are is decided by the address alone, before anything is looked at: so what leads nowhere there, or
is no way to ask it, is one as well. The session is not looked at either. What holds floods back knows them by
a hash whose key is thrown away daily.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid4

from flask import Request, g

from services.gateway import clients, rpc


@dataclass(frozen=True)
class UntracedAddresses:
    """`addresses` are of one page or call each; of `places` all that lies below is one too."""

    addresses: frozenset[str]
    places: frozenset[str]

    def has(self, asked: Request) -> bool:
        """Whether this is one. What leads nowhere is, wherever it stands below any of them."""
        if asked.url_rule is not None:
            return asked.url_rule.rule in self.addresses or _lies_below(asked.url_rule.rule, self.places)
        plain = "/" + "/".join(filter(None, asked.path.casefold().split("/")))
        return _lies_below(plain, self.addresses | self.places)


def leave_no_trace() -> None:
    """From now on the present request is one of these. The correlation id that came with it may be a
    stranger's mark, and would stand in rows and logs."""
    g.untraced = True
    g.correlation_id = uuid4().hex
    g.occasion = rpc.Occasion(g.correlation_id, rpc.occasion().give_up)


def noted_address() -> str:
    """The sender's, as a log may have it: empty where nobody may know it."""
    return "" if g.get("untraced") else clients.address()


def noted_officer() -> str:
    """Who is signed in, as a log may have it: nobody where it may not be known that they were here."""
    person = {} if g.get("untraced") else g.get("officer") or g.get("person") or {}
    return str(person.get("officer_id", ""))


def _lies_below(address: str, places: Iterable[str]) -> bool:
    return any(address == place or address.startswith(f"{place}/") for place in places)
