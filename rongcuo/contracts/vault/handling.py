"""What the vault has to know of a matter: who handles it, and whom it names. Asked of clarify each time."""

from dataclasses import dataclass

from rongcuo.contracts.fields import identifier, many


@dataclass(frozen=True, kw_only=True)
class WhoHandles:
    """Does this officer handle the report of this reporter, and who is named in it?"""

    reporter_ref: str = identifier()
    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class HandledBy:
    """`named`: officers whom the report is about; `units_named`: the units all of whose people are kept away,
    `names`: whoever is called so. `known` is false where nobody may see the report yet, or there is none."""

    known: bool
    handles: bool = False
    organ_id: str = ""
    named: tuple[str, ...] = many(200)
    units_named: tuple[str, ...] = many(200)
    names: tuple[str, ...] = many(200)
