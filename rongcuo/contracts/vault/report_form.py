"""What a reporter types into the public form, page by page. It stays in the form until it is sent, and goes
no further than the gateway's process then."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rongcuo.contracts.fields import chosen, identifiers, line, text
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.vault.forms import LONGEST_NAME

LONGEST_WHAT, LONGEST_REST = 10_000, 4_000    # together they are shorter than a report may be


class Signing(StrEnum):
    """How somebody reports."""

    ANONYMOUS = "anonymous"  # 匿名
    REAL_NAME = "real_name"  # 实名


@dataclass(frozen=True, kw_only=True)
class AboutWhom:
    """Somebody, or a unit, of whom it tells."""

    name: str = line(60, default="")
    unit: str = line(200, default="")
    post: str = line(200, default="")


@dataclass(frozen=True, kw_only=True)
class WhatPage:
    """What happened."""

    what: str = text(LONGEST_WHAT, 1, read_by=Reader.CASEWORKERS)
    place: str = line(200, default="")
    act_from: date | None = None
    act_until: date | None = None
    categories: tuple[str, ...] = identifiers(20)


@dataclass(frozen=True, kw_only=True)
class HowPage:
    """How they know, and what would show it."""

    source: str = text(LONGEST_REST, default="")
    material: str = text(LONGEST_REST, default="")


@dataclass(frozen=True, kw_only=True)
class WhoPage:
    """Who they are, if they say so."""

    signing: Signing = chosen()
    own_name: str = line(LONGEST_NAME, default="")
    id_number: str = line(30, default="")
    phone: str = line(30, default="")
    email: str = line(200, default="")
    address: str = line(200, default="")
