"""What a content amounts to: whether it is in order, which matter it is, its digest, how long it holds."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from unicodedata import category

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import ChangeContent, FilingContent
from rongcuo.contracts.serialisation import dump
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.limit import add_months
from rongcuo.policy.pack import Pack
from rongcuo.policy.pack.checks import Failed, Matter, check_filing
from rongcuo.texts.folding import seen_as

WRONG_IN_A_DRAFT = frozenset({
    "filing.unknown_situation", "filing.unknown_colour", "filing.unknown_negative_item",
    "filing.unknown_class",
    "filing.validity_too_long",
})
"""Codes of the place's own lists are chosen, not written: writing on never makes an unknown one right,
nor a validity that is longer than any."""


def local_day(at: datetime) -> date:
    """The date in Asia/Shanghai."""
    return at.astimezone(ZONE).date()


def check(content: FilingContent, pack: Pack, filed_at: datetime, now: datetime) -> None:
    """What the pack asks of a filing. Raises the first failure's code, with all of them in the details."""
    refuse(check_filing(pack, _matter(content, filed_at, now)))


def check_draft(content: FilingContent, pack: Pack, now: datetime) -> None:
    """A draft may leave anything out, but not choose what the place does not have."""
    failures = check_filing(pack, _matter(content, now, now))
    refuse(failed for failed in failures if failed.code in WRONG_IN_A_DRAFT)


def refuse(failures: Iterable[Failed]) -> None:
    """Raises the first failure's code, with all of them in the details."""
    refused = tuple(failures)
    if refused:
        told = [{"code": one.code, "message": one.message, "details": dict(one.details)} for one in refused]
        raise CaseError(refused[0].code, refused[0].message, {"failures": told})


def _matter(content: FilingContent, filed_at: datetime, now: datetime) -> Matter:
    decision = content.collective_decision
    return Matter(
        submitted_at=filed_at, title=content.title, description=content.description,
        situation=content.situation, situation_reason=content.situation_reason, colour=content.colour,
        policy_basis=content.policy_basis, remedy=content.remedy, risks=len(content.risks),
        collective_decision=decision is not None, no_private_gain=content.no_private_gain,
        decided_on=decision.held_on if decision else None, written_on=local_day(now),
        acts_from=content.act_from, acts_until=content.act_until,
        valid_from=content.valid_from, valid_until=content.valid_until,
        negative_answers=content.negative_answers, class_answers=content.class_answers,
    )


def validity(content: FilingContent, filed_on: date, accepted_on: date, months: int) -> tuple[date, date]:
    """First and last day on which an accepted filing holds: as the filer asked, else for the pack's `months`;
    never from before the acceptance. A validity that ran out meanwhile is over at once."""
    since = max(content.valid_from or accepted_on, accepted_on, filed_on)
    until = content.valid_until or add_months(since, months)
    return min(since, until), until


def same_matter(organ_id: str, whose: str, title: str) -> str:
    """Equal for filings of one matter: organ, unit and title, however it is spaced, punctuated or typed."""
    plain = "".join(sign for sign in seen_as(title) if category(sign)[0] != "P")
    return sha256("\n".join((organ_id, whose, plain)).encode()).hexdigest()


def watched(content: FilingContent, pack: Pack, by_review: Iterable[str]) -> tuple[str, ...]:
    """The classes for which it is accompanied: as its filer says, or its review."""
    said = {code for code, applies in content.class_answers.items() if applies} | {*by_review}
    return tuple(code for code in pack.classes.watch if code in said)


def digest(content: FilingContent | ChangeContent, **also: str) -> str:
    """SHA-256 of the canonical content: JSON with sorted keys, no blanks, UTF-8. What is empty (not false,
    not 0) is left out, so that an optional part added to the form later changes no digest of before. `also`:
    what belongs to it."""
    filled = _filled(dump(content) | also)
    canonical = json.dumps(filled, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: kept for key, part in value.items() if (kept := _filled(part)) not in (None, "", [], {})}
    return [_filled(part) for part in value] if isinstance(value, list) else value


def months(content: FilingContent, pack: Pack) -> int:
    """How long a filing will hold, where the filer names no last day."""
    return 0 if content.valid_until else pack.filing.validity_months


def in_order(clock: DeadlineClock, at: datetime) -> datetime:
    """Two machines may disagree by a moment about the time; what comes later must not seem earlier."""
    return max(at, clock.happenings[-1].at if clock.happenings else clock.started)


def named(contents: Iterable[FilingContent]) -> tuple[str, ...]:
    """Officers whom the filer says to have a part in the matter, now or before a supplement."""
    named: list[str] = []
    for content in contents:
        named += content.collective_decision.participants if content.collective_decision else ()
        named += [interest.officer_id for interest in content.interests if interest.officer_id]
    return tuple(dict.fromkeys(named))


def named_in_words(contents: Iterable[FilingContent]) -> tuple[str, ...]:
    """The same of whom they name without an id, as they wrote it: the form asks for names only."""
    interests = (interest for content in contents for interest in content.interests)
    return tuple(dict.fromkeys(interest.name for interest in interests if not interest.officer_id))
