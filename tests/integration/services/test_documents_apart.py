"""Who stands apart from a matter: sees only what is for them and corrects nothing, whatever their post."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from rongcuo.casework.apart import name_keys
from rongcuo.chassis.config import Config
from rongcuo.chassis.database.statements import insert
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.case_moved import CaseMoved, Standing
from rongcuo.contracts.determination import AppealMoved, DeterminationMoved
from rongcuo.contracts.documents import LetterQuery
from rongcuo.contracts.errors import CaseError
from services.documents import views
from services.documents.storage import PaperStorage
from services.documents.storage.tables import matters
from tests.integration.services.documents_office import Office
from tests.unit.documents import scene

HERE = "嵩明县纪委监委"


def of_the_organ(officer_id: str, *roles: Role, unit: str = HERE) -> Actor:
    return replace(scene.somebody(officer_id, *roles), unit=unit)


LEAD, REVIEWER = of_the_organ("sun", Role.LEAD), of_the_organ("zhao", Role.REVIEWER)
SUBJECT = of_the_organ("liu", Role.LEAD, unit=scene.SUBJECT.unit)
COLLEAGUE = of_the_organ("he", Role.LEAD, unit=f" {scene.SUBJECT.unit}")
SITS, SITS_ELSEWHERE = of_the_organ("cai", Role.MEMBER), of_the_organ("luo", Role.MEMBER)
RECUSED = of_the_organ("yang", Role.MEMBER, Role.LEAD)
ABOVE = replace(scene.ABOVE, unit="昆明市纪委监委")


def standing(*args: str, **changes: Any) -> Standing:
    told = scene.standing(*args, apart=("liu", "yang"), units_apart=(scene.SUBJECT.unit,))
    return replace(told, **changes)


@pytest.fixture
def small(sqlite_config: Config) -> Office:
    return Office(sqlite_config)


def test_minutes_are_for_those_who_met_and_nobody_concerned(config: Config) -> None:
    office = Office(config)
    told = standing("meeting", "m1", parties=(), subject_id="")
    office.hear(replace(scene.minutes(), standing=told, members=("cai", "yang", "sun")))
    [letter] = office.letters("m1")
    for who in (SITS, REVIEWER, LEAD, ABOVE):
        assert office.letters("m1", who), who
    for who in (SUBJECT, COLLEAGUE, RECUSED, SITS_ELSEWHERE):
        assert office.letters("m1", who) == [], who
        with pytest.raises(CaseError, match="not_found"):
            views.letter(office.asked(who), LetterQuery(letter_id=letter.letter_id))
        with pytest.raises(CaseError, match="not_found"):
            office.correct(letter.letter_id, by=who)
    assert office.correct(letter.letter_id, by=LEAD).replaces == letter.letter_id


def test_whoever_stands_apart_from_a_case_corrects_none_of_its_letters(small: Office) -> None:
    small.hear(scene.made(standing=standing()), scene.record_filed(standing=standing()))
    decision = next(one for one in small.letters("d1") if one.kind == "determination_decision")
    for who, code in ((COLLEAGUE, "not_found"), (RECUSED, "not_found"), (SUBJECT, "forbidden")):
        with pytest.raises(CaseError, match=code):
            small.correct(decision.letter_id, by=who)
    assert [one.kind for one in small.letters("d1", SUBJECT)] == ["determination_decision"]
    assert small.letters("d1", SUBJECT)[0].allowed == ()
    assert small.letters("d1", COLLEAGUE) == small.letters("d1", RECUSED) == []
    assert [one.allowed for one in small.letters("d1", LEAD)] == [("correct",)] * 2


def test_who_is_recused_later_sees_no_more(config: Config) -> None:
    office = Office(config)
    office.hear(scene.made(), scene.moved("recuse", scene.standing(apart=("sun",))),
                scene.moved("suspend"))
    assert office.letters("d1", LEAD) == []
    assert len(office.letters("d1", REVIEWER)) == 1


@pytest.mark.parametrize("what", ["keep_from", "suspend", "post_ended"])
def test_whom_any_step_keeps_it_from_sees_no_more(small: Office, what: str) -> None:
    """Of the case, or of its appeal; by account, by unit, by name alone."""
    told = {"apart": ("sun",), "units_apart": ("某站",), "keys_apart": tuple(name_keys("尚未来"))}
    small.hear(scene.made(), scene.moved(what, standing("determination", "d1", **told)))
    namesake = replace(REVIEWER, officer_id="later", name="尚未来")
    for who in (LEAD, replace(REVIEWER, unit="某站"), namesake):
        assert small.letters("d1", who) == [], who
    assert len(small.letters("d1", REVIEWER)) == 1
    beside = {"apart": ("zhao",)}
    small.hear(replace(appeal_moved(what), standing=standing("appeal", "a1", **beside)))
    assert small.letters("d1", REVIEWER) == []


def appeal_moved(what: str, *readers: str) -> AppealMoved:
    return AppealMoved(standing=standing("appeal", "a1", readers=readers), case_id="d1", what=what,
                       actor_id="sun", at=scene.NOW)


def case_moved(what: str, *readers: str) -> DeterminationMoved:
    return scene.moved(what, standing("determination", "d1", readers=readers))


def test_a_panel_reads_the_letters_of_its_case_from_the_day_it_is_formed(small: Office) -> None:
    small.hear(scene.made(), appeal_moved("recuse"))
    assert small.letters("d1", SITS) == []
    small.hear(appeal_moved("form_panel", "cai"))
    assert small.letters("d1", SITS)
    assert small.letters("d1", SITS_ELSEWHERE) == []


@pytest.mark.parametrize("what", ["withdraw", "hand_up"])
def test_whoever_hears_an_appeal_no_longer_reads_the_letters_of_its_case_no_longer(
        small: Office, what: str) -> None:
    small.hear(replace(scene.made(), standing=standing("determination", "d1", readers=("luo",))))
    small.hear(appeal_moved("form_panel", "cai"), case_moved("recuse", "cai", "luo"))
    assert small.letters("d1", SITS)
    small.hear(appeal_moved(what), case_moved("unseat_panel", "luo"))
    assert small.letters("d1", SITS) == []
    assert small.letters("d1", SITS_ELSEWHERE), "who sat in its meeting"


def test_whoever_decided_an_appeal_goes_on_reading(small: Office) -> None:
    decided = replace(scene.appeal_decided(), standing=standing("appeal", "a1", readers=("cai",)))
    small.hear(scene.made(), appeal_moved("form_panel", "cai"), decided, case_moved("recuse"))
    assert small.letters("d1", SITS)


def test_whoever_an_earlier_edition_kept_as_a_member_is_one_until_the_case_says_otherwise(
        small: Office) -> None:
    kept = {"facts": None, "early": [], "supplements_asked": 0,
            "apart": {"officers": ["liu"], "units": [], "members": ["cai", "luo"]}}
    with small.runtime.database.writing() as session:
        insert(session, matters, {"id": "d1", "content": kept})
        session.commit()
    small.hear(appeal_moved("recuse"))
    with small.runtime.database.reading() as session:
        known = PaperStorage(session).excluded("d1")
    assert (known.reads(SITS), known.reads(SITS_ELSEWHERE), known.covers(SUBJECT)) == (True, True, True)
    small.hear(case_moved("unseat_panel", "luo"))
    with small.runtime.database.reading() as session:
        known = PaperStorage(session).excluded("d1")
    assert (known.reads(SITS), known.reads(SITS_ELSEWHERE), known.covers(SUBJECT)) == (False, True, True)


@dataclass(frozen=True, kw_only=True)
class Checked(CaseMoved):
    """Of a service that documents has never heard of."""

    source, kind, version = "followup", "checked", 1


def test_what_another_service_tells_says_who_stands_apart_as_well(small: Office) -> None:
    small.hear(scene.made(), Checked(standing=scene.standing(apart=("sun",))))
    assert small.letters("d1", LEAD) == []
    assert len(small.letters("d1", REVIEWER)) == 1


def test_an_appeal_is_part_of_its_case(small: Office) -> None:
    small.hear(replace(scene.appeal_decided(), standing=standing("appeal", "a1")))
    assert small.letters("d1", COLLEAGUE) == []
    assert len(small.letters("d1", SUBJECT)) == 1


def test_a_matter_of_an_earlier_edition_has_nobody_apart(small: Office) -> None:
    with small.runtime.database.writing() as session:
        insert(session, matters,
               {"id": "d1", "content": {"facts": None, "early": [], "supplements_asked": 0}})
        session.commit()
    small.hear(scene.made())
    assert len(small.letters("d1", COLLEAGUE)) == 1


def test_a_member_reads_letters_of_the_cases_they_sit_on_and_of_no_other(small: Office) -> None:
    small.hear(replace(scene.made(), standing=standing("determination", "d1", readers=("cai",))))
    assert small.letters("d1", SITS)
    assert small.letters("d1", SITS_ELSEWHERE) == []
    assert small.letters("d1", REVIEWER)


def test_who_is_named_by_name_alone_sees_no_letter_of_it(small: Office) -> None:
    namesake = replace(of_the_organ("same", Role.LEAD), name="柳 成林")
    small.hear(replace(scene.made(), standing=standing(
        "determination", "d1", keys_apart=tuple(name_keys("柳成林")))))
    assert small.letters("d1", LEAD)
    assert small.letters("d1", namesake) == []
