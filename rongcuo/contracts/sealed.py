"""What is sealed, as it travels and is kept: in base64, with the algorithm and the keys that closed it.

Who closes and opens it is `rongcuo.sealing`.
"""

from dataclasses import dataclass
from enum import StrEnum

from rongcuo.contracts.fields import chosen, identifier, sealed_text

MOST_SEALED = 400_000       # characters of base64: a text of 50,000 ideographs, closed
MOST_BOXED = 200


class Part(StrEnum):
    """What a reporter's identity is kept in, each under a key of its own."""

    IDENTITY = "identity"   # 身份: name, number of the identity card …
    CONTACT = "contact"     # 联系方式: phone, address, e-mail
    WORDS = "words"         # 可能暴露身份的原文: free text that may reveal who wrote it
    # 材料原件: what opens the original of a file that was handed in, by its number
    FILE_1 = "file1"
    FILE_2 = "file2"
    FILE_3 = "file3"
    FILE_4 = "file4"
    FILE_5 = "file5"
    FILE_6 = "file6"
    FILE_7 = "file7"
    FILE_8 = "file8"
    FILE_9 = "file9"
    FILE_10 = "file10"
    FILE_11 = "file11"
    FILE_12 = "file12"
    FILE_13 = "file13"
    FILE_14 = "file14"
    FILE_15 = "file15"
    FILE_16 = "file16"
    FILE_17 = "file17"
    FILE_18 = "file18"
    FILE_19 = "file19"
    FILE_20 = "file20"


AT_FIRST = (Part.IDENTITY, Part.CONTACT, Part.WORDS)
FILES = tuple(part for part in Part if part not in AT_FIRST)
MOST_BY_CODE, MOST_ON_PAPER = 12, 8     # of them: what the reporter hands in, and what they give on paper


@dataclass(frozen=True, kw_only=True)
class SealedShare:
    """One share of a part's key, boxed to a public key. `key_id` is that key's fingerprint."""

    key_id: str = identifier()
    box: str = sealed_text(MOST_BOXED)


@dataclass(frozen=True, kw_only=True)
class SealedPart:
    """A part that opens with three shares: of custodian group 甲, of group 乙, of the vault's node."""

    part: Part = chosen()
    algorithm: str = identifier()
    text: str = sealed_text(MOST_SEALED)
    share_a: SealedShare
    share_b: SealedShare
    share_c: SealedShare
