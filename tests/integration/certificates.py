"""An authority made for one test, and what it certifies."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Papers:
    """Files in PEM: who we are, and who vouches for it."""

    certificate: Path
    key: Path
    authority: Path


class Authority:
    """Signs certificates for 127.0.0.1, or for another address."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder = folder
        self._key = generate_private_key(SECP256R1())
        self._name = _named("Test authority")
        self._file = folder / "authority.pem"
        own = self._builder(self._key, self._name).add_extension(x509.BasicConstraints(True, None), True)
        self._file.write_bytes(own.sign(self._key, SHA256()).public_bytes(Encoding.PEM))

    def papers(self, name: str, address: str = "127.0.0.1") -> Papers:
        key = generate_private_key(SECP256R1())
        alternative = x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))])
        signed = self._builder(key, _named(name)).add_extension(alternative, False).sign(self._key, SHA256())
        papers = Papers(self.folder / f"{name}.pem", self.folder / f"{name}.key", self._file)
        papers.certificate.write_bytes(signed.public_bytes(Encoding.PEM))
        papers.key.touch(mode=0o600)
        papers.key.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return papers

    def _builder(self, key: EllipticCurvePrivateKey, subject: x509.Name) -> x509.CertificateBuilder:
        now = datetime.now(UTC)
        return (x509.CertificateBuilder().subject_name(subject).issuer_name(self._name)
                .public_key(key.public_key()).serial_number(x509.random_serial_number())
                .not_valid_before(now - DAY).not_valid_after(now + DAY))


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
