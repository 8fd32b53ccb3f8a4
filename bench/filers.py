"""Sixteen people of eight organs who file over HTTP: their accounts, and what they file."""

from typing import Any

import httpx

from bench import matter
from bench.stage import Stage
from scenarios.enrolling import enrol
from scenarios.people import REGISTRARS
from scenarios.platform import Person, answered
from services.identity import demonstration

CLIENTS = 16
ORGANS = ("530127", "530102", "530103", "530111", "530112", "530113", "530114", "530115")
POSTS = {"filer": "filer", "lead": "lead", "reviewer": "reviewer", "second": "reviewer"}


def tokens(here: Stage) -> list[str]:
    """Of a filer in each of eight organs with two reviewers and a lead; each works for two clients."""
    with httpx.Client(base_url=f"http://127.0.0.1:{here.http_port}", timeout=30) as http:
        first, second = (Person(http, username, demonstration.password()) for username in REGISTRARS)
        for organ_id in ORGANS:
            for post, role in POSTS.items():
                enrol(http, (first, second), _officer(organ_id, post, role), demonstration.password())
        return [_token(http, organ_id) for organ_id in ORGANS for _ in range(CLIENTS // len(ORGANS))]


def file(here: Stage, who: list[str], seconds: float, *, port: int = 0, rest: float = 0) -> dict[str, Any]:
    """As many as these can. `rest`: seconds between one's answer and their next. `port`: of a gateway that is
    not ours. What `http_clients` tells; none was refused."""
    told: dict[str, Any] = here.play("http_clients", green=False, port=port or here.http_port, tokens=who,
                                     content=matter.content("—"), seconds=seconds, rest=rest)
    if told["refused"]:
        raise RuntimeError(f"{len(told['refused'])} filings were refused: {told['refused'][:3]}")
    return told


def _officer(organ_id: str, post: str, role: str) -> dict[str, Any]:
    username = f"bench.{organ_id}.{post}"
    return {"username": username, "name": "测速", "organ_id": organ_id, "roles": [role],
            "unit": "交通运输局" if role == "filer" else "",
            "email": f"{username}@example.invalid"}


def _token(http: httpx.Client, organ_id: str) -> str:
    who = {"username": f"bench.{organ_id}.filer", "password": demonstration.password()}
    return str(answered(http.post("/api/v1/tokens", json=who))["token"])
