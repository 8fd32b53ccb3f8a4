"""Who is who within a node: an authority of its own, and certificates that say a name."""

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
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY_LASTS, LASTS, RENEWED_BEFORE = timedelta(days=3_650), timedelta(days=397), timedelta(days=90)
SKEW = timedelta(minutes=10)      # by which another's clock may be behind


class Authority:
    """Signs for one node: its broker, its database, and whoever comes to them. Its key stays in its folder,
    which no container is given."""

    def __init__(self, folder: Path, name: str) -> None:
        self._key_file, self.file = folder / "authority.key", folder / "ca.pem"
        if not self.file.exists():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            key = generate_private_key(SECP256R1())
            subject = _named(name)
            own = (_builder(key, subject, subject, AUTHORITY_LASTS)
                   .add_extension(x509.BasicConstraints(True, 0), True).sign(key, SHA256()))
            write(self._key_file, _pem(key))
            write(self.file, own.public_bytes(Encoding.PEM))
        kept = load_pem_private_key(self._key_file.read_bytes(), None)
        if not isinstance(kept, EllipticCurvePrivateKey):
            raise TypeError(f"{self._key_file} is no key of ours")
        self._key, self._certificate = kept, x509.load_pem_x509_certificate(self.file.read_bytes())

    def certify(self, folder: Path, name: str, places: list[str] | None = None, prefix: str = "") -> None:
        """A key and a certificate in that folder, beside the authority's own, unless what is there lasts.
        `places`: names and addresses at which a server is found; without, it is a client's."""
        certificate, key_file = folder / f"{prefix}cert.pem", folder / f"{prefix}key.pem"
        write(folder / f"{prefix}ca.pem", self.file.read_bytes())
        if certificate.exists() and self._lasts(certificate, places or []):
            return
        key = generate_private_key(SECP256R1())
        purpose = ExtendedKeyUsageOID.SERVER_AUTH if places else ExtendedKeyUsageOID.CLIENT_AUTH
        made = (_builder(key, _named(name), self._certificate.subject, LASTS)
                .add_extension(x509.BasicConstraints(False, None), True)
                .add_extension(x509.ExtendedKeyUsage([purpose]), False))
        if places:
            made = made.add_extension(x509.SubjectAlternativeName([*map(_place, places)]), False)
        write(key_file, _pem(key))
        write(certificate, made.sign(self._key, SHA256()).public_bytes(Encoding.PEM))

    def _lasts(self, file: Path, places: list[str]) -> bool:
        found = x509.load_pem_x509_certificate(file.read_bytes())
        named = [] if not places else [*found.extensions.get_extension_for_class(
            x509.SubjectAlternativeName).value]
        return (found.issuer == self._certificate.subject and named == [*map(_place, places)]
                and found.not_valid_after_utc - datetime.now(UTC) > RENEWED_BEFORE)


def write(file: Path, content: bytes, mode: int = 0o600) -> None:
    """The file as a whole, never for a moment open to others."""
    new = file.with_name(f".{file.name}.new")
    new.touch(mode=0o600)
    new.write_bytes(content)
    new.chmod(mode)
    new.replace(file)


def _pem(key: EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _place(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _builder(key: EllipticCurvePrivateKey, subject: x509.Name, issuer: x509.Name,
             lasts: timedelta) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - SKEW).not_valid_after(now + lasts))
