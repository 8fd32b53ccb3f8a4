"""S4: who has the server, the databases, all disks, backups of before and one custodian, reads nobody; with a
custodian of the other group they would read everybody."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from typing import Any

from rongcuo.contracts.custody import Group
from rongcuo.sealing.algorithms import PROFILES
from tests.chaos.burglar import Burglar, Loot, taken
from tests.chaos.custodians import Printed, ceremony, rotated
from tests.chaos.door import ORGAN, SETTINGS, Door
from tests.chaos.figures import Figures
from tests.chaos.homes import Cottage, place
from tests.chaos.processes import Nursery
from tests.chaos.sizes import Size

OTHER = {Group.A: Group.B, Group.B: Group.A}
NOT_ENOUGH = 2      # shares of recovery, of which three are
AT_ONCE = 2
Hands = Mapping[Group, Sequence[Printed]]


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    del seed     # nothing is drawn by lot: all combinations are tried
    tried = read = control = 0
    for profile in PROFILES:
        settings = {**SETTINGS, "RONGCUO_SEALING_PROFILE": profile}
        with Cottage(place(f"attack-{profile}"), nursery, settings) as home:
            loots, hands = _burgled(home, size.attacked // len(PROFILES))
        people = sorted({row[0] for row in loots[-1].rows})
        alone = {name for group in Group for name in _read(
            loots, hands[group], hands[OTHER[group]][-1].shares[:NOT_ENOUGH], people)}
        both = _read(loots, [*hands[Group.A], *hands[Group.B]], (), people)
        tried, read, control = tried + len(people), read + len(alone), control + len(both)
        figures.put(vault_attack={"tried": tried, "read": read}, vault_attack_control=control)
        figures.tell(f"{profile}: {len(people)} attacked, {len(alone)} read with one custodian, "
                     f"{len(both)} with two")
    if read or control != tried or tried != size.attacked // len(PROFILES) * len(PROFILES):
        figures.fail(f"vault attack: {read} of {tried} read with one custodian, {control} with two")


def _burgled(home: Cottage, people: int) -> tuple[list[Loot], Hands]:
    """Half of them came before 甲 changed its key: what was taken then, and now."""
    door = Door(home.address)
    hands = {group: [ceremony(home, group)] for group in Group}
    for number in range(people):
        if number == people // 2:
            loots = [taken(home)]
            hands[Group.A].append(rotated(home, hands[Group.A][-1]))
        door.deposit(_somebody(number))
    door.close()
    return [*loots, taken(home)], hands


def _somebody(number: int) -> dict[str, Any]:
    """With something in each part: the name stands in the words, too."""
    name = f"举报人第{number}"
    return {"organ_id": ORGAN, "real_name": True, "identity": {"name": name, "id_number": f"{number:018}"},
            "contact": {"phone": f"139{number:08}"}, "words": f"我是{name}。工程没有招标。"}


def _read(loots: Sequence[Loot], hands: Sequence[Printed], scraps: Sequence[Any], people: Sequence[str]
          ) -> set[str]:
    """Of whom anything could be read."""
    with ProcessPoolExecutor(AT_ONCE, get_context("spawn")) as burglars:     # eventlet is not to be forked
        halves = [people[start::AT_ONCE] for start in range(AT_ONCE)]
        found = burglars.map(_by_one, repeat(loots), repeat(hands), repeat(scraps), halves)
        return {each for some in found for each in some}


def _by_one(loots: Sequence[Loot], hands: Sequence[Printed], scraps: Sequence[Any], people: Iterable[str]
            ) -> list[str]:
    burglar = Burglar(loots, hands, scraps)
    return [each for each in people if burglar.reads(each)]
