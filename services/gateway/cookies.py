"""What browsers keep for us. Behind TLS, cookies are such that no other site, host or plain line can set or
read them: `Secure`, and `__Host-` before the name."""

from typing import Any, Literal

from flask import Request, Response, current_app

SESSION, FORM, LANGUAGE = "rongcuo_session", "rongcuo_form", "rongcuo_language"
TOUR = "rongcuo_tour"
SENT = "rongcuo_sent"   # a form that was sent, and whose words identity could not yet let go of
HOST_ONLY = "__Host-"


def secure() -> bool:
    """Whether people reach us by TLS, as `public_url` says: the proxy before us ends it, and what it says in
    headers could be anybody's."""
    said: bool = current_app.extensions["settings"].public_url.startswith("https://")
    return said


def read(asked: Request, name: str) -> str:
    """Empty where the browser keeps none."""
    return asked.cookies.get(_called(name), "")


def keep(answer: Response | Any, name: str, value: str, *, samesite: Literal["Lax", "Strict"] = "Lax",
         seconds: int | None = None) -> None:
    """For `seconds`, or as long as the browser runs. No script of a page can read it."""
    answer.set_cookie(_called(name), value, max_age=seconds, httponly=True, samesite=samesite,
                      secure=secure())


def drop(answer: Response | Any, name: str) -> None:
    """The browser forgets it."""
    answer.delete_cookie(_called(name), httponly=True, samesite="Lax", secure=secure())


def _called(name: str) -> str:
    return HOST_ONLY + name if secure() else name
