"""A filing as far as its letters need it. filing and review speak without an order between them."""

from dataclasses import dataclass, field, replace
from typing import Any

from rongcuo.contracts.events import Event, Recording
from rongcuo.contracts.filing import FilingSubmitted, FilingSupplemented
from rongcuo.contracts.message import dump


@dataclass(frozen=True)
class Facts:
    """What the filing says of itself."""

    number: str
    title: str
    organ_id: str
    organ_name: str
    division_code: str
    filer_id: str
    unit: str
    pack_id: str
    situation: str
    parties: tuple[str, ...] = ()


@dataclass
class Matter(Recording):
    """`early`: what was heard before the filing itself, in its order; it is heard again right after it."""

    id: str
    facts: Facts | None = None
    supplements_asked: int = 0
    early: list[dict[str, Any]] = field(default_factory=list)

    def submit(self, event: FilingSubmitted, organ_name: str) -> list[dict[str, Any]]:
        """The filing is known. Answers what had waited for it."""
        self.facts = Facts(event.number, event.title, event.organ_id, organ_name, event.division_code,
                           event.filer_id, event.unit or event.filer_name, event.pack_id, event.situation,
                           event.parties)
        waiting, self.early = self.early, []
        return waiting

    def supplement(self, event: FilingSupplemented) -> None:
        """Title and situation are those filed now. Once a party, always one."""
        known = self.facts
        if known is not None:
            parties = tuple(sorted({*known.parties, *event.parties}))
            self.facts = replace(known, title=event.title, situation=event.situation or known.situation,
                                 parties=parties)

    def wait(self, event: Event) -> None:
        """Keep an event until the filing is known."""
        self.early.append({"type": event.type_name(), "data": dump(event)})
