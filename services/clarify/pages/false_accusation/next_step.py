"""The one thing to do next about an inquiry, and everything else that the person may do now."""

from typing import Any

from services.clarify.pages.false_accusation.acts import INQUIRY
from services.clarify.pages.forms import assigning
from services.clarify.pages.kinds import offered
from services.gateway.console.case.actions import Act
from services.gateway.console.page.backend import Answer

INLINE = frozenset({"assign"})


def steps_of(case: Answer) -> dict[str, Any]:
    """The first step, with its form where it stands right here, and the others with where theirs are."""
    return offered(INQUIRY, case, _wanted(case), _called, INLINE)


def _called(case: Answer, act: Act) -> str:
    return assigning(case, act) if act.verb == "assign" else str(act.word)


def _wanted(case: Answer) -> list[str]:
    """Verbs in the order in which the inquiry needs them: whole proof and a hearing come before a draft, and
    whatever the reporter has written before anything else."""
    unasked, wrote = not case["hearings"], bool(case["unread_since"])
    unheard = wrote or not (unasked or case["hearings"][-1]["heard_at"] or case["hearings"][-1]["unheard"])
    needed = (
        ("assign", not case["assignee_id"]), ("request_beginning", True), ("approve_beginning", True),
        ("confirm_entry", any(not each["confirmed_at"] for each in case["entries"])),
        ("add_evidence", not case["evidence"]), ("weigh", bool(case["lacking"])), ("ask_reporter", unasked),
        ("record_hearing", unheard), ("serve_draft", True), ("request_finding", True),
        ("answer_draft", wrote or not case["draft_answer"]), ("approve_finding", True), ("uphold", True),
        ("take_effect", True), ("record_handling", not case["handlings"]),
        ("undo_gain", any(not each["undone_on"] for each in case["gains"])), ("conclude", True))
    return [verb for verb, is_needed in needed if is_needed]
