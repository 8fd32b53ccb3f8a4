"""What the letter of a revocation promises: all that the rule asks for (decision 0034), also where a sheet
that was shipped, and is not edited any more, says less."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from rongcuo.policy.pack.terms import Letter

REVOCATION = "revocation_decision"
LESS = "没有出示新的事实并听取本人意见的，重新作出的认定不会比原认定更重。"
WHOLE = ("重新作出的认定不会比原认定更重，除非以新证据为依据：新证据在原认定作出当日或者以后取得，附有文件，"
         "写明取得日期，已经向本人出示，本人已就此作出说明，并在新的认定理由中写明其名称。")


def told(letters: Mapping[str, Letter]) -> Mapping[str, Letter]:
    """With the whole promise in place of the short one."""
    return MappingProxyType({code: replace(letter, body=letter.body.replace(LESS, WHOLE))
                             if code == REVOCATION else letter for code, letter in letters.items()})
