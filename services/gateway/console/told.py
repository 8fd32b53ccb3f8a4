"""What notify has written, in the reader's own language: it writes each message in both, for the e-mail."""

from itertools import groupby

from flask_babel import get_locale

from services.gateway.console.backend import Answer

LINES, PARAGRAPHS = " · ", "\n\n"


def by_message(deliveries: list[Answer]) -> list[list[Answer]]:
    """The deliveries of each message together: a person is told once, on however many channels."""
    ordered = sorted(deliveries, key=_message)   # stable: otherwise as they came
    rows = [list(of_one) for _, of_one in groupby(ordered, key=_message)]
    return sorted(rows, key=lambda row: deliveries.index(row[0]))


def _message(delivery: Answer) -> str:
    return str(delivery.get("message_id") or delivery.get("delivery_id"))


def told_subject(written: str) -> str:
    """The subject of a message, which is one line: Chinese · English."""
    return _half(written, LINES)


def told_body(written: str) -> str:
    """The text of a message, a paragraph in each language."""
    return _half(written, PARAGRAPHS)


def _half(written: str, between: str) -> str:
    """Both languages name the same facts, so what stands between them also stands in the middle."""
    parts = written.split(between)
    middle, alone = divmod(len(parts), 2)
    if alone:
        return written
    return between.join(parts[middle:] if str(get_locale()).startswith("en") else parts[:middle])
