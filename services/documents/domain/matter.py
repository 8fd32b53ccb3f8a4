"""A filing as far as its letters need it. filing and review speak without an order between them."""

from dataclasses import dataclass, field, replace

from rongcuo.contracts.events import Event, Recording
from rongcuo.contracts.filing import FilingSubmitted, FilingSupplemented


@dataclass(frozen=True)
class Facts:
    """What the filing says of itself."""

    number: str
    title: str
    organ_id: str
    division_code: str
    filer_id: str
    unit: str
    pack_id: str
    situation: str
    parties: tuple[str, ...] = ()


@dataclass
class Matter(Recording):
    """`early`: what was heard before the filing itself, in its order, each with how its organ is called."""

    id: str
    facts: Facts | None = None
    supplements_asked: int = 0
    early: list[tuple[Event, str]] = field(default_factory=list)

    @property
    def known(self) -> Facts:
        """What the filing said; only to be asked once it has spoken."""
        if self.facts is None:
            raise LookupError(f"nothing is known yet of filing {self.id}")
        return self.facts

    def hear(self, event: Event, organ_name: str) -> list[tuple[Event, str]]:
        """Answers the events whose letters can be written now, each with how its organ is called."""
        match event:
            case FilingSubmitted():
                self._submit(event)
            case FilingSupplemented():
                self._supplement(event)
            case _:
                self.early.append((event, organ_name))
        if self.facts is None:
            return []
        ready, self.early = self.early, []
        return ready

    def _submit(self, event: FilingSubmitted) -> None:
        self.facts = Facts(event.number, event.title, event.organ_id, event.division_code, event.filer_id,
                           event.unit or event.filer_name, event.pack_id, event.situation, event.parties)

    def _supplement(self, event: FilingSupplemented) -> None:
        """Title and situation are those filed now. Once a party, always one."""
        known = self.facts
        if known is not None:
            parties = tuple(sorted({*known.parties, *event.parties}))
            self.facts = replace(known, title=event.title, situation=event.situation or known.situation,
                                 parties=parties)
