"""A filing, a case or a meeting as far as its letters need it. filing and review speak without an order
between them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rongcuo.casework.apart import Somebody, known_by
from rongcuo.casework.recusal import Parties
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.determination import MinutesConcluded
from rongcuo.contracts.events import Aggregate, Event
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


@dataclass(frozen=True)
class Excluded:
    """回避: who sees of a matter only what is for them, its subjects, the recused, everybody of these units,
    and whoever is known by one of these keys, also by name alone (`casework/apart.py`).
    `members`: who reads it as one of its meetings or panels, as the matter itself and each of its appeals (by
    their ids) said last; other members of the organ do not see its letters."""

    officers: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keys: tuple[str, ...] = ()

    def covers(self, somebody: Somebody) -> bool:
        """Whether they are."""
        named = not known_by(somebody).isdisjoint(self.keys)
        return named or Parties.of(self.officers, self.units).include(somebody.officer_id, somebody.units)

    def reads(self, actor: Actor) -> bool:
        """Whether the actor sits in a meeting or on a panel about it."""
        return any(actor.officer_id in sitting for sitting in self.members.values())

    def with_more(self, officers: Iterable[str], units: Iterable[str] = (),
                  keys: Iterable[str] = ()) -> "Excluded":
        """Once excluded, always."""
        return replace(self, officers=_all(self.officers, officers), units=_all(self.units, units),
                       keys=_all(self.keys, keys))

    def seating(self, matter_id: str, members: Iterable[str]) -> "Excluded":
        """Who reads it by what this matter says now; whoever it names no more does not by that."""
        return replace(self, members={**self.members, matter_id: _all(members)})


def _all(*parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({each for part in parts for each in part}))


@dataclass
class Matter(Aggregate):
    """`early`: what was heard before the filing itself, in its order, each with how its organ is called."""

    id: str
    facts: Facts | None = None
    supplements_asked: int = 0
    refusals: int = 0
    early: list[tuple[Event, str]] = field(default_factory=list)
    excluded: Excluded = Excluded()

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
                self.facts = Facts(
                    event.number, event.title, event.organ_id, event.division_code, event.filer_id,
                    event.unit or event.filer_name, event.pack_id, event.situation, event.parties)
            case FilingSupplemented():
                self._supplement(event)
            case _:
                self.early.append((event, organ_name))
        if self.facts is None:
            return []
        ready, self.early = self.early, []
        return ready

    def exclude(self, standing: Standing, event: Event) -> None:
        """Who is excluded, and who reads it, as each event in the shape `CaseMoved` tells it."""
        members = event.members if isinstance(event, MinutesConcluded) else standing.readers
        apart = self.excluded.with_more(standing.apart, standing.units_apart, standing.keys_apart)
        self.excluded = apart.seating(standing.matter_id, members)

    def recuse(self, officer_id: str) -> None:
        """Barred in its review: they see of its letters only what is for them."""
        self.excluded = self.excluded.with_more((officer_id,))

    def _supplement(self, event: FilingSupplemented) -> None:
        """Title and situation are those filed now. Once a party, always one."""
        known = self.facts
        if known is not None:
            parties = tuple(sorted({*known.parties, *event.parties}))
            self.facts = replace(known, title=event.title, situation=event.situation or known.situation,
                                 parties=parties)
