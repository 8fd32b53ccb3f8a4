"""What is under the sealing gives what its standards publish."""

from unittest.mock import patch

import pytest
from cryptography.hazmat.primitives.hashes import SHA256, SM3, Hash
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from rongcuo.sealing import algorithms, shamir
from rongcuo.sealing.algorithms import GM, INTL, Algorithm
from rongcuo.sealing.boxes import KeyPair
from rongcuo.sealing.errors import NotOpened

h = bytes.fromhex

# RFC 8998, appendix A.1.
SM4_GCM = {
    "key": h("0123456789abcdeffedcba9876543210"), "nonce": h("00001234567800000000abcd"),
    "about": h("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
    "plain": h("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
               "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa"),
    "closed": h("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                "83de3541e4c2b58177e065a9bf7b62ec"),
}
# The GCM specification (McGrew and Viega), test case 16.
AES_GCM = {
    "key": h("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
    "nonce": h("cafebabefacedbaddecaf888"), "about": h("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
    "plain": h("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
               "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"),
    "closed": h("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                "76fc6ece0f4e1768cddf8853bb2d551b"),
}


@pytest.mark.parametrize(("by", "vector"), [(GM, SM4_GCM), (INTL, AES_GCM)], ids=["gm", "intl"])
def test_both_ciphers_are_the_published_ones(by: Algorithm, vector: dict[str, bytes]) -> None:
    with patch.object(algorithms, "bound", lambda about: b"".join(about)):
        about = (vector["about"],)
        assert by.close(vector["key"], vector["nonce"], vector["plain"], about) == vector["closed"]
        assert by.open(vector["key"], vector["nonce"], vector["closed"], about) == vector["plain"]


def test_sm3_is_that_of_its_standard() -> None:
    """GB/T 32905-2016, appendix A.1."""
    digest = Hash(SM3())
    digest.update(b"abc")
    assert digest.finalize() == h("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")


def test_hkdf_is_that_of_rfc_5869() -> None:
    """Appendix A.1."""
    key = HKDF(SHA256(), 42, h("000102030405060708090a0b0c"), h("f0f1f2f3f4f5f6f7f8f9")).derive(b"\x0b" * 22)
    assert key == h("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")


def test_a_public_half_is_that_of_rfc_7748() -> None:
    """Section 6.1, Bob's."""
    pair = KeyPair.of(h("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"))
    assert pair.public == h("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")


# The vectors of Blockchain Commons' bc-shamir, which splits as SLIP-0039 does. Its source of randomness
# counts by 17 from 0, anew for each call.
SECRET = h("0ff784df000c4380a5ed683f7e6e3dcf")
SHARES = [h(share) for share in (
    "00112233445566778899aabbccddeeff", "d43099fe444807c46921a4f33a2a798b",
    "d9ad4e3bec2e1a7485698823abf05d36", "0d8cf5f6ec337bc764d1866b5d07ca42",
    "1aa7fe3199bc5092ef3816b074cabdf2")]
SECRET_2 = h("204188bfa6b440a1bdfd6753ff55a8241e07af5c5be943db917e3efabc184b1a")


def _counting(length: int) -> bytes:
    return bytes(17 * place % 256 for place in range(length))


def test_three_of_five_are_the_published_shares() -> None:
    with patch.object(shamir, "token_bytes", _counting):
        assert shamir.split(SECRET, 3, 5) == dict(enumerate(SHARES))


def test_the_published_shares_join() -> None:
    assert shamir.join({number: SHARES[number] for number in (1, 2, 4)}) == SECRET


def test_a_longer_secret_comes_back_from_two_of_seven() -> None:
    shares = shamir.split(SECRET_2, 2, 7)
    assert shamir.join({number: shares[number] for number in (3, 4)}) == SECRET_2


@pytest.mark.parametrize("shares", [
    {}, {0: SHARES[0]}, {0: SHARES[0], 1: SHARES[1]}, {0: SHARES[0], 1: SHARES[1], 2: SHARES[3]},
    {0: SHARES[0], 1: SHARES[1], 2: SHARES[2][:-1]}], ids=len)
def test_shares_that_are_too_few_or_wrong_are_seen(shares: dict[int, bytes]) -> None:
    with pytest.raises(NotOpened):
        shamir.join(shares)
