"""The keys that sign letters: one per organ, encrypted where they lie, each signed by the one before."""

import stat
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from rongcuo.contracts.errors import CaseError
from services.documents.letters.checking import check
from services.documents.letters.keys import LetterKeys, succession
from services.documents.letters.renderer import LetterRenderer
from tests.unit.documents import scene
from tests.unit.documents.printing import LETTER

OTHER, OTHER_NAME = "530125", "宜良县纪委监委"
NAMES = {scene.ORGAN: scene.ORGAN_NAME, OTHER: OTHER_NAME}


@pytest.fixture
def keys(tmp_path: Path) -> LetterKeys:
    made = LetterKeys(tmp_path / "letters", tmp_path / "apart" / "secret")
    (tmp_path / "apart").mkdir()
    return made


def letter_of(keys: LetterKeys, organ_id: str, *, for_real: bool = True) -> bytes:
    renderer = LetterRenderer(keys, "https://rongcuo.example", for_real=for_real)
    return renderer.make(replace(LETTER, organ_id=organ_id, organ_name=NAMES[organ_id]), scene.NOW).pdf


def signer(keys: LetterKeys, pdf: bytes) -> str:
    found = check(pdf, keys.all())
    assert found.intact
    return keys.all()[found.by]


def test_every_organ_signs_with_its_own_key(keys: LetterKeys) -> None:
    for organ_id, name in NAMES.items():
        keys.make(organ_id, name, scene.NOW)
    assert [signer(keys, letter_of(keys, organ_id)) for organ_id in NAMES] == list(NAMES)
    only_other = [one.pem.encode() for one in keys.of(OTHER)]
    assert not check(letter_of(keys, scene.ORGAN), only_other).ours


def test_an_organ_without_a_key_signs_nothing_in_production(keys: LetterKeys) -> None:
    keys.make(OTHER, OTHER_NAME, scene.NOW)
    with pytest.raises(CaseError, match="no_key"):
        letter_of(keys, scene.ORGAN)
    assert signer(keys, letter_of(keys, scene.ORGAN, for_real=False)) == scene.ORGAN


def test_the_private_key_lies_encrypted_and_opens_with_the_secret_alone(keys: LetterKeys,
                                                                        tmp_path: Path) -> None:
    keys.make(scene.ORGAN, scene.ORGAN_NAME, scene.NOW)
    pair = keys.pair(scene.ORGAN)
    assert b"ENCRYPTED PRIVATE KEY" in pair.sealed_key
    assert keys.opened(pair).public_key() == x509.load_pem_x509_certificate(pair.certificate).public_key()
    (tmp_path / "apart" / "secret").write_text("another secret")
    with pytest.raises(CaseError, match="keys_unreadable"):
        keys.opened(pair)
    (tmp_path / "apart" / "secret").unlink()
    with pytest.raises(CaseError, match="keys_unreadable"):
        letter_of(keys, scene.ORGAN)


def test_nobody_else_can_read_any_of_it(keys: LetterKeys, tmp_path: Path) -> None:
    keys.make(scene.ORGAN, scene.ORGAN_NAME, scene.NOW)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(files) == 4
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "letters" / scene.ORGAN).stat().st_mode) == 0o700


def test_a_first_key_is_made_once(keys: LetterKeys) -> None:
    with pytest.raises(CaseError, match="no_key"):
        keys.rotate(scene.ORGAN, scene.ORGAN_NAME, scene.NOW)
    keys.make(scene.ORGAN, scene.ORGAN_NAME, scene.NOW)
    with pytest.raises(CaseError, match="key_exists"):
        keys.make(scene.ORGAN, scene.ORGAN_NAME, scene.NOW)


def test_after_a_rotation_old_letters_stay_genuine_and_the_old_key_is_gone(keys: LetterKeys) -> None:
    keys.make(scene.ORGAN, scene.ORGAN_NAME, scene.NOW)
    renderer = LetterRenderer(keys, "https://rongcuo.example")
    before, old = renderer.make(LETTER, scene.NOW), keys.pair(scene.ORGAN)
    keys.rotate(scene.ORGAN, scene.ORGAN_NAME, scene.NOW)
    after = renderer.make(LETTER, scene.NOW)
    assert before.certificate == old.fingerprint != after.certificate == keys.pair(scene.ORGAN).fingerprint
    assert [signer(keys, made.pdf) for made in (before, after)] == [scene.ORGAN] * 2
    assert len(list((keys.folder / scene.ORGAN).glob("*.pem"))) == 1
    first, second = keys.of(scene.ORGAN)
    public = x509.load_pem_x509_certificate(first.pem.encode()).public_key()
    public.verify(b64decode(second.endorsement), succession(first.fingerprint, second.fingerprint),
                  ECDSA(hashes.SHA256()))


def test_an_organ_brings_an_authority_s_certificate(keys: LetterKeys, tmp_path: Path) -> None:
    elsewhere = LetterKeys(tmp_path / "elsewhere")
    elsewhere.make(scene.ORGAN, scene.ORGAN_NAME, scene.NOW)
    theirs = elsewhere.pair(scene.ORGAN)
    private = elsewhere.opened(theirs).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    keys.bring(scene.ORGAN, private, theirs.certificate, scene.NOW)
    assert check(letter_of(keys, scene.ORGAN), [theirs.certificate]).ours


@pytest.mark.parametrize("private", [generate_private_key(SECP256R1()), Ed25519PrivateKey.generate()])
def test_a_key_that_is_not_the_certificate_s_is_refused(keys: LetterKeys, private: object) -> None:
    keys.make(scene.ORGAN, scene.ORGAN_NAME, scene.NOW)
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with pytest.raises(CaseError, match="key_unfit"):
        keys.bring(scene.ORGAN, pem, keys.pair(scene.ORGAN).certificate, scene.NOW)
    with pytest.raises(CaseError, match="key_unfit"):
        keys.bring(scene.ORGAN, b"no key", b"no certificate", scene.NOW)
    assert len(keys.of(scene.ORGAN)) == 1
