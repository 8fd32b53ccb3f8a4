"""An installation of the vault: two groups of three custodians, a node, and what was sealed to them."""

from dataclasses import dataclass
from types import MappingProxyType

from rongcuo.contracts.custody import Group
from rongcuo.contracts.sealed import Part, SealedPart
from rongcuo.sealing import groups, parts
from rongcuo.sealing.algorithms import Algorithm
from rongcuo.sealing.boxes import KeyPair
from rongcuo.sealing.parts import Holder, Place, Recipient

CUSTODIANS = {Group.A: ("a1", "a2", "a3"), Group.B: ("b1", "b2", "b3")}
CONTENT = {"name": "迪丽热巴·迪力木拉提", "id_number": "53012719800101001X"}
PLACE = Place("r1", Part.IDENTITY)


@dataclass(frozen=True)
class Installation:
    made: MappingProxyType[Group, groups.Made]
    node: KeyPair
    by: Algorithm

    @classmethod
    def new(cls, by: Algorithm) -> "Installation":
        made = {group: groups.make(group, holders, by) for group, holders in CUSTODIANS.items()}
        return cls(MappingProxyType(made), KeyPair.make(), by)

    @property
    def recipients(self) -> dict[Holder, Recipient]:
        node = Recipient(self.by.fingerprint(self.node.public), self.node.public)
        return {Holder.GROUP_A: groups.recipient(self.made[Group.A].key),
                Holder.GROUP_B: groups.recipient(self.made[Group.B].key), Holder.NODE: node}

    def sealed(self, place: Place = PLACE, content: dict[str, str] = CONTENT) -> SealedPart:
        return parts.seal(content, place, self.recipients, self.by)

    def private(self, group: Group) -> KeyPair:
        """As the group's first custodian unlocks it."""
        holder = CUSTODIANS[group][0]
        return groups.unlock(self.made[group].key, holder, self.made[group].cards[holder])

    def keys(self) -> dict[Holder, KeyPair]:
        return {Holder.GROUP_A: self.private(Group.A), Holder.GROUP_B: self.private(Group.B),
                Holder.NODE: self.node}

    def shares(self, sealed: SealedPart, place: Place = PLACE) -> dict[Holder, bytes]:
        boxed = {Holder.GROUP_A: sealed.share_a, Holder.GROUP_B: sealed.share_b, Holder.NODE: sealed.share_c}
        return {holder: parts.take_share(boxed[holder], place, holder, pair, self.by)
                for holder, pair in self.keys().items()}

    def opened(self, sealed: SealedPart, place: Place = PLACE) -> dict[str, str]:
        return parts.unseal(sealed.text, place, self.shares(sealed, place), self.by)
