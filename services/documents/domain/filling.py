"""From a template of the pack to the words of one letter."""

import re
from collections.abc import Mapping

from rongcuo.texts.signs import isolated, undisturbed
from services.documents.domain.letter import Text

PLACEHOLDER = re.compile(r"\{(\w+)\}")
ADDRESSED = "："


def filled(title: str, body: str, facts: Mapping[str, str]) -> Text:
    """The template with its placeholders filled; a line in which one stays empty is left out. What is filled
    in is never read as a template, and turns no word around it. A template's first line that ends with a
    colon says to whom the letter goes, in one line."""
    first, _, rest = body.strip().partition("\n")
    addressed = first.rstrip().endswith(ADDRESSED)
    lines = (_line(line, facts) for line in (rest if addressed else body).splitlines())
    return Text(title=_line(title, facts) or title,
                addressee=" ".join(_line(first, facts).split()) if addressed else "",
                body="\n".join(filter(None, lines)))


def _line(line: str, facts: Mapping[str, str]) -> str:
    wanted = [isolated(undisturbed(facts.get(name, ""))).strip() for name in PLACEHOLDER.findall(line)]
    if not all(wanted):
        return ""
    values = iter(wanted)
    return PLACEHOLDER.sub(lambda _: next(values), line).strip()
