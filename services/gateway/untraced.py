"""Requests of people who must not be traced: no log, no row and no other's page tells from where they came.

The session is not looked at either. What holds floods back knows them by a hash whose key is thrown away
daily.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import uuid4

from flask import g
from flask.typing import ResponseReturnValue

from services.gateway import clients, rpc

Handler = Callable[..., ResponseReturnValue]


def leave_no_trace() -> None:
    """From now on the present request is one of these. The correlation id that came with it may be a
    stranger's mark, and would stand in rows and logs."""
    g.untraced = True
    g.correlation_id = uuid4().hex
    g.occasion = rpc.Occasion(g.correlation_id, rpc.occasion().give_up)


def untraced(handler: Handler) -> Handler:
    """One of the API's."""

    @wraps(handler)
    def guarded(**path: Any) -> ResponseReturnValue:
        leave_no_trace()
        return handler(**path)

    return guarded


def noted_address() -> str:
    """The sender's, as a log may have it: empty where nobody may know it."""
    return "" if g.get("untraced") else clients.address()
