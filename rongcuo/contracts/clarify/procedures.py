"""What the two procedures of clarify have in common: whom a report was about, and terms of the pack."""

from dataclasses import dataclass
from enum import StrEnum

from rongcuo.contracts.fields import chosen, line


class ConcernedKind(StrEnum):
    """Whom an allegation is about."""

    PERSON = "person"              # 个人
    ORGANISATION = "organisation"  # 组织、单位


class ManagedBy(StrEnum):
    """管理权限: which level manages somebody's post."""

    COUNTY = "county"          # 县管及以下
    PREFECTURE = "prefecture"  # 市管
    PROVINCE = "province"      # 省管


@dataclass(frozen=True, kw_only=True)
class Concerned:
    """Whom an allegation is about: a person in a post, or an organisation. `officer_id` is empty for whoever
    has no account here; for an organisation it is who answers for it."""

    name: str = line(200, 1)
    unit: str = line(200, default="")
    post: str = line(200, default="")
    officer_id: str = line(64, default="")
    kind: ConcernedKind = chosen(default=ConcernedKind.PERSON)


@dataclass(frozen=True, kw_only=True)
class CaseNumber:
    """Which case it was. Commands answer nothing else: their answers are kept, and whoever gave one may be
    kept from the case. `tag`: of the state it has now, for If-Match."""

    case_id: str
    number: str
    tag: str = ""


@dataclass(frozen=True, kw_only=True)
class CodedText:
    """A term of the pack: its code, and what it is called."""

    code: str
    name: str
    name_en: str
    text: str = ""
    illustrative: bool = True
