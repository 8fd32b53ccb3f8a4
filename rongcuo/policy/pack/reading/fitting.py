"""What one section of a pack says of another must be there."""

from rongcuo.policy.pack.pack import Pack
from rongcuo.policy.pack.reading import determining
from rongcuo.policy.pack.terms import Phase
from rongcuo.policy.yaml_reader import Entry

OUTCOMES = ("exempt", "mitigate", "lighten", "denied")
LETTERS = frozenset({
    "acceptance_decision", "rejection_decision", "supplement_request", "determination_decision",
    "denial_decision", "determination_refusal", "feedback_letter", "personnel_notice", "meeting_minutes",
    "appeal_decision", "revocation_decision",
})


def check(sheet: Entry, pack: Pack) -> None:
    """Raises `policy.invalid_pack` naming the section that does not fit."""
    _situations_fit(sheet, pack)
    _colours_fit(sheet, pack)
    _filing_stages_fit(sheet, pack)
    if determining.are_there(sheet):
        _phases_fit(sheet.at("determination_stages"), [stage.phase for stage in pack.determination_stages])
        _assessment_fits(sheet, pack)
        _outcomes_fit(sheet.at("outcomes"), pack)
        if missing := LETTERS - pack.letters.keys():
            sheet.at("letters").wrong(f"lacks the letter {min(missing)}")


def _situations_fit(sheet: Entry, pack: Pack) -> None:
    for name in ("verification", "whitelist"):
        for code in getattr(pack, name).situations - pack.situations.keys():
            sheet.at(name).wrong(f"names the situation “{code}”, which this place does not have")
    if not pack.situations:
        sheet.wrong("has no situations")


def _colours_fit(sheet: Entry, pack: Pack) -> None:
    if pack.colour_presets and pack.colour_preset not in pack.colour_presets:
        sheet.at("colours").wrong(f"chooses the preset “{pack.colour_preset}”, which it does not define")
    if strange := {*pack.verification.colours, *pack.colour_of.values()} - pack.colours.keys():
        sheet.at("verification").wrong(f"or `colours.of_situation` names the unknown colour “{min(strange)}”")
    if strange := set(pack.colour_of) - pack.situations.keys():
        sheet.at("colours").wrong(f"colours the unknown situation “{min(strange)}”")


def _filing_stages_fit(sheet: Entry, pack: Pack) -> None:
    stages = sheet.at("filing_stages")
    if not {"preliminary_review", "verification"} <= {stage.code for stage in pack.filing_stages}:
        stages.wrong("needs the stages preliminary_review and verification")
    if any(stage.phase for stage in pack.filing_stages):
        stages.wrong("has a phase, which only the stages of a determination have")


def _phases_fit(stages: Entry, phases: list[str]) -> None:
    """They follow each other as a determination does; what nobody can leave out is there."""
    if "" in phases:
        stages.child(phases.index(""), {}).wrong(f"“phase” is missing; possible are {', '.join(Phase)}")
    order = list(Phase)
    ranks = [order.index(Phase(phase)) for phase in phases]
    if late := next((n for n in range(1, len(ranks)) if ranks[n] < ranks[n - 1]), 0):
        stages.child(late, {}).wrong(f"the phase {phases[late]} comes before {phases[late - 1]}")
    if missing := {Phase.ACCEPTANCE, Phase.VERIFICATION, Phase.MEETING} - set(phases):
        stages.wrong(f"needs a stage of the phase {min(missing)}")


def _assessment_fits(sheet: Entry, pack: Pack) -> None:
    sets = pack.assessment.sets
    if not sets:
        sheet.at("assessment").wrong("asks for no set of criteria, so that no decision could cite one")
    if strange := sets.keys() - {name for name, listed in pack.criteria_sets.items() if listed}:
        sheet.at("assessment").wrong(f"asks for “{min(strange)}”, which `criteria_sets` does not hold")


def _outcomes_fit(outcomes: Entry, pack: Pack) -> None:
    if strange := pack.outcomes.keys() - set(OUTCOMES):
        outcomes.wrong(f"knows no outcome “{min(strange)}”; possible are {', '.join(OUTCOMES)}")
    if missing := {"exempt", "denied"} - pack.outcomes.keys():
        outcomes.wrong(f"needs the outcome {min(missing)}")
