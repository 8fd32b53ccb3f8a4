"""Is a PDF a letter of one of this node's organs, and unchanged to the last byte?

The signature covers every byte but its own place. What stands there is therefore built anew from the
signature and the certificate, and compared: neither its wrapping nor what fills it up can hide a change.
"""

import asyncio
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from asn1crypto.cms import (
    CertificateChoices,
    ContentInfo,
    IssuerAndSerialNumber,
    SignedData,
    SignerIdentifier,
    SignerInfo,
)
from asn1crypto.pem import unarmor
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

SHA256 = {"algorithm": "sha256"}
logging.getLogger("pyhanko").addHandler(logging.NullHandler())  # what it finds is answered, not printed


@dataclass(frozen=True, slots=True)
class Checked:
    """`intact`: the signature covers the whole file and fits it. `by`: the one of the given certificates that
    it is by; None where it is by none of them."""

    intact: bool
    by: bytes | None = None

    @property
    def ours(self) -> bool:
        """Whether it is by one of the certificates given."""
        return self.by is not None


def check(pdf: bytes, certificates: Iterable[bytes]) -> Checked:
    """`certificates`: those of our organs, in PEM. Whatever is no signed PDF any more is not intact. A
    signature by others is not looked into further."""
    known = {pem: Certificate.load(unarmor(pem)[2]) for pem in certificates}
    try:
        return asyncio.run(_checked(pdf, known))
    except Exception:  # noqa: BLE001  (a broken file breaks a parser in many ways)
        return Checked(intact=False)


async def _checked(pdf: bytes, known: Mapping[bytes, Certificate]) -> Checked:
    [signature] = PdfFileReader(BytesIO(pdf), strict=True).embedded_signatures
    context = ValidationContext(trust_roots=list(known.values()), allow_fetching=False)
    found = await async_validate_pdf_signature(signature, context)
    signing = found.signing_cert.dump()
    by = next((pem for pem, certificate in known.items() if certificate.dump() == signing), None)
    whole = (by is not None and found.coverage is SignatureCoverageLevel.ENTIRE_FILE
             and _nothing_beside(pdf, signature, known[by]))
    return Checked(intact=found.intact and found.valid and whole, by=by)


def _nothing_beside(pdf: bytes, signature: EmbeddedPdfSignature, trusted: Certificate) -> bool:
    """In the signature's place there is the signature alone, and zeros up to the end."""
    _, before, after, _ = signature.byte_range
    digits = after - before - 2
    expected = _built(signature.signer_info, trusted).hex().upper().ljust(digits, "0")
    return pdf[before:after] == b"<" + expected.encode() + b">"


def _built(signer: SignerInfo, trusted: Certificate) -> bytes:
    """The container as `signing` writes it, from what the key itself vouches for."""
    whose = IssuerAndSerialNumber({"issuer": trusted.issuer, "serial_number": trusted.serial_number})
    told: dict[str, Any] = {
        "version": "v1", "sid": SignerIdentifier("issuer_and_serial_number", whose),
        "digest_algorithm": SHA256, "signed_attrs": signer["signed_attrs"],
        "signature_algorithm": {"algorithm": "sha256_ecdsa"}, "signature": signer["signature"]}
    data = SignedData({
        "version": "v1", "digest_algorithms": [SHA256], "encap_content_info": {"content_type": "data"},
        "certificates": [CertificateChoices("certificate", trusted)], "signer_infos": [SignerInfo(told)]})
    built: bytes = ContentInfo({"content_type": "signed_data", "content": data}).dump()
    return built
