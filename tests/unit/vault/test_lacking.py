"""After a restore: what no backup holds is missed, named, and never made anew in silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from rongcuo.chassis.config import Config
from rongcuo.contracts.errors import CaseError
from rongcuo.sealing.algorithms import GM
from services.vault.storage import METADATA, VaultStorage
from services.vault.strongroom.codes import SlowCodes
from services.vault.strongroom.key_store import ShareFiles
from services.vault.strongroom.lacking import Lacking, await_keys, lacking
from tests.unit.vault.house import House

KEY_MISSING = r"vault\.key_missing"


@pytest.fixture
def storage() -> Iterator[VaultStorage]:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine) as opened:
        yield VaultStorage(opened)
    engine.dispose()


def look(config: Config, storage: VaultStorage) -> Lacking:
    return lacking(config, storage.all_parts(), storage.has_codes())


def test_where_nobody_reported_nothing_is_lacking(storage: VaultStorage, tmp_path: Path) -> None:
    assert look(Config(data_dir=tmp_path), storage) == Lacking(shares=0, parts=0, salt=False)


def test_each_share_that_is_not_there_and_the_salt_are_named_until_they_are_brought(
        storage: VaultStorage, tmp_path: Path) -> None:
    house, config = House(tmp_path / "house", GM, storage), Config(data_dir=tmp_path / "data")
    reporter_ref, _ = house.deposit()
    parts = list(storage.all_parts())
    assert {ref for ref, _ in parts} == {reporter_ref}
    assert look(config, storage) == Lacking(shares=len(parts), parts=len(parts), salt=True)

    for _, part in parts[1:]:
        ShareFiles(config.share_folder).put(reporter_ref, part, house.room.keys.get(reporter_ref, part))
    assert look(config, storage) == Lacking(shares=1, parts=len(parts), salt=True)
    (config.vault_folder / "codes.salt").write_bytes(b"brought")
    ShareFiles(config.share_folder).put(reporter_ref, parts[0][1],
                                        house.room.keys.get(reporter_ref, parts[0][1]))
    assert not look(config, storage).anything


def test_a_salt_that_is_awaited_is_not_made_anew(tmp_path: Path) -> None:
    config = Config(data_dir=tmp_path / "data")
    await_keys(config)
    with pytest.raises(CaseError, match=KEY_MISSING):
        SlowCodes(config.vault_folder).hash("code")
    assert not (config.vault_folder / "codes.salt").exists()

    before = SlowCodes(tmp_path / "before").hash("code")
    (config.vault_folder / "codes.salt").write_bytes((tmp_path / "before" / "codes.salt").read_bytes())
    assert SlowCodes(config.vault_folder).hash("code") == before
