"""The letters that services bring: what a file has to say, and how a wrong one is refused."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rongcuo.chassis.config import StartRefused
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.determination import DeterminationRevoked, Outcome
from rongcuo.contracts.errors import CaseError
from services import who_answers
from services.documents import dependencies
from services.documents.domain import kinds
from services.documents.domain.filling import filled
from services.documents.domain.kinds import kind_of, known_kinds
from services.documents.domain.letter import Letter, Text
from services.documents.domain.numbers import Series
from services.documents.domain.of_brought import wanted_of_brought
from services.documents.domain.of_determinations import CALLED_BY, CALLS, Rulebook, wanted_of_case
from services.documents.domain.wanted import Wanted
from services.documents.usecases import numbering
from tests.unit.documents import brought, scene

CONTRIBUTING = Path(__file__).parents[3] / "CONTRIBUTING.md"
CHINESE = re.compile("[\u4e00-\u9fff]")
WRONG = [
    ("followup.order:", "order:", "order: should be called “followup.”"),
    ("followup.order:", "filing.order:", r"filing\.order: should be called “followup.”"),
    ("event: ordered", "event: ordred", r"order\.event: is no event that followup tells in the shape CaseM"),
    ("event: dropped", "event: ordered", r"end\.revokes: needs a text `reasons` in the event"),
    ("{whom}：", "{who}：", r"order\.body: knows no placeholder “who”; Ordered has .*whom"),
    ("期限：{until}", "迟到：{late}", "knows no placeholder “late”"),
    ("    {whom}：", "    { whom }：", "knows no placeholder “ whom ”"),
    ("to: subject", "to: everybody", r"order\.to: should be one of subject, nobody"),
    ("series: 函", "series: 令", r"order\.series: should be 函 or 纪要"),
    ("family: order", "family: Order 1", r"order\.family: should have 2 to 20 small letters"),
    ("revokes: true", "revokes: true\n  family: end", r"end\.revokes: .* takes no `family`"),
    ("revokes: true", "revokes: 1", "should be true or false"),
    ("name_en: Order to mend", "", "“name_en” is missing"),
    ("name: 整改通知书", "name: " + "整" * 101, "should have 100 signs at most"),
    ("to: subject", "to: subject\n  too: subject", "knows no “too”; possible are body, event"),
    ("followup.end:", "followup.order:", "“followup.order” appears twice"),
    ("standing: illustrative", "standing: said", "should be one of"),
    ("title: 整改通知书", "title: 关于{matter}的通知", r"order\.title: .* never empty: ordered_at, organ$"),
    ("title: 整改通知书", "title: 致{whom}的通知", r"order\.title: knows no placeholder “whom”"),
    ("series: 函", "record: true", r"order\.record: is written to nobody, so `to` can't be subject"),
    ("source: {text: 示例, standing: illustrative}", "source: example", "names the source “example”"),
    (brought.FILE, "", "should be a mapping"),
]


def wanted_by(event: CaseMoved) -> Wanted:
    wanted = wanted_of_brought(event, "e1")
    assert wanted is not None
    return wanted


def worded(wanted: Wanted) -> Text:
    template = kind_of(wanted.kind).template
    assert template is not None
    return filled(template.title, template.body, {"organ": "嵩明县纪委监委", **wanted.facts})


@pytest.mark.parametrize(("right", "wrong", "told"), WRONG)
def test_a_wrong_file_is_refused_by_its_entry(right: str, wrong: str, told: str, tmp_path: Path) -> None:
    assert right in brought.FILE
    with pytest.raises(CaseError) as refused:
        brought.read(tmp_path, brought.FILE.replace(right, wrong, 1))
    assert refused.value.code == "letter.invalid_file"
    assert re.search("services/followup/letters.yaml, .*" + told, refused.value.message, re.DOTALL)


def test_of_a_letter_of_the_packs_nothing_is_said_that_is_theirs(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="knows no “title”; possible are family, record, revokes, series"):
        brought.read(tmp_path, "feedback_letter: {title: 反馈函}", "determination")
    kinds_read = brought.read(tmp_path, "feedback_letter: {series: 函}", "determination")
    assert kinds_read["feedback_letter"].series is Series.LETTER


def test_of_a_letter_of_the_packs_only_the_service_that_calls_for_it_says_anything(tmp_path: Path) -> None:
    for service in ("followup", "review"):
        with pytest.raises(CaseError, match="determination_refusal: is called for by determination, and nob"):
            brought.read(tmp_path, "determination_refusal: {revokes: true}", service)
    with pytest.raises(CaseError, match=r"acceptance_decision: should be called “filing\.”"):
        brought.read(tmp_path, "acceptance_decision: {family: decision}", "filing")


def test_one_of_the_packs_that_revokes_needs_reasons_too(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"meeting_minutes\.revokes: needs a text `reasons` in the event"):
        brought.read(tmp_path, "meeting_minutes: {revokes: true}", "determination")


@pytest.mark.parametrize("event", [
    scene.refused(), scene.made(), scene.made(Outcome.DENIED), scene.revoked(), scene.fed_back(),
    scene.record_filed(), scene.minutes(), scene.appeal_decided()])
def test_which_event_calls_for_which_letter_of_the_packs_is_said_truly(event: CaseMoved) -> None:
    pack = scene.RULES.pack_by_id(scene.PACK)
    wanted = wanted_of_case(event, Rulebook(pack, pack))
    assert wanted is not None
    assert CALLED_BY[wanted.kind] is type(event)
    assert {*CALLED_BY.values()} == {*CALLS}


def test_an_event_that_calls_for_a_letter_of_the_packs_calls_for_no_other(tmp_path: Path) -> None:
    again = brought.FILE.replace("followup.", "determination.").replace(
        "event: dropped", f"event: {DeterminationRevoked.kind}").partition("determination.end")
    with pytest.raises(CaseError, match=r"end\.event: calls for a letter of the packs already"):
        brought.read(tmp_path, "".join(again[1:]), "determination", [DeterminationRevoked])


def test_no_event_fills_what_the_platform_says_itself(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"order\.event: has a field “office”, which in a letter is the plat"):
        brought.read(tmp_path, brought.FILE.replace("ordered\n", "answered\n"), events=[brought.Answered])


def test_a_source_can_be_named_once_for_all(tmp_path: Path) -> None:
    inline = "{text: 示例, standing: illustrative}"
    named = brought.FILE.replace(f"source: {inline}", "source: example")
    assert brought.read(tmp_path, f"sources: {{example: {inline}}}\n{named}") == brought.read(tmp_path)


def test_the_letter_that_contributing_shows_can_be_brought(tmp_path: Path) -> None:
    [shown] = re.findall(r"```yaml\n(NAME.*?)```", CONTRIBUTING.read_text("utf-8"), re.DOTALL)
    kind = brought.read(tmp_path, shown.replace("NAME", "followup"))["followup.order"]
    assert (kind.event, kind.series, kind.family) == (brought.Ordered, Series.LETTER, "order")


def test_an_event_calls_for_one_letter(tmp_path: Path) -> None:
    again = brought.FILE.partition("followup.end")[0].replace("followup.order", "followup.again")
    with pytest.raises(CaseError, match=r"again\.event: calls for another letter already"):
        brought.read(tmp_path, brought.FILE + again)


def test_two_services_can_t_say_different_things_of_one_letter(tmp_path: Path) -> None:
    file = tmp_path / "letters.yaml"
    file.write_text("feedback_letter: {series: 函}", "utf-8")
    with pytest.raises(CaseError, match=r"services/review/.* feedback_letter: is called for by determ"):
        kinds.read_kinds({"review": file, "determination": file}, [])


def test_an_event_says_all_that_its_letter_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought.bring(monkeypatch, tmp_path)
    wanted = wanted_by(brought.ordered(until=date(2026, 6, 30)))
    assert (wanted.kind, wanted.recipients, wanted.matter_id) == ("followup.order", ("liu",), "w1")
    assert wanted.decision_id == "followup:e1", "never one that another service gives"
    text = worded(wanted)
    assert (text.addressee, text.body.splitlines()) == ("刘某：", [
        "“未批先建污水管网”（编号容认〔2026〕1号）需要整改：补办用地手续、公示结果。", "期限：2026年6月30日",
        "本通知于2026年3月3日由嵩明县纪委监委作出。"])
    without = worded(wanted_by(brought.ordered())).body
    assert "期限" not in without, "as in a pack's letter, a line with an empty placeholder is left out"


def test_to_nobody_it_has_no_recipient_and_its_subject_has_a_part(tmp_path: Path,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    brought.bring(monkeypatch, tmp_path)
    wanted = wanted_by(replace(brought.dropped(), standing=scene.standing("mending", "w1", parties=())))
    assert (wanted.recipients, wanted.parties) == ((), ("liu",))


def test_only_what_its_words_ask_for_is_taken_from_the_event(tmp_path: Path,
                                                             monkeypatch: pytest.MonkeyPatch) -> None:
    brought.bring(monkeypatch, tmp_path, brought.FILE.replace("    期限：{until}\n", ""))
    facts = wanted_by(brought.ordered(until=date(2026, 6, 30))).facts
    assert {*facts} == {"matter", "number", "whom", "wanted", "ordered_at"}


def test_it_supersedes_no_letter_of_another_service(tmp_path: Path,
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    brought.bring(monkeypatch, tmp_path, brought.FILE.replace("family: order", "family: decision"))
    pack = scene.RULES.pack_by_id(scene.PACK)
    told = wanted_of_case(scene.fed_back(), Rulebook(pack, pack))
    assert told is not None
    context: Any = SimpleNamespace(rules=scene.RULES, now=scene.NOW, new_id=lambda: "l1")
    hold: list[Letter] = []
    store: Any = SimpleNamespace(of_decision=lambda *_: None, current_of_matter=lambda _: hold,
                                 next_number=lambda *_: 1)
    hold += [numbering.worded(context, store, each, "") for each in (told, wanted_by(brought.ordered()))]
    numbering.number(context, store, wanted_by(brought.ordered()), "")
    assert [letter.standing.value for letter in hold] == ["current", "superseded"]


def test_what_stands_in_the_tree_can_be_read_and_whoever_brings_a_letter_be_asked() -> None:
    dependencies.require_letters()
    assert {*known_kinds()} > {"determination_decision", "denial_decision"}
    for template in filter(None, (kind.template for kind in known_kinds().values())):
        assert CHINESE.search(template.name), template.code
        assert not CHINESE.search(template.name_en), template.code


def test_a_start_is_refused_in_words_where_a_file_is_wrong(tmp_path: Path,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    def read() -> object:
        return brought.read(tmp_path, brought.FILE.replace("{whom}", "{who}"))
    monkeypatch.setattr(dependencies, "known_kinds", read)
    with pytest.raises(StartRefused, match=r"没有启动.*followup/letters\.yaml.*“who”.*CONTRIBUTING\.md"):
        dependencies.require_letters()


def test_a_start_is_refused_where_nobody_could_be_asked_whether_they_decided(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dependencies, "known_kinds", lambda: brought.read(tmp_path))
    others = tuple(each for each in who_answers("confirm_event") if each != "followup")
    monkeypatch.setattr(dependencies, "who_answers", lambda _: others)
    with pytest.raises(StartRefused, match=r"services/followup/service\.py answer `confirm_event`"):
        dependencies.require_letters()


@pytest.mark.parametrize("missing", CALLED_BY)
def test_a_start_is_refused_where_it_is_not_said_what_a_letter_of_the_packs_ends(
        missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    others = {code: kind for code, kind in known_kinds().items() if code != missing}
    monkeypatch.setattr(dependencies, "known_kinds", lambda: others)
    with pytest.raises(StartRefused, match=rf"services/determination/letters\.yaml: “{missing}” is missing"):
        dependencies.require_letters()
