"""An entry of 牟定 (532323) at each of its steps; whom it is about had an account. Nobody here is real."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from rongcuo.casework.apart import keys_of
from rongcuo.casework.people import Holder
from rongcuo.contracts.followup import (
    Combination,
    EntrySource,
    EntrySourceKind,
    EntryText,
    Fit,
    MaskChoice,
    MaskDecision,
    UnitKind,
)
from rongcuo.contracts.followup import EntryState as State
from services.followup.domain.casebook import CasebookEntry, Known
from tests.unit.followup import scene
from tests.unit.followup.scene import DEPUTY, LEAD, WANG, WEN, ZHAO, by, officer
from tests.unit.review.scene import view

QIAN = officer("qian", *ZHAO.roles)     # had nothing to do with it
TEXT = EntryText(
    title="温建国违规开工案", keywords=("用地", "容错"),
    gist="牟定县水务局副股长温建国，为抢工期先行开工。",
    facts="2026年1月12日，温某在凤屯镇开工“清水”项目，投入120万元，电话138 0013 8000。"
          "容认〔2026〕2号决定免责。",
    meaning="出于公心、主动补办的，可以容错。", factors=("动机",), risks=("指标不足先开工",))
KNOWN = Known(names=("温建国", "王立"), units=(scene.UNIT,), numbers=("容认〔2026〕2号",),
              hands=frozenset({Holder.of(WANG)}), apart=keys_of(WEN))
SOURCE = EntrySource(kind=EntrySourceKind.DETERMINATION, source_id="d1", number="容认〔2026〕2号")
TOLD = Combination(unit_kind=UnitKind.DEPARTMENT, place=scene.DIVISION)
FITS = Fit(fits=5, at_least=5, stated=True)
TOO_FEW = Fit(fits=4, at_least=5, stated=True, without={"place": 9})


def draft(text: EntryText = TEXT, known: Known = KNOWN) -> CasebookEntry:
    return CasebookEntry.begin("e1", "案例〔2026〕1号", SOURCE, known, "land", text, scene.DIVISION, "530000",
                               by(LEAD))


def masking(text: EntryText = TEXT) -> CasebookEntry:
    """All proposed masks are decided, and two are named who had no hand in it."""
    entry = draft(text)
    entry.describe("land", TOLD, "", by(LEAD))
    entry.propose_masks(by(LEAD))
    entry.decide_masks(tuple(MaskDecision(number=each.number, choice=MaskChoice.MASK)
                             for each in entry.masks), by(LEAD))
    entry.name_checkers((view(ZHAO), view(QIAN)), by(LEAD))
    return entry


def first() -> CasebookEntry:
    entry = masking()
    entry.confirm(FITS, by(ZHAO))
    return entry


def second() -> CasebookEntry:
    entry = first()
    entry.confirm(FITS, by(QIAN))
    return entry


def published() -> CasebookEntry:
    entry = second()
    entry.publish(FITS, None, by(DEPUTY))
    return entry


def followed(entry: CasebookEntry) -> CasebookEntry:
    """The version after it, by the lead, once it is out."""
    return CasebookEntry.begin("e2", "案例〔2026〕2号", SOURCE, KNOWN, "land", TEXT, scene.DIVISION, "530000",
                               by(LEAD), replace(entry, state=State.PUBLISHED))


def withdrawn() -> CasebookEntry:
    entry = published()
    entry.withdraw("规定已经修改", by(LEAD))
    return entry


def superseded() -> CasebookEntry:
    entry, newer = published(), replace(second(), id="e2", number="案例〔2026〕2号")
    entry.supersede(newer, by(LEAD))
    return entry


ENTRIES: Mapping[State, Callable[[], CasebookEntry]] = {
    State.DRAFT: draft, State.MASKS_PROPOSED: masking, State.FIRST_CHECKED: first,
    State.SECOND_CHECKED: second, State.PUBLISHED: published, State.WITHDRAWN: withdrawn,
    State.SUPERSEDED: superseded}
