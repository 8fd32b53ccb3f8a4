"""The letter about an objection: what came of it; and a second refusal is a letter of its own."""

from dataclasses import replace
from datetime import date

from rongcuo.contracts.filing import FilingObjectionDecided
from rongcuo.contracts.review import ObjectionDecided
from rongcuo.policy.pack import PackStore
from rongcuo.policy.rules import Rules
from services.documents.domain.filling import filled
from services.documents.domain.matter import Matter
from services.documents.domain.of_filings import wanted_of_filing
from tests.unit.documents import scene

PACK = Rules().pack_by_id(scene.PACK)


def matter() -> Matter:
    known = Matter("f1")
    known.hear(scene.submitted(), "嵩明县纪委监委")
    return known


def decided(taken_up: bool) -> FilingObjectionDecided:
    return FilingObjectionDecided(
        filing_id="f1", number="530127-2026-000001", organ_id=scene.ORGAN, filer_id="liu", taken_up=taken_up,
        reasons="会议纪要足以说明。", review_due_at=scene.NOW if taken_up else None, decided_at=scene.NOW)


def words(wanted) -> str:
    letter = PACK.letters[wanted.kind]
    return filled(letter.title, letter.body, {"organ": "嵩明县纪委监委", **wanted.facts}).body


def test_taken_up_the_letter_of_the_refusal_no_longer_holds():
    known = matter()
    refusal = wanted_of_filing(known, scene.declined(), PACK)
    answer = wanted_of_filing(known, decided(taken_up=True), PACK)
    assert answer.of_old == refusal.decision_id
    assert "异议成立，撤销不予受理决定，重新审查" in words(answer)
    assert "重新审查的期限" in words(answer)
    assert wanted_of_filing(known, scene.declined(), PACK).decision_id != refusal.decision_id


def test_upheld_it_holds_and_no_date_runs():
    known = matter()
    wanted_of_filing(known, scene.declined(), PACK)
    answer = wanted_of_filing(known, decided(taken_up=False), PACK)
    assert (answer.of_old, answer.recipients) == ("", ("liu",))
    assert "维持不予受理决定" in words(answer)
    assert "重新审查的期限" not in words(answer)


def test_who_rehearses_it_reads_the_same_words():
    told = ObjectionDecided(case_id="f1", organ_id=scene.ORGAN, decided_by="zhao", decided_by_name="赵清",
                            taken_up=False, reasons="会议纪要足以说明。", stage="preliminary_review",
                            late=False, decided_at=scene.NOW)
    known = matter()
    assert words(wanted_of_filing(known, told, PACK)) == words(
        wanted_of_filing(known, decided(taken_up=False), PACK))


def test_each_refusal_says_until_which_day_to_whom_and_how_to_object():
    event = replace(scene.declined(), objection_until=date(2026, 3, 17))
    for pack in PackStore().all():
        letter = pack.letters["rejection_decision"]
        facts = {"organ": "嵩明县纪委监委", **wanted_of_filing(matter(), event, pack).facts}
        told = filled(letter.title, letter.body, facts).body
        assert "可以在2026年3月17日前（含当日）登录本平台，向嵩明县纪委监委提出一次异议" in told, pack.id


def test_who_rehearses_a_refusal_reads_the_same_day():
    told = replace(scene.declining(), objection_until=date(2026, 3, 17))
    assert "2026年3月17日前（含当日）" in words(wanted_of_filing(matter(), told, PACK))


def test_where_there_is_no_objection_left_the_letter_promises_none():
    assert "异议" not in words(wanted_of_filing(matter(), scene.declined(), PACK))
