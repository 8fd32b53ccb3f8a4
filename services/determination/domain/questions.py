"""What a case asks a joint meeting."""

from dataclasses import dataclass

from rongcuo.contracts.determination.enums import Question


@dataclass(frozen=True, slots=True)
class AgendaQuestion:
    """`choices` without abstention, which is always possible. `name`: of the negative item, in Chinese."""

    question: Question
    choices: tuple[str, ...]
    negative_item: str = ""
    name: str = ""
