"""The letters that services bring: what a file has to say, and how a wrong one is refused."""

import re
from datetime import date
from pathlib import Path

import pytest

from rongcuo.chassis.config import StartRefused
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.errors import CaseError
from services.documents import dependencies
from services.documents.domain import (
    Series,
    Text,
    Wanted,
    filled,
    kind_of,
    kinds,
    known_kinds,
    wanted_of_brought,
)
from tests.unit.documents import brought

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
        brought.read(tmp_path, "feedback_letter: {title: 反馈函}")
    assert brought.read(tmp_path, "feedback_letter: {series: 函}")["feedback_letter"].series is Series.LETTER


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
    with pytest.raises(CaseError, match="stands in the file of another service too"):
        kinds.read_kinds({"review": file, "determination": file}, [])


def test_an_event_says_all_that_its_letter_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought.bring(monkeypatch, tmp_path)
    wanted = wanted_by(brought.ordered(until=date(2026, 6, 30)))
    assert (wanted.kind, wanted.recipients, wanted.matter_id) == ("followup.order", ("liu",), "w1")
    text = worded(wanted)
    assert (text.addressee, text.body.splitlines()) == ("刘某：", [
        "“未批先建污水管网”（编号容认〔2026〕1号）需要整改：补办用地手续、公示结果。", "期限：2026年6月30日",
        "本通知于2026年3月3日由嵩明县纪委监委作出。"])
    without = worded(wanted_by(brought.ordered())).body
    assert "期限" not in without, "as in a pack's letter, a line with an empty placeholder is left out"


def test_to_nobody_it_has_no_recipient(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought.bring(monkeypatch, tmp_path)
    assert wanted_by(brought.dropped()).recipients == ()


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
    with pytest.raises(StartRefused, match=r"services/followup/service\.py answer `confirm_event`"):
        dependencies.require_letters()
