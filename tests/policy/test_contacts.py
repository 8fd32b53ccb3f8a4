"""Whom to ask at an organ: what a file says, and that no real number is shown by mistake."""

import pytest

from rongcuo.chassis.config import Config, ConfigError, load_config
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.contacts import ILLUSTRATIVE, Contacts

SOURCE = "source: {text: 本机关公布, standing: verified}\n"
OWN = 'organs: {"530127": {office: 办公室, phone: "1"}}\n'


@pytest.fixture
def read(tmp_path):
    def reading(text):
        file = tmp_path / "contacts.yaml"
        file.write_text(text, "utf-8")
        return Contacts(file)
    return reading


def test_an_organ_has_its_own_office_or_the_general_one(read):
    contacts = read(SOURCE + OWN + 'general: {office: 总台, phone: "2", hours: 工作日}\n')
    assert (contacts.of("530127").office, contacts.of("530127").hours) == ("办公室", "")
    assert (contacts.of("530125").phone, contacts.of("530125").hours) == ("2", "工作日")
    assert not contacts.of("530125").source.illustrative


def test_without_a_file_or_an_entry_there_is_none(read):
    assert Contacts(None).of("530127") is None
    assert read(SOURCE + OWN).of("530125") is None


@pytest.mark.parametrize("text", [
    OWN, SOURCE + 'organs: {"530127": {office: 办公室}}', SOURCE + 'organs: {"530127": {phone: "1"}}',
    SOURCE + 'organs: {"530127": {office: 办公室, phone: "1", fax: "3"}}', SOURCE + "organ: {}"])
def test_what_cannot_be_right_is_refused_by_entry(read, text):
    with pytest.raises(CaseError, match=r"contacts\.yaml") as refused:
        read(text)
    assert refused.value.code == "policy.invalid_contacts"


def test_invented_offices_are_marked_and_no_line_rings():
    shipped = Contacts(ILLUSTRATIVE)
    for organ_id in ("530000", "530100", "530125", "530127", "532923"):
        assert shipped.of(organ_id).source.illustrative
        assert shipped.of(organ_id).phone.split("-")[1].startswith("0")   # no exchange begins so


def test_in_production_only_the_installation_s_own_file_counts(tmp_path):
    assert Config(mode="production").contacts is None
    assert Config(mode="demonstration").contacts == ILLUSTRATIVE
    assert Config(mode="production", contacts_file=tmp_path).contacts == tmp_path


def test_a_faulty_file_keeps_the_platform_from_starting_with_its_entry_named(tmp_path):
    (tmp_path / "contacts.yaml").write_text(SOURCE + 'general: {office: 总台}', "utf-8")
    with pytest.raises(ConfigError, match=r"contacts_file: .*contacts\.yaml, general"):
        load_config(None, {"RONGCUO_CONTACTS_FILE": str(tmp_path / "contacts.yaml")})
