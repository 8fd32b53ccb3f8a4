"""The ceremony of the groups' keys, recovery, rotation, and destruction. At the command line, by those who
meet for it: `unit` is the one transaction of each step."""

from collections.abc import Iterable
from datetime import datetime

from rongcuo.chassis.ports import UnitOfWork
from rongcuo.contracts.custody import MOST_CUSTODIANS, Group, GroupKey
from rongcuo.contracts.errors import CaseError
from rongcuo.sealing import groups, parts
from rongcuo.sealing.algorithms import Algorithm, algorithm
from rongcuo.sealing.boxes import KeyPair
from rongcuo.sealing.errors import NotOpened
from rongcuo.sealing.groups import Made
from rongcuo.sealing.paper import Card, Share
from rongcuo.sealing.parts import Place
from services.vault.ports import KeyStore, Vault
from services.vault.usecases.opening import HOLDERS

Unit = UnitOfWork[Vault]
LEAST_CUSTODIANS = 2        # of one group: who is ill must not keep a reporter from protection
BATCH = 200


def made(group: Group, custodians: tuple[str, ...], by: Algorithm) -> Made:
    """A key with its cards and shares, to be printed before it is in use. Raises `vault.custodians_wrong`."""
    if not LEAST_CUSTODIANS <= len({*custodians}) == len(custodians) <= MOST_CUSTODIANS:
        raise CaseError("vault.custodians_wrong", details={"least": LEAST_CUSTODIANS})
    return groups.make(group, custodians, by)


def hold_ceremony(unit: Unit, organ_id: str, made: Made, now: datetime) -> None:
    """A group's first key. Raises `vault.keys_exist`."""
    if unit.store.group_keys(organ_id, made.key.group):
        raise CaseError("vault.keys_exist")
    _take_into_use(unit, organ_id, made, now, "custody_founded")


def new_card(unit: Unit, organ_id: str, group: Group, custodian: str, shares: Iterable[Share],
             now: datetime) -> Card:
    """By three shares of five: for somebody who lost theirs, or is new. Raises `vault.card_refused`."""
    key = _newest(unit, organ_id, group)
    try:
        key, card = groups.with_card(key, groups.recover(key, shares), custodian)
    except NotOpened:
        raise CaseError("vault.card_refused") from None
    unit.store.keep_group_key(organ_id, key, now)
    unit.audit("card_made", f"{organ_id}/{group.value}", custodian=custodian, key_id=key.key_id)
    return card


def begin_rotation(unit: Unit, organ_id: str, made: Made, holder: str, card: Card, now: datetime) -> None:
    """A group's next key, to which everything new is sealed from now on. The card is of the one before.

    Raises `vault.card_refused`, `vault.rotation_under_way`.
    """
    if len(unit.store.group_keys(organ_id, made.key.group)) > 1:
        raise CaseError("vault.rotation_under_way")
    _unlocked(_newest(unit, organ_id, made.key.group), holder, card)
    _take_into_use(unit, organ_id, made, now, "rotation_begun")


def rebox_some(unit: Unit, organ_id: str, group: Group, holder: str, card: Card, now: datetime,
               most: int = BATCH) -> int:
    """Shares of the key before are boxed to the newest; how many. With none left the key before is retired.
    Each row says under which key it is, so this goes on where it was killed. Whoever is being deposited is
    waited for: sealed to the key before, they would be lost with it."""
    unit.store.hold_group_keys(organ_id, alone=True)
    keys = unit.store.group_keys(organ_id, group)
    if len(keys) < 2:
        return 0
    before, newest = keys[0], keys[-1]
    rows = unit.store.shares_under(organ_id, group, before.key_id, most)
    if not rows:
        unit.store.retire_group_key(organ_id, before.key_id, now)
        unit.audit("rotation_ended", f"{organ_id}/{group.value}", key_id=newest.key_id)
        return 0
    own, to, holding = _unlocked(before, holder, card), groups.recipient(newest), HOLDERS[group]
    for reporter_ref, kept in rows:
        place, by = Place(reporter_ref, kept.part), algorithm(kept.algorithm)
        share = parts.take_share(kept.share_of(group), place, holding, own, by)
        unit.store.rebox(reporter_ref, kept.part, group, parts.box_share(share, place, holding, to, by))
    return len(rows)


def destroy(unit: Unit, keys: KeyStore, reporter_ref: str, now: datetime) -> None:
    """At the end of retention: the node's shares first, for without them nothing opens, whatever comes then.

    Raises `vault.still_retained`.
    """
    reporter = unit.store.reporter(reporter_ref)
    reporter.destroy(now)
    keys.destroy(reporter_ref)
    unit.store.drop_parts(reporter_ref)
    unit.store.drop_files(reporter_ref)
    unit.audit("identity_destroyed", reporter_ref)
    unit.commit(reporter)


def _take_into_use(unit: Unit, organ_id: str, made: Made, now: datetime, what: str) -> None:
    unit.store.keep_group_key(organ_id, made.key, now)
    unit.audit(what, f"{organ_id}/{made.key.group.value}", key_id=made.key.key_id,
               algorithm=made.key.algorithm, custodians=",".join(made.cards))


def _newest(unit: Unit, organ_id: str, group: Group) -> GroupKey:
    keys = unit.store.group_keys(organ_id, group)
    if not keys:
        raise CaseError("vault.no_custodians")
    return keys[-1]


def _unlocked(key: GroupKey, holder: str, card: Card) -> KeyPair:
    try:
        return groups.unlock(key, holder, card)
    except NotOpened:
        raise CaseError("vault.card_refused") from None
