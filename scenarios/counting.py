"""What the demo brought about, counted from the platform's own answers at the end."""

from collections import Counter
from collections.abc import Iterator

from scenarios.determined import letters_of
from scenarios.outcomes import OUTCOMES
from scenarios.platform import awaited
from scenarios.stage import Seen, Stage

WRITTEN = {"accepted", "declined"}  # states of a filing that a letter tells of


def settle(stage: Stage) -> int:
    """See every determination once more, and wait for the letters that decisions bring about; how many
    matters have none even then."""
    for seen in _all(stage):
        if seen.determination and seen.place:
            seen.determination = seen.place.lead.get(f"/determinations/{seen.determination['case_id']}")
    matters = _matters(stage)
    try:
        for seen in matters:
            _await_letters(seen)
    except TimeoutError:
        return sum(map(_unwritten, matters))
    return 0


def _await_letters(seen: Seen) -> None:
    awaited(lambda: None if _unwritten(seen) else {"written": True}, f"文书 {seen.scenario.id}")


def determinations(stage: Stage) -> dict[str, int]:
    """How many were opened, and how many ended in each outcome."""
    opened = [seen for seen in _all(stage) if seen.determination]
    ended = Counter(str(seen.decision.get("outcome", "")) for seen in opened)
    return {"opened": len(opened), **{outcome: ended[outcome] for outcome in OUTCOMES}}


def meetings(stage: Stage) -> int:
    """Joint meetings with signed minutes."""
    return sum(seen.meeting.get("state") == "signed" for seen in _all(stage))


def letters(stage: Stage) -> int:
    """Letters issued about filings, determinations and meetings."""
    return sum(len(letters_of(seen)) for seen in _matters(stage))


def _all(stage: Stage) -> Iterator[Seen]:
    for seen in stage.seen.values():
        yield from seen.all


def _matters(stage: Stage) -> list[Seen]:
    """Everything that letters may tell of, the funnel's filings too."""
    return list({id(seen): seen for seen in (*stage.filings, *_all(stage)) if seen.place}.values())


def _unwritten(seen: Seen) -> bool:
    """Whether something decided has no letter yet: a filing, each decision of a determination, a meeting."""
    refused = seen.determination.get("state") == "refused"
    wanted = len(seen.decisions) + refused + (seen.filing.get("state") in WRITTEN) + bool(seen.meeting)
    return len(letters_of(seen)) < wanted
