"""What a filing holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Self

from marshmallow import ValidationError, validate

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.fields import file_name, identifiers, line, many, moment, number, text
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.writing import Writing


class FilingState(StrEnum):
    """Where a filing stands."""

    DRAFT = "draft"                                # 草稿
    SUBMITTED = "submitted"                        # 已报送,审查中
    SUPPLEMENT_REQUESTED = "supplement_requested"  # 待补正
    ACCEPTED = "accepted"                          # 已受理,入备案库
    DECLINED = "declined"                          # 不予受理
    OBJECTED = "objected"                          # 异议审查中
    WITHDRAWN = "withdrawn"                        # 已撤回
    EXPIRED = "expired"                            # 有效期满
    DISCARDED = "discarded"                        # 已放弃: a draft that was never filed


def _short_codes(answers: dict[str, bool]) -> None:
    if any(len(code) > 64 for code in answers):
        raise ValidationError("answers go by codes of at most 64 characters")
    for code in answers:
        Writing(one_line=True, required=True)(code)


@dataclass(frozen=True, kw_only=True)
class AttachmentRef:
    """A file that was uploaded, by its digest; in a matter name, size and type are those of the upload,
    whatever a command says of them."""

    name: str = file_name(200)
    sha256: str = line(64, 64)
    size: int = number(0, 10_737_418_240)
    media_type: str = line(120, 1)


_DIGEST = re.compile(r"[0-9a-f]{64}")
_PATH = re.compile(r"[/\\\x00-\x1f\x7f-\x9f]|^\.|^[A-Za-z]:")


def sound_files(named: tuple[AttachmentRef, ...]) -> None:
    """What a command names is a digest under a mere file name. Rows that are older are read as they are."""
    if doubts := {place: doubt for place, ref in enumerate(named) if (doubt := dict(_doubts(ref)))}:
        raise ValidationError(doubts)


def _doubts(ref: AttachmentRef) -> Iterator[tuple[str, list[str]]]:
    if not _DIGEST.fullmatch(ref.sha256):
        yield "sha256", ["must be 64 hexadecimal digits in small letters"]
    if _PATH.search(ref.name):
        yield "name", ["must not hold a path or control characters"]


def files(most: int) -> Any:
    """A field of files that a command names, with the most it may have."""
    return field(default=(), metadata={"validate": [validate.Length(max=most), sound_files]})


@dataclass(frozen=True, kw_only=True)
class CollectiveDecision:
    """集体决策: the meeting that decided on the matter. `participants` (officer ids) may not review it."""

    meeting: str = line(200, 1)
    held_on: date = field()
    participants: tuple[str, ...] = identifiers(100)
    minutes: AttachmentRef | None = None


@dataclass(frozen=True, kw_only=True)
class ForeseenRisk:
    """可能出现的失误与风险点, with what is done against it."""

    risk: str = text(2_000, 1, read_by=Reader.REVIEWERS)
    measure: str = text(2_000, 1, read_by=Reader.REVIEWERS)


@dataclass(frozen=True, kw_only=True)
class Interest:
    """A declared interest (利害关系). `officer_id` is empty where the person is not an officer here."""

    name: str = line(60, 1)
    relation: str = line(200, 1)
    officer_id: str = line(64, default="")


@dataclass(frozen=True, kw_only=True)
class Beneficiaries:
    """Whom the matter is to help, in numbers."""

    households: int = number(default=0)
    people: int = number(default=0)
    workers: int = number(default=0)


@dataclass(frozen=True, kw_only=True)
class FilingContent:
    """What is filed. A draft may leave anything out; `submit` asks for what the pack in force requires.

    `act_from`/`act_until`: when the act is planned. `valid_from`/`valid_until`: for how long the filing shall
    hold; left empty, the pack's default. `negative_answers`: negative-list item code -> "yes, this applies",
    left out: not answered. `class_answers`: class code of the pack -> whether the matter is of it; none need
    be answered. `follows`: the id of an earlier filing that this one mends.
    """

    title: str = line(200, default="")
    description: str = text(20_000, default="")
    situation: str = line(64, default="")
    situation_reason: str = text(2_000, default="")
    colour: str = line(32, default="")
    policy_basis: str = text(20_000, default="")
    collective_decision: CollectiveDecision | None = None
    risks: tuple[ForeseenRisk, ...] = many(50)
    remedy: str = text(20_000, default="")
    no_private_gain: bool = False
    interests: tuple[Interest, ...] = many(50)
    act_from: date | None = None
    act_until: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    beneficiaries: Beneficiaries = field(default_factory=Beneficiaries)
    negative_answers: dict[str, bool] = field(default_factory=dict, metadata={
        "validate": [validate.Length(max=100), _short_codes]})
    class_answers: dict[str, bool] = field(default_factory=dict, metadata={
        "validate": [validate.Length(max=100), _short_codes]})
    attachments: tuple[AttachmentRef, ...] = many(50)
    follows: str = line(64, default="")


def _sound_content(content: FilingContent) -> None:
    meeting = content.collective_decision
    try:
        sound_files(content.attachments)
    except ValidationError as error:
        raise ValidationError({"attachments": error.messages}) from None
    if meeting and meeting.minutes and (doubt := dict(_doubts(meeting.minutes))):
        raise ValidationError({"collective_decision": {"minutes": doubt}})


def filed(**extra: Any) -> Any:
    """A field of what a command files, with sound files."""
    return field(metadata={"validate": _sound_content}, **extra)


@dataclass(frozen=True, kw_only=True)
class HistoryEntry:
    """One step in a filing's or a case's life. `what` is a verb's code; `note` is what the person wrote."""

    what: str
    actor_id: str
    actor_name: str
    note: str = ""
    at: datetime = moment()

    @classmethod
    def by(cls, actor: Actor, what: str, at: datetime, note: str = "") -> Self:
        """What the actor did."""
        return cls(what=str(what), actor_id=actor.officer_id, actor_name=actor.name, note=note, at=at)
