"""From a notification to the words that a person reads: Chinese first, English second."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rongcuo.policy.calendar import ZONE
from rongcuo.texts.signs import isolated, undisturbed
from services.notify.domain.notifications import Fact, InBoth, Notification

LONGEST_TITLE = 60
LANGUAGES = ("zh", "en")
Words = Mapping[str, Mapping[str, Mapping[str, str]]]


@cache
def _entries() -> Mapping[str, Mapping[str, Any]]:
    """Ours, and those that another service ships of its own, whose names begin with `NAME.`."""
    entries: dict[str, Mapping[str, Any]] = {}
    for file in sorted(Path(__file__).parents[1].glob("*/messages.yaml")):
        entries |= yaml.safe_load(file.read_text("utf-8"))
    return entries


@cache
def _words() -> Words:
    """By name, language and part."""
    return {name: {language: entry[language] for language in LANGUAGES}
            for name, entry in _entries().items()}


def subject_of(notification: Notification) -> str:
    """One line in both languages."""
    return " · ".join(_say(notification, language, "subject") for language in LANGUAGES)


def body_of(notification: Notification) -> str:
    """A paragraph in each language."""
    return "\n\n".join(_say(notification, language, "body") for language in LANGUAGES)


def is_routine(name: str) -> bool:
    """Whether whoever chose so hears of it with their digest; by its words, which say so."""
    return bool(_entries()[name].get("routine"))


def words_of_digest(subjects: Sequence[str]) -> tuple[str, str]:
    """Subject and body of the mail that tells of these."""
    halves = [subject.partition(" · ") for subject in subjects]
    zh, en = ("\n".join(f"- {half}" for half in one) for one in zip(
        *((zh, en or zh) for zh, _, en in halves), strict=True))
    many = str(len(subjects))
    told = Notification("", "daily_digest", (), {"list": InBoth(zh, en), "many": InBoth(many, many)})
    return subject_of(told), body_of(told)


def _say(notification: Notification, language: str, part: str) -> str:
    facts = {name: _worded(fact, language) for name, fact in notification.facts.items()}
    return _words()[notification.name][language][part].format_map(facts)


def _worded(fact: Fact, language: str) -> str:
    if isinstance(fact, InBoth):
        return fact.zh if language == "zh" else fact.en
    if isinstance(fact, str):
        return isolated(_short(undisturbed(" ".join(fact.split()))))
    if isinstance(fact, datetime):
        local = fact.astimezone(ZONE)
        return f"{_worded(local.date(), language)} {local:%H:%M}"
    return f"{fact.year}年{fact.month}月{fact.day}日" if language == "zh" else fact.isoformat()


def _short(text: str) -> str:
    """A title may be long and hold line breaks; a message names it, it does not repeat it."""
    return text if len(text) <= LONGEST_TITLE else f"{text[:LONGEST_TITLE - 1]}…"
