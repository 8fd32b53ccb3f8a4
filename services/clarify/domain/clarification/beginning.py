"""With what a clarification begins: an unfounded report, or an application."""

from dataclasses import dataclass

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify_procedures import ClearedAllegation, Concerned
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef


@dataclass(frozen=True, kw_only=True)
class Unfounded:
    """A report as a clarification knows it: nothing of who made it. `allegations`: those about the person."""

    report_id: str
    report_number: str
    allegations: tuple[ClearedAllegation, ...]


@dataclass(frozen=True, kw_only=True)
class Application:
    """本人（单位）书面申请. `entered_by` is empty where they wrote it themselves."""

    situation: str
    reported: str
    wish: str
    entered_by: str = ""
    attachments: tuple[AttachmentRef, ...] = ()


def title_of(concerned: Concerned) -> str:
    """As lists and notices call it."""
    return f"关于{concerned.name}的澄清"


def require_grounds(codes: tuple[str, ...], occasion: Occasion) -> None:
    """Each is one of the pack's; otherwise `clarify.ground_unknown`."""
    if strange := set(codes) - occasion.pack.clarification.grounds.keys():
        raise CaseError("clarify.ground_unknown", details={"codes": sorted(strange)})
