"""Query codes by scrypt (ports.Codes): one slow hash an attempt, in native threads as passwords are.

The salt is the installation's: a code is looked for by its hash, and has 75 random bits, so none is guessed
from a stolen table. It lies in the vault's folder, not in the database.
"""

import os
from functools import cached_property
from hashlib import scrypt
from pathlib import Path
from secrets import token_bytes

from rongcuo.chassis.files.whole_file import write_whole
from rongcuo.chassis.hosting.lanes import Lanes
from rongcuo.chassis.threads import in_native_thread
from rongcuo.contracts.errors import CaseError

AT_ONCE = max(2, os.cpu_count() or 2)
MOST_WAITING = 16
PATIENCE = 3.0  # seconds
COST, BLOCK, PARALLEL, MEMORY = 2 ** 15, 8, 1, 64 * 1024 * 1024    # of scrypt: as identity's, some 60 ms
SALT_BYTES = 32
SALT, AWAITED = "codes.salt", "awaited"     # the second stands where the first has to be brought


class SlowCodes:
    """The adapter."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lanes = Lanes(AT_ONCE, MOST_WAITING, PATIENCE, later=2, refusal="vault.busy")

    def hash(self, code: str) -> str:
        with self._lanes.turn(lambda: True):
            return in_native_thread(_hashed, code, self._salt)

    @cached_property
    def _salt(self) -> bytes:
        file = self._folder / SALT
        if not file.exists():
            if (self._folder / AWAITED).exists():
                raise CaseError("vault.key_missing")
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(file, token_bytes(SALT_BYTES), 0o600)
        return file.read_bytes()


def _hashed(code: str, salt: bytes) -> str:
    return scrypt(code.encode(), salt=salt, n=COST, r=BLOCK, p=PARALLEL, maxmem=MEMORY, dklen=32).hex()
