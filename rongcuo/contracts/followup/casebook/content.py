"""What an entry of the casebook holds."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.fields import chosen, line, lines, moment, number, text
from rongcuo.contracts.followup.casebook.enums import (
    EntrySourceKind,
    MaskChoice,
    MaskKind,
    PostLevel,
    UnitKind,
)
from rongcuo.contracts.readers import Reader

NOTICE = "本案例供办理同类事项时参照，不得单独作为认定、处理的依据；个案仍须依据法律法规和本地规定作出。"
NOTICE_EN = ("For reference in matters alike. A case is never a basis by itself: each decision rests on the "
             "law and the rules of the place.")
MOST_MASKS = 500


@dataclass(frozen=True, kw_only=True)
class EntryText:
    """A case under the headings of the national guiding cases. `keywords` 关键词, `gist` 要点, `facts`
    基本案情及处理结果, `meaning` 指导意义; `factors` 判断要素 and `risks` 风险点, one each."""

    title: str = line(120, 1)
    keywords: tuple[str, ...] = lines(12, 20)
    gist: str = text(2_000, 1, read_by=Reader.CASEWORKERS)
    facts: str = text(8_000, 1, read_by=Reader.CASEWORKERS)
    meaning: str = text(4_000, 1, read_by=Reader.CASEWORKERS)
    factors: tuple[str, ...] = lines(12, 200)
    risks: tuple[str, ...] = lines(12, 200)


@dataclass(frozen=True, kw_only=True)
class Combination:
    """What is said of a case beside its words. Each may be left out, which is to generalise it: `field` an
    area's code, `place` a division's, `month` as 2026-04, `situation` the pack's code."""

    unit_kind: UnitKind = chosen(default=UnitKind.UNSAID)
    post_level: PostLevel = chosen(default=PostLevel.UNSAID)
    field: str = line(40, default="")
    place: str = line(6, default="")
    month: str = line(7, default="")
    situation: str = line(60, default="")


@dataclass(frozen=True, kw_only=True)
class EntrySource:
    """What the case is told from. `source_id` and `number` are empty for one that is told by hand."""

    kind: EntrySourceKind = chosen()
    source_id: str = line(64, default="")
    number: str = line(96, default="")


@dataclass(frozen=True, kw_only=True)
class Mask:
    """Words that may say who it was. `number` counts from 1; `replacement` stands in their place once it is
    decided to mask them; `reason`: why they are kept. `decided_by`: who decided, by name."""

    number: int
    kind: MaskKind = chosen()
    words: str
    replacement: str
    choice: MaskChoice = chosen(default=MaskChoice.OPEN)
    reason: str = ""
    decided_by: str = ""


@dataclass(frozen=True, kw_only=True)
class MaskDecision:
    """What somebody decides of a mask that was proposed. To keep the words wants a reason."""

    number: int = number(1, MOST_MASKS)
    choice: MaskChoice = chosen()
    replacement: str = line(40, default="")
    reason: str = line(200, default="")


@dataclass(frozen=True, kw_only=True)
class EntryCheck:
    """One of the two confirmations: by whom, when, and how many people the combination fitted then; 0 where
    nothing was said that could be counted."""

    officer_id: str
    name: str
    fits: int
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Fit:
    """How many people a combination fits, by the cases that the platform knows. `at_least`: the pack's;
    `without`: how many more general ones fit, by the coordinate that is widened; `stated`: whether anything
    was said that can be counted."""

    fits: int
    at_least: int
    stated: bool
    without: dict[str, int] = field(default_factory=dict)

    @property
    def enough(self) -> bool:
        """Whether nobody can be told from the combination."""
        return not self.stated or self.fits >= self.at_least


@dataclass(frozen=True, kw_only=True)
class Validity:
    """The local days on which an entry may be referred to, both included."""

    since: date
    until: date
