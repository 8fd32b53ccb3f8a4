"""How far a filing is: who has it, the steps on its way, and the stage of its pack that runs."""

from typing import Any

from rongcuo.policy.pack import Source, Stage
from services.gateway.console.case.holders import filing_holder, held_by
from services.gateway.console.case.parts import (
    DECIDED,
    FILED,
    OBJECTED,
    SUPPLEMENTED,
    TAKEN_BACK,
    is_supplemented,
    last,
    parts_of,
    since_taken_up,
    step_line,
)
from services.gateway.console.page.backend import Answer, pack_of
from services.gateway.console.page.labels import STATES, word
from services.gateway.console.page.language import in_english


def course_of(filing: Answer, case: Answer | None) -> dict[str, Any]:
    """Who has it, and how far it is."""
    holder = filing_holder(filing, case)
    return {"holder": holder, "held_by": held_by(filing, case), "stages": stages_of(filing, case),
            "parts": parts_of(filing, case, holder, bool(case and _is_verified(filing, case)))}


def stages_of(filing: Answer, case: Answer | None) -> list[dict[str, str]]:
    """The way of this filing as a step line: what it passes through, and where it is. One that was taken back
    has no way on."""
    if filing["state"] in TAKEN_BACK:
        return []
    steps = _steps_of(filing, case)
    codes = [code for code, *_ in steps]
    here = _running(filing, case)
    return step_line([str(said) for _, said, _ in steps], [on for *_, on in steps],
                     codes.index(here) if here in codes else len(codes))


def _steps_of(filing: Answer, case: Answer | None) -> list[tuple[str, Any, str]]:
    """Each with its code, its word and the day on which it was over. A supplement comes before the review
    that waits for it; an objection stands behind the refusal, or, taken up, before the review anew."""
    asked, anew = since_taken_up(filing), case and last(case, "take_up")
    verified = bool(case and _is_verified(filing, case))
    decided = str((case or filing)["decided_at"] or "")
    supplemented = [("supplement", SUPPLEMENTED, _day(asked, "supplement"))]
    verification = [("verification", stage_name(filing, "verification"), decided)]
    objection = [("objection", OBJECTED, _day(case, "take_up", "uphold_refusal") if case else "")]
    objected = filing["state"] == "objected" or bool(last(filing, "object"))
    reviewed = _day(since_taken_up(case), "verify") if case and verified else decided
    return [("filed", FILED, str(filing["submitted_at"] or "")), *(objection if anew else ()),
            *(supplemented if is_supplemented(asked) else ()),
            ("review", stage_name(filing, "preliminary_review"), reviewed),
            *(verification if verified else ()), ("decision", DECIDED, decided),
            *(objection if objected and not anew else ())]


def _running(filing: Answer, case: Answer | None) -> str:
    """The step at which it is; none where all are done."""
    if not filing["submitted_at"]:
        return "filed"
    if "objected" in (filing["state"], case and case["state"]):
        return "objection"
    if (case or filing)["decided_at"]:
        return ""
    if filing["state"] == "supplement_requested":
        return "supplement"
    return "verification" if case and case["state"] == "verification" else "review"


def _day(matter: Answer, *steps: str) -> str:
    return str((last(matter, *steps) or {"at": ""})["at"])


def _is_verified(filing: Answer, case: Answer) -> bool:
    """Whether the case was sent on to verification, or will be."""
    content, begun = filing["content"], last(since_taken_up(case), "verify") is not None
    asked = pack_of(filing).needs_verification(content["situation"], content["colour"])
    return begun or (asked and not case["decided_at"])


def stage_name(filing: Answer, code: str) -> str:
    """A stage by the name that the filing's own pack gives it; other states by our word."""
    stage = _stage(filing, code)
    if stage is None:
        return word(STATES, code)
    return stage.name_en if in_english() else stage.name


def limit_source(filing: Answer, case: Answer | None) -> Source | None:
    """What the running stage's limit rests on."""
    stage = _stage(filing, case["state"]) if case else None
    return stage.source if stage else None


def _stage(filing: Answer, code: str) -> Stage | None:
    return next((stage for stage in pack_of(filing).filing_stages if stage.code == code), None)
