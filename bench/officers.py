"""Who works with the platform while it is measured: in each organ a filer, a lead and two reviewers."""

from collections.abc import Iterable, Sequence
from typing import Any

import httpx

from bench.stage import Stage
from scenarios.enrolling import enrol
from scenarios.people import REGISTRARS
from scenarios.platform import Person, answered
from services.identity import demonstration

POSTS = {"filer": "filer", "lead": "lead", "reviewer": "reviewer", "second": "reviewer"}


def signed_in(here: Stage, organs: Sequence[str], posts: Iterable[str]) -> list[str]:
    """All of them get accounts; the tokens of those in these posts, organ after organ."""
    with httpx.Client(base_url=f"http://127.0.0.1:{here.http_port}", timeout=30) as http:
        first, second = (Person(http, username, demonstration.password()) for username in REGISTRARS)
        for organ_id in organs:
            for post, role in POSTS.items():
                enrol(http, (first, second), _officer(organ_id, post, role), demonstration.password())
        return [_token(http, organ_id, post) for organ_id in organs for post in posts]


def _officer(organ_id: str, post: str, role: str) -> dict[str, Any]:
    username = f"bench.{organ_id}.{post}"
    return {"username": username, "name": "测速", "organ_id": organ_id, "roles": [role],
            "unit": "交通运输局" if role == "filer" else "",
            "email": f"{username}@example.invalid"}


def _token(http: httpx.Client, organ_id: str, post: str) -> str:
    who = {"username": f"bench.{organ_id}.{post}", "password": demonstration.password()}
    return str(answered(http.post("/api/v1/tokens", json=who))["token"])
