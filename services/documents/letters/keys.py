"""The keys that sign letters: one per organ, so that no organ's letter bears another's signature.

A folder per organ: `certificates.json` lists its certificates of all times, oldest first; beside it lies
the private key of the last, encrypted under a secret that is kept apart. Certificates are self-signed, and
said to be so, unless the organ brings one of an authority. A new certificate is signed by the key before it,
whose private half is destroyed then: whoever knows an earlier certificate can follow to the later ones.
"""

import json
import secrets
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

from rongcuo.chassis.files.key_files import alone_in, readable
from rongcuo.chassis.files.whole_file import write_whole
from rongcuo.contracts.errors import CaseError

LASTS = timedelta(days=3653)
LEEWAY = timedelta(days=1)  # a clock may be behind ours
LIST = "certificates.json"
_readable = partial(readable, code="letter.keys_unreadable")


@dataclass(frozen=True, slots=True)
class Certificate:
    """`pem`: the certificate; `since`: ISO 8601; `endorsement`: the signature of it by the key before, in
    base64, empty for the first."""

    pem: str
    since: str
    endorsement: str = ""

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate, as other programs show it."""
        return x509.load_pem_x509_certificate(self.pem.encode()).fingerprint(hashes.SHA256()).hex()


@dataclass(frozen=True, slots=True)
class Pair:
    """A private key, still encrypted, and its certificate, both in PEM."""

    sealed_key: bytes
    certificate: bytes
    fingerprint: str


def succession(old: str, new: str) -> bytes:
    """What the old key signs when another certificate follows: both fingerprints."""
    return f"rongcuo letter key\n{old}\n{new}\n".encode()


class LetterKeys:
    """The folder of all organs' keys. Every call reads it, so that a rotation needs no restart.

    `secret_file` holds what the private keys are encrypted with; None: `secret` in the folder itself, which
    keeps a lost copy of one organ's folder closed but not the whole folder. Every method raises CaseError
    `letter.keys_unreadable` for what is broken, not ours to read, or does not open with the secret.
    """

    def __init__(self, folder: Path, secret_file: Path | None = None) -> None:
        self.folder = folder
        self._secret_file = secret_file or folder / "secret"

    def of(self, organ_id: str) -> tuple[Certificate, ...]:
        """An organ's certificates of all times, oldest first."""
        listed = self.folder / organ_id / LIST
        with _readable(listed):
            try:
                return tuple(Certificate(**one) for one in json.loads(listed.read_text("utf-8")))
            except FileNotFoundError:
                return ()

    def all(self) -> dict[bytes, str]:
        """Every certificate that any organ ever had, in PEM, and whose it is."""
        organs = sorted(file.parent.name for file in self.folder.glob(f"*/{LIST}"))
        return {one.pem.encode(): organ_id for organ_id in organs for one in self.of(organ_id)}

    def pair(self, organ_id: str) -> Pair:
        """The key in use. Raises `letter.no_key`."""
        certificates = self.of(organ_id)
        if not certificates:
            raise CaseError("letter.no_key", details={"organ_id": organ_id})
        last = certificates[-1]
        file = self._key(organ_id, last)
        with _readable(file):
            return Pair(file.read_bytes(), last.pem.encode(), last.fingerprint)

    def opened(self, pair: Pair) -> EllipticCurvePrivateKey:
        """The private key, to sign with. Takes some milliseconds on purpose."""
        with _readable(self._secret_file):
            private = load_pem_private_key(pair.sealed_key, self._secret_file.read_bytes().strip())
            if not isinstance(private, EllipticCurvePrivateKey):
                raise TypeError("not a P-256 key")
            return private

    def make(self, organ_id: str, name: str, now: datetime) -> Certificate:
        """The organ's first key. Raises `letter.key_exists`; of several who make one at the same moment, one
        has made it."""
        with self._alone(organ_id):
            if self.of(organ_id):
                raise CaseError("letter.key_exists", details={"organ_id": organ_id})
            private = generate_private_key(SECP256R1())
            return self._add(organ_id, private, _self_signed(private, name, now), now)

    def rotate(self, organ_id: str, name: str, now: datetime) -> Certificate:
        """The organ's next key. Raises `letter.no_key`."""
        with self._alone(organ_id):
            private = generate_private_key(SECP256R1())
            return self._follow(organ_id, private, _self_signed(private, name, now), now)

    def bring(self, organ_id: str, key: bytes, certificate: bytes, now: datetime) -> Certificate:
        """A P-256 key of the organ's own with the certificate of an authority, both in PEM, from now on.

        Raises `letter.key_unfit` where it is another kind of key, or not that certificate's.
        """
        try:
            private, given = load_pem_private_key(key, None), x509.load_pem_x509_certificate(certificate)
        except (ValueError, TypeError):
            raise CaseError("letter.key_unfit") from None
        if not isinstance(private, EllipticCurvePrivateKey) or given.public_key() != private.public_key():
            raise CaseError("letter.key_unfit")
        with self._alone(organ_id):
            return self._follow(organ_id, private, certificate, now, first=True)

    def _follow(self, organ_id: str, private: EllipticCurvePrivateKey, certificate: bytes, now: datetime,
                first: bool = False) -> Certificate:
        known = self.of(organ_id)
        if not known and not first:
            raise CaseError("letter.no_key", details={"organ_id": organ_id})
        before = self.opened(self.pair(organ_id)) if known else None
        return self._add(organ_id, private, certificate, now, before)

    def _add(self, organ_id: str, private: EllipticCurvePrivateKey, certificate: bytes, now: datetime,
             before: EllipticCurvePrivateKey | None = None) -> Certificate:
        known = self.of(organ_id)
        fresh = Certificate(certificate.decode(), now.isoformat())
        if before is not None:
            statement = succession(known[-1].fingerprint, fresh.fingerprint)
            endorsement = b64encode(before.sign(statement, ECDSA(hashes.SHA256()))).decode()
            fresh = Certificate(fresh.pem, fresh.since, endorsement)
        encryption = BestAvailableEncryption(self._secret())
        sealed = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)
        write_whole(self._key(organ_id, fresh), sealed, 0o600)
        listed = json.dumps([asdict(one) for one in (*known, fresh)], indent=1)
        write_whole(self.folder / organ_id / LIST, listed.encode(), 0o600)
        for earlier in known:
            self._key(organ_id, earlier).unlink(missing_ok=True)
        return fresh

    def _secret(self) -> bytes:
        """Made at the first use."""
        if not self._secret_file.exists():
            write_whole(self._secret_file, secrets.token_hex(32).encode(), 0o600)
        return self._secret_file.read_bytes().strip()

    def _key(self, organ_id: str, certificate: Certificate) -> Path:
        return self.folder / organ_id / f"{certificate.fingerprint[:16]}.pem"

    @contextmanager
    def _alone(self, organ_id: str) -> Iterator[None]:
        """One lock for all organs, as the secret is theirs together."""
        with _readable(self.folder):
            (self.folder / organ_id).mkdir(mode=0o700, parents=True, exist_ok=True)
            with alone_in(self.folder):
                yield


def _self_signed(private: EllipticCurvePrivateKey, name: str, now: datetime) -> bytes:
    whose = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{name} (自签 self-signed)"[:64])])
    signs_only = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False)
    certificate = (
        x509.CertificateBuilder().subject_name(whose).issuer_name(whose)
        .public_key(private.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now - LEEWAY).not_valid_after(now + LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(signs_only, critical=True).sign(private, hashes.SHA256()))
    return certificate.public_bytes(Encoding.PEM)


def plain(private: EllipticCurvePrivateKey) -> bytes:
    """PKCS 8 in DER, for the library that signs PDF. It stays in memory."""
    return private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
