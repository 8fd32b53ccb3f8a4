"""Who reports is sealed before anybody else has it, and comes back by the code alone."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rongcuo.contracts import vault as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import AT_FIRST, Part
from rongcuo.contracts.serialisation import load
from rongcuo.contracts.vault import ReporterStatus, Saying
from rongcuo.contracts.vault.forms import ContactForm, DepositForm, IdentityForm
from rongcuo.sealing.algorithms import GM
from rongcuo.sealing.masking import MASK
from rongcuo.sealing.paper import new_code
from services.vault import views
from services.vault.pages.at_the_door import Attempt, seal
from services.vault.usecases import deposits, retention
from tests.unit.vault.house import A1, B1, NAME, NOBODY, ORGAN, PHONE, READER, House, officer, refusal

WORDS = f"我叫{NAME}，请打 138 1234 5678。李四批了款。"


def test_nothing_that_is_sent_or_kept_says_who_it_is(house: House, tmp_path: Path) -> None:
    sealed = house.seal(words=WORDS)
    reporter_ref, _ = house.deposit(words=WORDS)
    files = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    for place in (repr(sealed), repr(sealed.deposit), repr(house.store), repr(house.context.told),
                  repr(house.context.audits), files.decode("latin-1"), files.decode("utf-8", "replace")):
        for canary in (NAME, PHONE, "138 1234", sealed.code):
            assert canary not in place
    assert {*house.store.parts[reporter_ref]} == {*AT_FIRST}


def test_handlers_read_the_words_without_the_name(house: House) -> None:
    assert house.seal(words=WORDS).words == f"我叫{MASK}，请打 {MASK}。李四批了款。"


def test_the_door_is_looked_for_in_the_address_alone(house: House) -> None:
    words = "有人到2组3号来敲门，又去了5栋6号。"
    form = DepositForm(organ_id=ORGAN, identity=IdentityForm(name="王2组3号"), words=words,
                       contact=ContactForm(address="水源村5栋6号"))
    sealed = seal(form, house.keys(), house.command_id())
    assert sealed.words == f"有人到2组3号来敲门，又去了{MASK}。"


def test_words_without_a_name_are_not_sealed(house: House) -> None:
    sealed = house.seal(words="李四批了款。")
    assert [part["part"] for part in sealed.deposit["parts"]] == ["identity", "contact"]


def test_the_node_keeps_its_share_and_the_database_has_none(house: House) -> None:
    reporter_ref, _ = house.deposit()
    share = house.room.keys.get(reporter_ref, Part.IDENTITY)
    assert len(share) == 32
    assert share.hex() not in repr(house.store)


def test_a_reporter_comes_back_by_the_code(house: House) -> None:
    _, code = house.deposit()
    side = house.look(code.lower().replace("-", " "))
    assert side.status is ReporterStatus.RECEIVED
    assert side.pseudonym.startswith("举报人")


def test_both_profiles_seal(tmp_path: Path) -> None:
    house = House(tmp_path, GM)
    reporter_ref, code = house.deposit()
    assert house.store.parts[reporter_ref][Part.CONTACT].algorithm == GM.id
    assert house.look(code).status is ReporterStatus.RECEIVED


def test_whoever_claims_a_real_name_gives_it(house: House) -> None:
    sealed = house.seal(real_name=False)
    command = load(contract.DepositReporter, sealed.deposit | {"real_name": True})
    assert refusal(lambda: deposits.deposit(house.as_(NOBODY), command, house.room)) == "vault.parts_missing"


def test_what_is_sealed_to_other_keys_or_for_another_reporter_is_not_taken(house: House) -> None:
    sealed = load(contract.DepositReporter, house.seal().deposit)
    for changed in (replace(sealed, reporter_ref="another"), replace(sealed, organ_id="530128")):
        assert refusal(lambda taken=changed: deposits.deposit(house.context, taken, house.room)
                       ) == "vault.keys_changed"
    twice = replace(sealed, parts=(sealed.parts[0], sealed.parts[0]), real_name=False)
    assert refusal(lambda: deposits.deposit(house.context, twice, house.room)) == "vault.parts_twice"
    assert house.store.reporters == {}


def test_no_second_deposit_takes_the_place_of_a_first_one(house: House) -> None:
    reporter_ref, _ = house.deposit()
    share = house.room.keys.get(reporter_ref, Part.IDENTITY)
    with pytest.raises(CaseError, match=r"vault\.key_store_failed"):
        house.room.keys.put(reporter_ref, Part.IDENTITY, bytes(32))
    assert house.room.keys.get(reporter_ref, Part.IDENTITY) == share


def test_a_swapped_key_of_a_group_is_seen_at_the_door(house: House) -> None:
    keys = house.keys()
    assert keys.a is not None
    assert keys.b is not None
    form = DepositForm(organ_id=ORGAN, identity=IdentityForm(name=NAME))
    forged = replace(keys, a=replace(keys.a, public=keys.b.public))
    assert refusal(lambda: seal(form, forged, "c")) == "vault.keys_changed"
    assert refusal(lambda: seal(form, replace(keys, a=None), "c")) == "vault.no_custodians"
    assert seal(replace(form, identity=IdentityForm()), replace(keys, a=None), "c").deposit["parts"] == []


def test_a_flood_from_one_place_is_held_back_before_it_costs_anything(house: House) -> None:
    sealed = load(contract.DepositReporter, house.seal(real_name=False).deposit)
    for number in range(30):
        reporter = replace(sealed, reporter_ref=f"r{number}", asker="flood", parts=(),
                           code=house.to_node(new_code()))
        deposits.deposit(house.as_(NOBODY), reporter, house.room)
    hashed = len(house.codes.hashed)
    more = replace(sealed, reporter_ref="r30", asker="flood", parts=())
    assert refusal(lambda: deposits.deposit(house.context, more, house.room)) == "vault.too_many_deposits"
    assert len(house.codes.hashed) == hashed
    deposits.deposit(house.context, replace(more, asker="another"), house.room)


def test_a_report_is_registered_by_whoever_brought_its_reporter_for_that_organ_and_by_nobody_else(
        house: House) -> None:
    desk, colleague = officer("desk", Role.INTAKE), officer("desk2", Role.INTAKE)
    command = load(contract.DepositReporter, house.seal().deposit)
    known = deposits.deposit(house.as_(desk), command, house.room)

    def may(actor: Actor, **changed: str) -> bool:
        asked = {"reporter_ref": known.reporter_ref, "pseudonym": known.pseudonym, "organ_id": ORGAN}
        return views.may_register(house.as_(actor), contract.MayRegister(**{**asked, **changed})).may
    assert may(desk)
    assert not any((may(colleague), may(READER), may(NOBODY), may(desk, organ_id="530181"),
                    may(desk, pseudonym="举报人张卫东"), may(desk, reporter_ref="r-of-nobody")))
    reporter_ref, _ = house.deposit()
    theirs = {"reporter_ref": reporter_ref, "pseudonym": house.store.reporters[reporter_ref].pseudonym}
    assert may(NOBODY, **theirs)
    assert not may(desk, **theirs), "who came by the letter box came to no desk"
    house.wait(timedelta(days=400))
    retention.end_retention(house.as_(NOBODY), house.room)
    assert not may(desk)


def test_an_account_that_registers_nothing_is_refused_before_anything_is_written(house: House) -> None:
    command = load(contract.DepositReporter, house.seal().deposit)
    filer = house.as_(officer("zhang", Role.FILER))
    assert refusal(lambda: deposits.deposit(filer, command, house.room)) == "forbidden"
    assert house.store.reporters == {}
    assert house.context.lines == []


def test_a_mistyped_code_is_not_deposited(house: House) -> None:
    command = load(contract.DepositReporter, house.seal().deposit)
    wrong = replace(command, code=house.to_node(new_code()[:-1] + "!"))
    assert refusal(lambda: deposits.deposit(house.context, wrong, house.room)) == "vault.code_mistyped"


def test_the_same_attempt_again_has_one_reference_one_code_and_shares_that_fit(house: House) -> None:
    """So whoever sends twice is one reporter, even where the first sending died half way."""
    form = DepositForm(organ_id=ORGAN, real_name=True, identity=IdentityForm(name=NAME),
                       contact=ContactForm(phone=PHONE))
    first, again = (seal(form, house.keys(), "c1", attempt=Attempt(b"s" * 32)) for _ in range(2))
    assert first.code == again.code
    assert first.deposit["reporter_ref"] == again.deposit["reporter_ref"]
    assert first.deposit["parts"] != again.deposit["parts"]
    command, twin = (load(contract.DepositReporter, each.deposit) for each in (first, again))
    share, same = (deposits.share_of_node(each.parts[0], each.reporter_ref, house.room)
                   for each in (command, twin))
    house.room.keys.put(command.reporter_ref, Part.IDENTITY, share)     # then the process died
    assert share == same
    deposits.deposit(house.as_(NOBODY), twin, house.room)
    house.handled(twin.reporter_ref, ("li",))
    order_id = house.ask(twin.reporter_ref, Part.IDENTITY)
    for custodian in (A1, B1):
        house.approve(order_id, custodian)
    assert house.read(order_id)["identity"]["name"] == NAME


def test_another_secret_is_another_reporter(house: House) -> None:
    form = DepositForm(organ_id=ORGAN)
    attempts = (Attempt(secret) for secret in (b"s" * 32, b"t" * 32))
    first, other = (seal(form, house.keys(), "c1", attempt=attempt) for attempt in attempts)
    assert first.code != other.code
    assert first.deposit["reporter_ref"] != other.deposit["reporter_ref"]
    assert "s" * 32 not in repr(Attempt(b"s" * 32))


def test_of_whom_no_report_is_registered_everything_is_destroyed_by_itself(house: House) -> None:
    left, code = house.deposit()
    stays, theirs = house.deposit()
    house.tell(stays, ReporterStatus.RECEIVED, said=Saying.OPENED)
    house.wait(timedelta(days=30))
    retention.end_retention(house.as_(NOBODY), house.room)
    assert house.look(code).status is ReporterStatus.RECEIVED, "on the last day they still come back"
    house.wait(timedelta(days=1))
    retention.end_retention(house.as_(NOBODY), house.room)
    assert refusal(lambda: house.look(code)) == "vault.no_such_code"
    assert refusal(lambda: house.room.keys.get(left, Part.IDENTITY)) == "vault.key_missing"
    assert house.look(theirs).status is ReporterStatus.RECEIVED
    assert house.room.keys.get(stays, Part.IDENTITY)
