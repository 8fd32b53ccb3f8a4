"""What a signature holds to: the words that were read, by their digest."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from rongcuo.contracts.errors import CaseError


def digest_of(words: Mapping[str, Any]) -> str:
    """Of what is to be signed."""
    told = json.dumps(words, sort_keys=True, ensure_ascii=False, default=str)
    return sha256(told.encode()).hexdigest()


def require_read(read: str, wanted: str) -> None:
    """Nobody signs what they have not read."""
    if read != wanted:
        raise CaseError("followup.signed_another_text")
