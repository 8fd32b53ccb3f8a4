"""An address is one that mail can be sent to, or is refused where it is given."""

import pytest

from rongcuo.contracts.email import on_the_wire
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import EnrolOfficer
from rongcuo.contracts.serialisation import load
from services.gateway.problems.words import in_chinese

GIVEN = {"command_id": "c", "username": "zhang", "name": "张某", "organ_id": "530127"}


@pytest.mark.parametrize(("address", "written"), [
    ("zhang@例子.中国", "zhang@xn--fsqu00a.xn--fiqs8s"),
    ("zhang.san+case@jw.km.gov.cn", "zhang.san+case@jw.km.gov.cn"),
    ("zhang@JW.km.gov.cn", "zhang@jw.km.gov.cn"),
    ("zhang@mail.kunming.local", "zhang@mail.kunming.local"),
    ("zhang@例子。中国", "zhang@xn--fsqu00a.xn--fiqs8s"),
])
def test_mail_goes_to_the_form_that_every_server_takes(address, written):
    assert load(EnrolOfficer, {**GIVEN, "email": address}).email == address
    assert on_the_wire(address) == written


@pytest.mark.parametrize("address", [
    "zhang", "zhang@", "@example.cn", "zhang@localhost", "zhang@example.cn.", "zhang@.cn", "zhang@a..cn",
    '"zhang san"@example.cn', "zhang@[127.0.0.1]", "zhang san@example.cn", "zhang@exa mple.cn",
    "zhang@example.cn\n", "zhang@example.cn\r\nBcc: a@b.cn", "zhang\x7f@example.cn", "zhang\u200b@example.cn",
    "zhang@ex\u202eample.cn", ".zhang@example.cn", "zhang.@example.cn", "z..h@example.cn",
    "a@b@example.cn", "Zhang <zhang@example.cn>", "zhang@-example.cn", "zhang@" + "x" * 64 + ".cn",
    "z" * 65 + "@example.cn", " zhang@example.cn", "张三@example.cn", "张三@例子.中国"])
def test_any_other_is_refused_at_its_field_with_what_to_do(address):
    with pytest.raises(CaseError, match=r"^invalid:") as refused:
        load(EnrolOfficer, {**GIVEN, "email": address})
    sentences = refused.value.details["fields"]["email"]
    assert all(in_chinese(sentence) != "这一项有误。" for sentence in sentences)


def test_no_address_is_no_mistake():
    assert load(EnrolOfficer, GIVEN | {"email": ""}).email == ""
