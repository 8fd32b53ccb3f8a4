"""Is a PDF one of this node's letters, and unchanged to the last byte?"""

import asyncio
from dataclasses import dataclass
from io import BytesIO

from asn1crypto.pem import unarmor
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext


@dataclass(frozen=True, slots=True)
class Checked:
    """`intact`: the signature covers the whole file and fits it. `ours`: it is by the certificate given."""

    intact: bool
    ours: bool


def check(pdf: bytes, certificate: bytes) -> Checked:
    """Whatever is no signed PDF any more is not intact."""
    trusted = Certificate.load(unarmor(certificate)[2])
    try:
        return asyncio.run(_checked(pdf, trusted))
    except Exception:  # noqa: BLE001  (a broken file breaks a parser in many ways)
        return Checked(intact=False, ours=False)


async def _checked(pdf: bytes, trusted: Certificate) -> Checked:
    [signature] = PdfFileReader(BytesIO(pdf), strict=True).embedded_signatures
    context = ValidationContext(trust_roots=[trusted], allow_fetching=False)
    found = await async_validate_pdf_signature(signature, context)
    whole = found.coverage is SignatureCoverageLevel.ENTIRE_FILE
    return Checked(intact=found.intact and found.valid and whole, ours=found.signing_cert.dump() == trusted.dump())
