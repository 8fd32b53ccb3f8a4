"""Where a scenario ends on purpose: the step that nobody does any more, so that its matter waits for it."""

from typing import Any

from scenarios.wording import one_of

SUBMISSION, ASSIGNMENT, DECISION, PANEL = "submission", "assignment", "decision", "panel"
STAGES = ("acceptance", "verification", "meeting", "feedback", "record_filing")
REMIT, DISPOSAL, FINDING, CLEARING_QUESTION = "remit", "disposal", "finding", "clearing_question"
ASSESSMENT, APPROVAL, CARRYING_OUT, VISIT = "clearing", "clearing_approval", "carrying_out", "visit"
OBJECTION, FIRST_GATE = "objection", "first_gate"
OF_A_REPORT = (REMIT, DISPOSAL, FINDING, CLEARING_QUESTION, ASSESSMENT, APPROVAL, CARRYING_OUT, VISIT,
               OBJECTION, FIRST_GATE)
STOPS = {stop: stop for stop in (SUBMISSION, ASSIGNMENT, DECISION, PANEL, *STAGES, *OF_A_REPORT)}


def stop_of(said: Any) -> str:
    """Of a filing its submission, assignment or decision; of a determination a stage, or an appeal's panel;
    of a report what is to be done next, also in what follows from it; nothing where it goes on to its end."""
    return one_of("stop_before", said, STOPS)
