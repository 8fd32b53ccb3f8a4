"""A letter's life: called for by an event, numbered, made, superseded, revoked, corrected, checked, read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import eventlet
import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.documents import CorrectLetter, LetterCheck, LetterQuery, LetterStanding, LetterView
from rongcuo.contracts.errors import CaseError
from services.documents import usecases, views
from services.documents.letters.checking import check
from services.documents.ports import Made
from tests.integration.services.documents_office import Office
from tests.unit.documents import scene

CURRENT, SUPERSEDED, REVOKED = LetterStanding


@pytest.fixture
def office(config: Config) -> Office:
    return Office(config)


@pytest.fixture
def small(sqlite_config: Config) -> Office:
    return Office(sqlite_config)


def _new_and_old(office: Office) -> tuple[LetterView, LetterView]:
    """Both are of the same moment here."""
    new, old = sorted(office.letters("d1"), key=lambda letter: not letter.replaces)
    return new, old


def test_a_filing_s_letters_in_whatever_order_the_two_services_speak(office: Office) -> None:
    office.hear(scene.supplement_requested("f1"), scene.submitted("f1"), scene.supplemented("f1"),
                scene.accepted("f1"))
    office.hear(scene.submitted("f2"), scene.supplement_requested("f2"), scene.declined("f2"))
    told = {matter: {letter.kind: letter.number for letter in office.letters(matter)}
            for matter in ("f1", "f2")}
    assert told == {
        "f1": {"supplement_request": "嵩纪容〔2026〕1号", "acceptance_decision": "嵩纪容〔2026〕2号"},
        "f2": {"supplement_request": "嵩纪容〔2026〕3号", "rejection_decision": "嵩纪容〔2026〕4号"}}
    body = next(letter.body for letter in office.letters("f1") if letter.kind == "acceptance_decision")
    assert "“续建停工楼盘（二期）”" in body
    assert "适用情形：化解历史遗留问题" in body
    assert "{" not in body


def test_it_is_made_signed_and_told_once(office: Office) -> None:
    office.hear(scene.made())
    assert office.letters("d1")[0].pdf == ""
    assert (office.make(), office.make()) == (1, 0)
    [letter] = office.letters("d1")
    pdf = b"".join(office.files.read(letter.pdf))
    found = check(pdf, office.dependencies.keys.all())
    assert (found.intact, found.ours) == (True, True)
    assert b"".join(office.files.read(letter.docx)).startswith(b"PK")
    assert office.told() == ["letter_issued"]


def test_others_go_on_while_a_letter_is_made(small: Office, heartbeat: Callable[[], int]) -> None:
    """Typesetting and signing leave the green threads alone: without their own thread there is no beat."""
    small.hear(scene.made(), scene.minutes("会议听取了汇报。" * 2_000))
    assert small.dependencies.renderer
    eventlet.sleep(0.05)
    before = heartbeat()
    assert small.make() == 2
    assert heartbeat() > before


def test_a_crash_between_the_steps_makes_it_again(office: Office) -> None:
    office.hear(scene.made())

    class Dying:
        def make(self, *_: Any) -> Made:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        usecases.make_letters(office.tick(), Dying, office.dependencies.files)
    assert office.make() == 0
    office.time.at += timedelta(seconds=61)
    assert office.make() == 1
    assert office.told() == ["letter_issued"]


def test_of_two_makers_one_is_recorded_and_the_other_leaves_nothing(small: Office) -> None:
    small.hear(scene.made())
    renderer = small.dependencies.renderer

    class Slow:
        def make(self, letter: Any, now: Any) -> Made:
            small.time.at += timedelta(seconds=61)
            assert small.make() == 1
            return renderer.make(letter, now)

    assert usecases.make_letters(small.tick(), Slow, small.dependencies.files) == 1
    [letter] = small.letters("d1")
    assert small.kept() == {letter.pdf, letter.docx}
    assert check(b"".join(small.files.read(letter.pdf)), small.dependencies.keys.all()).intact
    assert small.told() == ["letter_issued"]


@pytest.mark.parametrize("code", ["letter.font_missing", "letter.no_key", "attachment.store_unavailable"])
def test_what_keeps_it_from_being_made_is_told_and_tried_again(small: Office, code: str) -> None:
    small.hear(scene.made())

    class Hindered:
        def make(self, *_: Any) -> Made:
            raise CaseError(code)

    usecases.make_letters(small.tick(), Hindered, small.dependencies.files)
    assert small.letters("d1")[0].trouble == code
    small.time.at += timedelta(seconds=61)
    assert small.make() == 1
    assert small.letters("d1")[0].trouble == ""


def test_a_changed_decision_s_letter_names_the_old_one(office: Office) -> None:
    office.hear(scene.made(), scene.made(Outcome.LIGHTEN, "d1-2", replaces="d1-1"))
    new, old = _new_and_old(office)
    assert (old.standing, old.replaced_by, new.standing, new.replaces) == (
        SUPERSEDED, new.letter_id, CURRENT, old.letter_id)
    assert f"{old.number}不再适用" in new.body


def test_a_denial_after_a_revoked_decision(office: Office) -> None:
    office.hear(scene.made(), scene.fed_back(), scene.revoked(), scene.made(Outcome.DENIED, "d1-2"))
    assert {letter.number: letter.standing for letter in office.letters("d1")} == {
        "嵩纪容函〔2026〕1号": REVOKED, "嵩纪容〔2026〕1号": REVOKED, "嵩纪容〔2026〕2号": CURRENT,
        "嵩纪容〔2026〕3号": CURRENT}
    assert {letter.reason for letter in office.letters("d1")} == {"", "发现新的事实。"}


def test_an_appeal_s_letter_refers_to_the_decision(small: Office) -> None:
    small.hear(scene.made(), scene.appeal_decided())
    letter = next(one for one in small.letters("d1") if one.kind == "appeal_decision")
    assert (letter.kind, letter.recipient) == ("appeal_decision", "刘某：")
    assert "原决定书：嵩纪容〔2026〕1号" in letter.body
    assert "复核结论：维持原决定" in letter.body


def test_an_appeal_s_letter_of_other_terms_speaks_of_no_other_outcome(small: Office) -> None:
    small.hear(scene.made(Outcome.LIGHTEN), scene.appeal_decided(upheld=False))
    letter = next(one for one in small.letters("d1") if one.kind == "appeal_decision")
    assert "复核结论：变更原决定，结果为从轻" in letter.body


def test_minutes_and_a_refusal(small: Office) -> None:
    small.hear(scene.minutes(), scene.refused())
    [minutes], [refusal] = small.letters("m1"), small.letters("d1")
    assert (minutes.recipient, refusal.kind) == ("", "determination_refusal")
    assert "出席：孙正、组织部成员、审计局成员、司法局成员、财政局成员" in minutes.body
    assert "缺席" not in minutes.body


def test_a_correction_is_a_new_letter(office: Office) -> None:
    office.hear(scene.made())
    office.make()
    [old] = office.letters("d1")
    corrected = office.correct(old.letter_id)
    office.make()
    new, kept = _new_and_old(office)
    assert (new.letter_id, new.replaces) == (corrected.letter_id, old.letter_id)
    assert new.number == "嵩纪容〔2026〕2号"
    assert new.body.splitlines() == ["另行通知如下。", f"本文书更正并代替{old.number}。"]
    assert (kept.standing, kept.reason, kept.replaced_by) == (SUPERSEDED, "文字有误。", new.letter_id)
    assert (kept.body, kept.number, kept.sha256, kept.code) == (old.body, old.number, old.sha256, old.code)
    with pytest.raises(CaseError, match="not_current"):
        office.correct(old.letter_id)


@pytest.mark.parametrize(("who", "code"), [
    (scene.REVIEWER, "forbidden"), (scene.MEMBER, "not_found"), (scene.ABOVE, "forbidden"),
    (scene.ELSEWHERE, "not_found"), (scene.FILER, "forbidden"), (scene.OTHER_FILER, "not_found")])
def test_only_the_lead_corrects(small: Office, who: Any, code: str) -> None:
    small.hear(scene.made())
    with pytest.raises(CaseError, match=code):
        small.correct(small.letters("d1")[0].letter_id, by=who)


def test_who_sees_a_letter(small: Office) -> None:
    small.hear(scene.made())
    [letter] = small.letters("d1")
    for who in (scene.FILER, scene.REVIEWER, scene.LEAD, scene.ABOVE):
        assert [one.number for one in small.letters("d1", who)] == [letter.number], who
        assert views.letter(small.asked(who), LetterQuery(letter_id=letter.letter_id)).body == letter.body
    nowhere = replace(scene.ABOVE, division_code="")
    for who in (scene.OTHER_FILER, scene.ELSEWHERE, scene.OPERATOR, scene.MEMBER, nowhere):
        assert small.letters("d1", who) == [], who
        with pytest.raises(CaseError, match="not_found"):
            views.letter(small.asked(who), LetterQuery(letter_id=letter.letter_id))


def test_a_party_in_the_organ_sees_only_what_is_for_them(small: Office) -> None:
    small.hear(scene.made(standing=scene.standing(parties=("liu", "zhao"))))
    assert small.letters("d1", scene.REVIEWER) == []
    assert len(small.letters("d1", scene.LEAD)) == 1
    small.hear(scene.minutes())
    assert small.letters("m1", scene.FILER) == []


def test_what_is_read_from_above_is_in_the_ledger(small: Office) -> None:
    small.hear(scene.made())
    small.letters("d1", scene.LEAD)
    small.letters("d1", scene.ABOVE)
    small.runtime.ledger.number()
    with small.runtime.database.reading() as session:
        from rongcuo.chassis.database.tables import ledger
        bodies = [row.body for row in session.execute(ledger.select())]
    assert sum("letters.read" in body for body in bodies) == 1
    assert not any("刘某" in body for body in bodies)


def test_the_public_check_tells_the_standing_and_no_content(small: Office) -> None:
    small.hear(scene.made(), scene.made(Outcome.DENIED, "d1-2", replaces="d1-1"))
    small.make()
    new, old = _new_and_old(small)
    typed = f" {old.code.replace('-', '').lower()} "
    told = views.check(small.asked(scene.OPERATOR), LetterCheck(code=typed))
    assert (told.standing, told.replaced_by, told.number) == (SUPERSEDED, new.number, old.number)
    assert (told.sha256, told.organ_name) == (old.sha256, scene.ORGAN_NAME)
    assert set(vars(told)) == {
        "code", "organ_name", "number", "issued_on", "standing", "replaced_by", "sha256"}
    for code in ("7KQ2M-WX9TB", "x", "OOOOO-00000", "’; DROP TABLE"):
        with pytest.raises(CaseError, match="unknown_code"):
            views.check(small.asked(scene.OPERATOR), LetterCheck(code=code))


def test_the_same_correction_sent_twice_is_one(small: Office) -> None:
    from rongcuo.chassis.triggers import AlreadyAnswered
    small.hear(scene.made())
    [letter] = small.letters("d1")
    command = CorrectLetter(command_id="c", letter_id=letter.letter_id, body="甲", reason="乙")
    first = usecases.correct_letter(small.commanded(scene.LEAD, "once"), command)
    with pytest.raises(AlreadyAnswered) as again:
        usecases.correct_letter(small.commanded(scene.LEAD, "once"), command)
    assert again.value.answer["letter_id"] == first.letter_id
    assert len(small.letters("d1")) == 2
