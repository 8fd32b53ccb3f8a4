"""The node's key for letters, and the certificate that goes with it: self-signed, and said to be so.

An organ that has a certificate of an authority, for a P-256 key, puts its two files here instead.
"""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from rongcuo.contracts.errors import CaseError

LASTS = timedelta(days=3653)
LEEWAY = timedelta(days=1)  # a clock may be behind ours


@dataclass(frozen=True, slots=True)
class Pair:
    """Private key and certificate, in PEM."""

    key: bytes
    certificate: bytes


class LetterKeys:
    """A folder with `key.pem`, readable by the platform's user only, and `certificate.pem`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def there(self) -> bool:
        return self._key.exists() and self._certificate.exists()

    def pair(self) -> Pair:
        """Raises `letter.no_key`."""
        try:
            return Pair(self._key.read_bytes(), self._certificate.read_bytes())
        except OSError:
            raise CaseError("letter.no_key", str(self.folder)) from None

    def make(self, name: str, now: datetime) -> None:
        """A key and its self-signed certificate. Raises `letter.key_exists`; of several who make one at the
        same moment, one has made it."""
        private = generate_private_key(SECP256R1())
        pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        self.folder.mkdir(parents=True, exist_ok=True)
        together = self.folder / f".{os.getpid()}.pem"
        _write(together, pem, 0o600)
        try:
            os.link(together, self._key)
        except FileExistsError:
            raise CaseError("letter.key_exists", str(self.folder)) from None
        finally:
            together.unlink()
        _write(self._certificate, _self_signed(private, name, now), 0o644)

    @property
    def _key(self) -> Path:
        return self.folder / "key.pem"

    @property
    def _certificate(self) -> Path:
        return self.folder / "certificate.pem"


def _write(path: Path, content: bytes, mode: int) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(handle)
    fresh.replace(path)


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
