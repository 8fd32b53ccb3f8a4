"""From a template of the pack to the words of one letter."""

import re
from collections.abc import Mapping

from rongcuo.texts.signs import isolated, undisturbed
from services.documents.domain.letter import Text

PLACEHOLDER = re.compile(r"\{(\w+)\}")
ADDRESSED = "："


def filled(title: str, body: str, facts: Mapping[str, str]) -> Text:
    """The template with its placeholders filled; a line in which one stays empty is left out. What is filled
    in is never read as a template, and turns no word around it. A first line that ends with a colon says to
    whom the letter goes."""
    lines = [filled for line in body.splitlines() if (filled := _line(line, facts))]
    addressed = bool(lines) and lines[0].endswith(ADDRESSED)
    return Text(title=_line(title, facts) or title, addressee=lines[0] if addressed else "",
                body="\n".join(lines[1:] if addressed else lines))


def _line(line: str, facts: Mapping[str, str]) -> str:
    wanted = [isolated(undisturbed(facts.get(name, ""))).strip() for name in PLACEHOLDER.findall(line)]
    if not all(wanted):
        return ""
    values = iter(wanted)
    return PLACEHOLDER.sub(lambda _: next(values), line).strip()
