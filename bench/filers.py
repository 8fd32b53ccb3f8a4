"""Sixteen people of eight organs who file over HTTP: their accounts, and what they file."""

from typing import Any

from bench import matter
from bench.officers import signed_in
from bench.stage import Stage

CLIENTS = 16
ORGANS = ("530127", "530102", "530103", "530111", "530112", "530113", "530114", "530115")


def tokens(here: Stage) -> list[str]:
    """Of a filer in each of eight organs; each works for two clients."""
    return signed_in(here, ORGANS, ("filer",)) * (CLIENTS // len(ORGANS))


def file(here: Stage, who: list[str], seconds: float, *, port: int = 0, rest: float = 0) -> dict[str, Any]:
    """As many as these can. `rest`: seconds between one's answer and their next. `port`: of a gateway that is
    not ours. What `http_clients` tells; none was refused."""
    told: dict[str, Any] = here.play("http_clients", green=False, port=port or here.http_port, tokens=who,
                                     content=matter.content("—"), seconds=seconds, rest=rest)
    if told["refused"]:
        raise RuntimeError(f"{len(told['refused'])} filings were refused: {told['refused'][:3]}")
    return told
