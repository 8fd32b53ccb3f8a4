"""The two groups of custodians (保管人), and their keys as they are kept: nothing in them is secret."""

from dataclasses import dataclass
from enum import StrEnum

from rongcuo.contracts.fields import chosen, identifier, many, sealed_text

MOST_CUSTODIANS = 20        # of one group


class Group(StrEnum):
    """A group of custodians. No custodian is in both."""

    A = "a"     # 甲组
    B = "b"     # 乙组


@dataclass(frozen=True, kw_only=True)
class WrappedKey:
    """A group's private key, closed under a custodian's card, or under the shares of recovery."""

    holder: str = identifier()
    text: str = sealed_text(200)


@dataclass(frozen=True, kw_only=True)
class GroupKey:
    """A group's key. `key_id` is the fingerprint of its public half, which whoever looks can compute."""

    group: Group = chosen()
    key_id: str = identifier()
    algorithm: str = identifier()
    public: str = sealed_text(100)
    wrapped: tuple[WrappedKey, ...] = many(MOST_CUSTODIANS + 1)
