"""Giving somebody an account the way it is done: by one registrar, or by two, and a link that works once."""

import httpx

from scenarios.platform import Answer, Person, Refused, answered

# The second is of those in powerful posts.
THERE_ALREADY = frozenset({"identity.username_taken", "identity.link_needs_mail"})


def enrol(http: httpx.Client, registrars: tuple[Person, Person], officer: Answer, password: str) -> str:
    """Their id. Sent again it comes to the same. Raises `Refused`."""
    first, second = registrars
    username = officer["username"]
    seen, by = first.post("/officers", officer, key=f"enrol.{username}"), first
    officer_id = str(seen["officer_id"])
    if seen["state"] == "proposed":
        second.post(f"/officers/{officer_id}/confirm", key=f"confirm.{username}")
        by = second
    link = by.post(f"/officers/{officer_id}/link")["link"]
    answered(http.post("/api/v1/password", json={"link": link, "password": password}))
    return officer_id


def enrol_once(http: httpx.Client, registrars: tuple[Person, Person], officer: Answer, password: str) -> str:
    """Their id, or nothing where they have an account already: then it shows when they sign in."""
    try:
        return enrol(http, registrars, officer, password)
    except Refused as refusal:
        if refusal.code not in THERE_ALREADY:
            raise
        return ""
