"""The signature inside a letter: CMS over the whole file, SHA-256, as PAdES has it."""

import asyncio
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.pem import unarmor
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore

from services.documents.letters.keys import Pair, plain

FIELD = "Seal"
AROUND = 1_500  # bytes of a signature beside its certificate


class _Dated(signers.PdfSigner):
    """Signs at the moment that the platform's clock shows."""

    def __init__(self, *given: Any, at: datetime) -> None:
        super().__init__(*given)
        self._at = at

    def init_signing_session(self, *given: Any, **options: Any) -> Any:
        session = super().init_signing_session(*given, **options)
        session.system_time = self._at
        return session


def signer_of(pair: Pair, private: EllipticCurvePrivateKey) -> signers.SimpleSigner:
    """Who signs with this pair, whose private key is given opened."""
    certificate = Certificate.load(unarmor(pair.certificate)[2])
    no_others = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    return signers.SimpleSigner(certificate, PrivateKeyInfo.load(plain(private)), no_others)


def signed(pdf: bytes, signer: signers.SimpleSigner, organ: str, at: datetime) -> bytes:
    """The same pages with a signature that covers every byte of them."""
    about = signers.PdfSignatureMetadata(field_name=FIELD, md_algorithm="sha256", name=organ,
                                         subfilter=SigSeedSubFilter.PADES)
    written = IncrementalPdfFileWriter(BytesIO(pdf))
    certificate: Any = signer.signing_cert
    reserved = 2 * (len(certificate.dump()) + AROUND)  # hexadecimal digits
    done = asyncio.run(_Dated(about, signer, at=at).async_sign_pdf(written, bytes_reserved=reserved))
    return bytes(done.getvalue())
