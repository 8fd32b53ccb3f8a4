"""The mapping between a determination and its row."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping

from rongcuo.casework.case_rows import case_content, case_of, case_row
from rongcuo.casework.holding import held_by
from rongcuo.casework.people import Holder
from rongcuo.contracts.determination import (
    Act,
    Assessment,
    Consent,
    DecisionStanding,
    DecisionTerms,
    DeterminationState,
    Evidence,
    FactsMaterial,
    Initiation,
    LinkedFiling,
    NegativeAnswer,
    NegativeFinding,
    Outcome,
    Overturned,
    RecusalApplication,
    Statement,
    Subject,
)
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.unit_names import unit_key
from rongcuo.texts.folding import search_key
from services.determination.domain.determination import Basis, Decision, Determination, Reached, Yardstick
from services.determination.domain.determination.recusal_applications import awaits_recusal_answer

AS_CONTENT = ("grounds", "clue_number", "opinion", "reasons", "report", "on_agenda", "resolved",
              "open_appeal", "appealed")


def row_of(case: Determination) -> dict[str, Any]:
    """The row that holds a determination."""
    return case_row(case) | {
        "situation": case.situation,
        "subject_id": case.subject.officer_id,
        "subject_name": case.subject.name,
        "unit": case.subject.unit,
        "unit_key": unit_key(case.subject.unit),
        "held_by": held_by(case).value,
        "assignee_id": case.assignee_id,
        "assignee_name": case.assignee.name if case.assignee else "",
        "outcome": case.current.outcome.value if case.current else "",
        "flagged": flagged(case),
        "recusal_asked": awaits_recusal_answer(case),
        "report_id": case.report_id,
        "told": case.is_told,
        "sought": search_key(case.number, case.title, case.subject.name, case.subject.unit,
                             case.assignee.name if case.assignee else ""),
        "content": _content_of(case),
    }


def flagged(case: Determination) -> str:
    """The negative items that are hit or disputed, each between commas."""
    items = (item for item, found in case.negative_findings.items()
             if found.answer is not NegativeAnswer.CLEAR)
    return "".join(f",{item}" for item in sorted(items)) + ","


def _content_of(case: Determination) -> dict[str, Any]:
    return case_content(case) | {name: getattr(case, name) for name in AS_CONTENT} | {
        "initiation": case.initiation.value,
        "subject": dump(case.subject),
        "act": dump(case.act),
        "yardstick": asdict(case.yardstick),
        "filings": [dump(each) for each in case.filings],
        "evidence": [dump(each) for each in case.evidence],
        "statements": [dump(each) for each in case.statements],
        "recusals_asked": [dump(each) for each in case.recusals_asked],
        "facts_material": dump(case.facts_material) if case.facts_material else None,
        "negative_findings": [dump(each) for each in case.negative_findings.values()],
        "assessments": [dump(each) for each in case.assessments],
        "clue_handlers": sorted(case.clue_handlers),
        "once_held": sorted(case.once_held),
        "meeting_ids": list(case.meeting_ids),
        "applying": list(case.applying),
        "voters": sorted(case.voters),
        "ever_voted": sorted(case.ever_voted),
        "at_meetings": sorted(case.at_meetings),
        "reached": [_reached_out(each) for each in case.reached],
        "readers": sorted(case.readers),
        "decisions": [_decision_out(each) for each in case.decisions],
    }


def determination_of(row: RowMapping) -> Determination:
    """The determination that a row holds."""
    content = row["content"]
    findings = _all(NegativeFinding, content["negative_findings"])
    return Determination(
        **case_of(row),
        **{name: content[name] for name in AS_CONTENT},
        situation=row["situation"],
        state=DeterminationState(row["state"]),
        assignee=Holder(row["assignee_id"], row["assignee_name"]) if row["assignee_id"] else None,
        initiation=Initiation(content["initiation"]),
        subject=load(Subject, content["subject"], tolerant=True),
        act=load(Act, content["act"], tolerant=True),
        yardstick=_yardstick_in(content["yardstick"]),
        filings=_all(LinkedFiling, content["filings"]),
        evidence=_all(Evidence, content["evidence"]),
        statements=_statements_in(content),
        recusals_asked=_all(RecusalApplication, content.get("recusals_asked", [])),
        facts_material=_maybe(FactsMaterial, content["facts_material"]),
        negative_findings={finding.item: finding for finding in findings},
        assessments=_all(Assessment, content["assessments"]),
        clue_handlers=_clue_handlers_in(content),
        report_id=row["report_id"],
        once_held=frozenset(content.get("once_held", ())),
        meeting_ids=tuple(content["meeting_ids"]),
        applying=tuple(content["applying"]),
        voters=frozenset(content["voters"]),
        ever_voted=frozenset(content.get("ever_voted", content["voters"])),
        at_meetings=frozenset(content.get("at_meetings", ())),
        reached=tuple(_reached_in(each) for each in content.get("reached", ())),
        readers=frozenset(content["readers"]),
        decisions=tuple(_decision_in(each) for each in content["decisions"]),
    )


def _clue_handlers_in(content: Mapping[str, Any]) -> frozenset[str]:
    """A row of before names the last one."""
    return frozenset(filter(None, content.get("clue_handlers", [content.get("clue_handler")])))


def _all(kind: type[Any], entries: list[Any]) -> tuple[Any, ...]:
    return tuple(load(kind, entry, tolerant=True) for entry in entries)


def _statements_in(content: Mapping[str, Any]) -> tuple[Statement, ...]:
    """A row of before keeps the last one only."""
    former = [content["statement"]] if content.get("statement") else []
    return _all(Statement, content.get("statements", former))


def _maybe(kind: type[Any], entry: Any) -> Any:
    return load(kind, entry, tolerant=True) if entry else None


def _yardstick_in(entry: Mapping[str, Any]) -> Yardstick:
    criteria = {name: tuple(codes) for name, codes in entry["criteria"].items()}
    return Yardstick(
        pack_id=entry["pack_id"], outcomes=tuple(entry["outcomes"]), negative_items=entry["negative_items"],
        criteria=criteria, wanted=entry["wanted"], barred=tuple(entry["barred"]))


def _reached_out(reached: Reached) -> dict[str, Any]:
    return asdict(reached) | {"voters": sorted(reached.voters), "at": reached.at.isoformat()}


def _reached_in(entry: Mapping[str, Any]) -> Reached:
    at = datetime.fromisoformat(entry["at"])
    return Reached(**{**entry, "voters": frozenset(entry["voters"]), "at": at})


def _decision_out(decision: Decision) -> dict[str, Any]:
    return {
        "decision_id": decision.decision_id, "basis": decision.basis.value, "why": decision.why,
        "outcome": decision.outcome.value, "terms": dump(decision.terms), "meeting_id": decision.meeting_id,
        "decided_by": decision.decided_by, "decided_by_name": decision.decided_by_name,
        "deciders": sorted(decision.deciders), "decided_at": decision.decided_at.isoformat(),
        "standing": decision.standing.value,
        "consent": dump(decision.consent) if decision.consent else None,
        "overturned": [dump(each) for each in decision.overturned],
        "appeal_until": decision.appeal_until.isoformat() if decision.appeal_until else None,
        "forgone": decision.forgone,
    }


def _decision_in(entry: Mapping[str, Any]) -> Decision:
    until = entry["appeal_until"]
    return Decision(**{
        **entry,
        "basis": Basis(entry["basis"]), "outcome": Outcome(entry["outcome"]),
        "terms": load(DecisionTerms, entry["terms"], tolerant=True), "deciders": frozenset(entry["deciders"]),
        "decided_at": datetime.fromisoformat(entry["decided_at"]),
        "standing": DecisionStanding(entry["standing"]),
        "consent": _maybe(Consent, entry["consent"]), "overturned": _all(Overturned, entry["overturned"]),
        "appeal_until": date.fromisoformat(until) if until else None,
    })
