"""What no backup holds and the vault can't do without; after a restore somebody has to bring it."""

from collections.abc import Iterable
from dataclasses import dataclass

from rongcuo.chassis.config import Config
from rongcuo.chassis.files.whole_file import write_whole
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import Part
from services.vault.strongroom.codes import AWAITED, SALT
from services.vault.strongroom.key_store import ShareFiles


@dataclass(frozen=True, slots=True)
class Lacking:
    """`shares`: of how many sealed parts, out of how many, the node's share is not there. `salt`: whether
    that of the query codes is not, and codes were given out."""

    shares: int
    parts: int
    salt: bool

    @property
    def anything(self) -> bool:
        """Whether something has to be brought."""
        return bool(self.shares) or self.salt


def await_keys(config: Config) -> None:
    """From now on a salt that is not there is brought, and never made anew: with another one no code of
    before would fit."""
    config.vault_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(config.vault_folder / AWAITED, b"", 0o600)


def lacking(config: Config, parts: Iterable[tuple[str, Part]], codes: bool) -> Lacking:
    """Of these sealed parts, by their reporters' references. `codes`: whether any was given out."""
    keys = ShareFiles(config.share_folder)
    there = [_has(keys, reporter_ref, part) for reporter_ref, part in parts]
    return Lacking(there.count(False), len(there), codes and not (config.vault_folder / SALT).exists())


def _has(keys: ShareFiles, reporter_ref: str, part: Part) -> bool:
    try:
        keys.get(reporter_ref, part)
    except CaseError:
        return False
    return True
