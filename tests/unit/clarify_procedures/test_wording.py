"""A clearing is read out: it has neither the reporter's sentence nor what points at them."""

import pytest

from rongcuo.contracts.clarify import (
    AllegationWords,
    AssessClarification,
    ClarificationQuery,
    ClearedAllegation,
    ReportOutcome,
)
from services.clarify.domain.clarification.wording import LEAST_IN_COMMON, doubtful
from services.clarify.usecases import clarifications
from services.clarify.views.clarifications import clarification
from tests.unit.clarify import scene
from tests.unit.clarify_procedures.desk import opened, to_clear

SENTENCE = "3月5日晚在老张家吃饭时我亲眼看到他把两万元装进黑色手提包，当时只有我们三个人在场"


def cleared(words: str, conclusion: str = "反映不实。") -> list[ClearedAllegation]:
    return [ClearedAllegation(allegation_id="1", words=words, conclusion=conclusion,
                              outcome=ReportOutcome.UNSUBSTANTIATED)]


def test_the_reporters_own_sentence_is_shown_as_such() -> None:
    found = doubtful(cleared(SENTENCE), reported=[f"情况如下。{SENTENCE}。请查。"])
    assert {"亲眼", "在场", "我", "我们"} <= {*found}
    assert "".join(sign for sign in SENTENCE if sign.isalnum()) in found


@pytest.mark.parametrize(("said", "run"), [
    ("其在饭局上把两万元，装进黑色（手提包）", "把两万元装进黑色手提包"),
    ("把兩万元裝進黑色手提包", "把两万元装进黑色手提包")])
def test_a_run_in_common_is_found_whatever_stands_around_and_between(said: str, run: str) -> None:
    assert doubtful(cleared(said), reported=[SENTENCE]) == (run,)


def test_fewer_signs_in_common_are_chance_and_two_runs_are_two() -> None:
    assert doubtful(cleared("收两万元装进黑色手提"), reported=[SENTENCE]) == ()
    assert len("两万元装进黑色手提") == LEAST_IN_COMMON - 1
    two = "老张家吃饭时我亲眼看到，别的话，两万元装进黑色手提包"
    assert [each for each in doubtful(cleared(two), reported=[SENTENCE]) if len(each) >= LEAST_IN_COMMON] == [
        "老张家吃饭时我亲眼看到", "两万元装进黑色手提包"]


@pytest.mark.parametrize("word", ["收条", "录音", "听说", "为证", "证人", "亲手"])
def test_what_a_witness_has_or_says_is_shown(word: str) -> None:
    assert word in doubtful(cleared(f"反映其收钱，有{word}"))


def test_an_office_may_speak_of_itself() -> None:
    assert doubtful(cleared("反映其收受财物", "经我委核查，反映不实")) == ()


def test_who_plans_it_is_shown_what_stands_in_the_report_too() -> None:
    with opened() as desk:
        case_id = to_clear(desk).clearing.id
        for text, so in ((desk.report.allegations[0].text, True), ("未批先建", False)):
            words = tuple(AllegationWords(allegation_id=each, words=text, conclusion="不属实")
                          for each in ("1", "2"))
            desk.give(scene.WANG, clarifications.assess, AssessClarification, case_id, grounds=("career",),
                      effects="影响考察", allegations=words)
            view = clarification(desk.sit(scene.WANG), ClarificationQuery(case_id=case_id))
            assert any(len(each) >= LEAST_IN_COMMON for each in view.doubtful) is so
