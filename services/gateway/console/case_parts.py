"""The parts that a case consists of: what is done, what is open, what is still to come, what is not asked."""

from dataclasses import dataclass
from typing import Literal

from flask_babel import LazyString, gettext, lazy_gettext

from services.gateway.console.backend import Answer
from services.gateway.console.dates import day, moment
from services.gateway.console.words import Words

Standing = Literal["done", "open", "later", "not_asked"]
STANDINGS: Words = {
    "done": lazy_gettext("已完成"),
    "open": lazy_gettext("待办"),
    "later": lazy_gettext("未到"),
    "not_asked": lazy_gettext("不要求"),
}


@dataclass(frozen=True, kw_only=True)
class CasePart:
    """`said`: of what is done who and when, of what is open whose it is and until when, of what is to come
    what it waits for, of what is not asked which rule says so. `address`: where it is, or is done."""

    word: LazyString | str
    standing: Standing
    said: str = ""
    address: str = ""


def last(matter: Answer, *steps: str) -> Answer | None:
    """The latest of these steps in a matter's history."""
    return next((entry for entry in reversed(matter["history"]) if entry["what"] in steps), None)


def by_whom(entry: Answer | None) -> str:
    """Who took a step, and when."""
    return f"{entry['actor_name']} · {moment(entry['at'])}" if entry else ""


def whose(holder: str, deadline: Answer | None) -> str:
    """Who has it, and until when."""
    until = gettext("%(day)s前", day=moment(deadline["at"])) if deadline and not deadline["suspended"] else ""
    return " · ".join(filter(None, (holder, until)))


def after(word: LazyString | str) -> str:
    """What another part has to come first."""
    return gettext("等“%(part)s”", part=word)


def by_the_rules_of(name: str, valid_from: str) -> str:
    """Which rule does not ask for it."""
    return gettext("%(name)s的规则（%(day)s起）", name=name, day=day(valid_from, whole=True))
