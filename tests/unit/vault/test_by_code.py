"""The code is all that a reporter has: what it opens, and that guessing it is of no use."""

from datetime import timedelta

import pytest

from rongcuo.contracts import vault as contract
from rongcuo.contracts.vault import Author, ReporterStatus, Wish
from rongcuo.sealing.paper import new_code
from services.vault.usecases import by_code, custody, dialogues
from services.vault.views import dialogue
from tests.unit.vault.house import NOBODY, READER, House, refusal


def write(house: House, code: str, text: str = "补充材料") -> contract.Noted:
    command = contract.WriteByCode(command_id=house.command_id(), code=house.to_node(code), text=text)
    return by_code.write(house.as_(NOBODY), command, house.room)


def wish(house: House, code: str, wished: Wish) -> contract.Noted:
    command = contract.AskByCode(
        command_id=house.command_id(), code=house.to_node(code), wish=wished, text="理由")
    return by_code.ask(house.as_(NOBODY), command, house.room)


def answer(house: House, reporter_ref: str, text: str = "请补充时间") -> contract.Written:
    command = contract.WriteToReporter(command_id=house.command_id(), reporter_ref=reporter_ref, text=text)
    return dialogues.write(house.as_(READER), command)


def test_reporter_and_office_talk_without_a_name(house: House) -> None:
    reporter_ref, code = house.deposit()
    write(house, code, "还有一份合同")
    answer(house, reporter_ref, "请说明时间")
    talk = [(each.author, each.text) for each in house.look(code).messages]
    assert talk == [(Author.REPORTER, "还有一份合同"), (Author.OFFICE, "请说明时间")]
    assert "合同" not in repr(house.context.told) + repr(house.context.audits)


def test_what_was_told_has_its_receipt(house: House) -> None:
    reporter_ref, code = house.deposit()
    house.tell(reporter_ref, ReporterStatus.ACCEPTED, "已受理")
    house.tell(reporter_ref, ReporterStatus.ACCEPTED, "已受理")
    command = contract.AcknowledgeByCode(command_id="a", code=house.to_node(code))
    house.wait(timedelta(hours=1))
    by_code.acknowledge(house.as_(NOBODY), command, house.room)
    told = house.look(code).told
    assert [each.status for each in told] == [ReporterStatus.RECEIVED, ReporterStatus.ACCEPTED]
    assert {each.read_at for each in told} == {house.context.now}
    assert [each.kind for each in map(type, house.context.told)] == ["reporter_deposited", "reporter_read"]


def test_wishes_are_told_without_their_words_and_withdrawal_once(house: House) -> None:
    _, code = house.deposit()
    for wished in Wish:
        wish(house, code, wished)
    told = house.context.told[1:]
    assert [each.wish for each in told] == list(Wish)
    assert "理由" not in repr(told)
    assert refusal(lambda: wish(house, code, Wish.WITHDRAWAL)) == "vault.withdrawn_already"


def test_a_wrong_code_a_mistyped_one_and_that_of_nobody_any_more_are_the_same(house: House) -> None:
    reporter_ref, gone = house.deposit()
    house.tell(reporter_ref, ReporterStatus.CLOSED, "已反馈")
    house.wait(timedelta(days=32))
    custody.destroy(house.unit(), house.room.keys, reporter_ref, house.context.now)
    house.codes.hashed.clear()
    acts = (house.look, lambda typed: write(house, typed), lambda typed: wish(house, typed, Wish.PROTECTION))
    refusals = [refusal(lambda does=act, typed=code: does(typed))
                for code in (new_code(), "nonsense", " ", gone) for act in acts]
    assert {*refusals} == {"vault.no_such_code"}
    assert len(house.codes.hashed) == len(refusals)     # each costs one slow hash


def test_the_code_that_stands_for_none_is_nobodys(house: House) -> None:
    reporter_ref, _ = house.deposit()
    house.store.reporters[reporter_ref].code_hash = f"hash of {by_code.NOBODYS}"
    assert refusal(lambda: house.look("nonsense")) == "vault.no_such_code"


def test_guessing_ends_soon_and_keeps_nobody_else_out(house: House) -> None:
    _, code = house.deposit()
    refusals = [refusal(lambda: house.look(new_code(), asker="guesser")) for _ in range(25)]
    assert refusals[:20] == ["vault.no_such_code"] * 20
    assert {*refusals[20:]} == {"vault.too_many_codes"}
    assert house.look(code, asker="another").messages == ()
    hashed = len(house.codes.hashed)
    assert refusal(lambda: house.look(code, asker="guesser")) == "vault.too_many_codes"
    assert len(house.codes.hashed) == hashed        # whoever is held off costs nothing


def test_the_right_code_is_no_attempt(house: House) -> None:
    _, code = house.deposit()
    for _ in range(40):
        house.look(code)


@pytest.mark.parametrize("handlers", [(), ("wang",)])
def test_only_who_handles_the_report_writes_to_its_reporter(house: House, handlers: tuple[str, ...]) -> None:
    reporter_ref, code = house.deposit(handlers=handlers)
    assert refusal(lambda: answer(house, reporter_ref)) == "not_found"
    assert house.look(code).messages == ()


def test_who_decides_of_the_reporter_reads_the_dialogue_and_no_more(house: House) -> None:
    reporter_ref, code = house.deposit()
    write(house, code, "还有一份合同")
    house.handled(reporter_ref, (), reads=True)
    query = contract.DialogueQuery(reporter_ref=reporter_ref)
    assert [each.text for each in dialogue(house.as_(READER), query).messages] == ["还有一份合同"]
    assert refusal(lambda: answer(house, reporter_ref)) == "not_found"
    assert refusal(lambda: house.ask(reporter_ref)) == "not_found"
    house.handled(reporter_ref, (), (READER.officer_id,), reads=True)
    assert refusal(lambda: dialogue(house.as_(READER), query)) == "not_found"


def test_while_clarify_is_silent_nobody_handles_anything(house: House) -> None:
    reporter_ref, _ = house.deposit()
    house.context.matters = None
    assert refusal(lambda: answer(house, reporter_ref)) == "vault.handling_unknown"


def test_there_is_an_end_to_what_can_be_written(house: House) -> None:
    reporter_ref, code = house.deposit()
    write(house, code)
    reporter = house.store.reporters[reporter_ref]
    reporter.messages *= 250
    assert refusal(lambda: write(house, code)) == "vault.too_much_written"


def test_the_office_can_not_write_until_the_reporter_has_no_room(house: House) -> None:
    reporter_ref, code = house.deposit()
    answer(house, reporter_ref)
    reporter = house.store.reporters[reporter_ref]
    reporter.messages *= 250
    assert refusal(lambda: answer(house, reporter_ref)) == "vault.too_much_written"
    write(house, code)
    assert len(house.store.reporters[reporter_ref].messages) == 251
