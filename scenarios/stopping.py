"""Where a scenario ends on purpose: the step that nobody does any more, so that its matter waits for it."""

from typing import Any

from scenarios.wording import one_of

SUBMISSION, ASSIGNMENT, DECISION, PANEL = "submission", "assignment", "decision", "panel"
STAGES = ("acceptance", "verification", "meeting", "feedback", "record_filing")
STOPS = {stop: stop for stop in (SUBMISSION, ASSIGNMENT, DECISION, PANEL, *STAGES)}


def stop_of(said: Any) -> str:
    """Of a filing its submission, assignment or decision; of a determination a stage, or an appeal's panel;
    nothing where it goes on to its end."""
    return one_of("stop_before", said, STOPS)
