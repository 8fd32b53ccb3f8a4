"""Whatever was decided stands on the paper: no word runs off it, however it was joined."""

import json
import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pdfplumber
import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.texts.signs import flowing
from services.documents.domain.letter import NEED_SOMEBODY, Text
from services.documents.letters import pages
from tests.unit.documents.printing import LETTER, printed

MM = 25.4 / 72
LEFT, RIGHT, SLACK = 28, 184, 4    # the blank part of a stop or bracket that ends a line
PLAIN = "农村公路养护工程一并先行建设免予招标直接委托本局下属公司承建并由其自行组织验收和结算工程价款"
NOT_BREAKING = ("\u00a0", "\u1680", "\u2007", "\u2011", "\u202f", "\u205f", "\u2060", "\ufeff", "\u2009",
                "\u3000", "\u034f", "—", "，", "“", "…", "（", "）", "々", "/", ".", "%", "￥")
RUNS = {
    "letters": "W" * 300, "digits": "12345678" * 40, "accounts": ",".join(["6222021702012345678"] * 8),
    "marks": "e\u0301" * 300, "dashes": "—" * 200, "wide dashes": "\u2e3b" * 60, "stops": "，" * 200,
    "opening": "（" * 200, "quotes": "“国”" * 100, "dots": "…" * 200,
    "wide blanks": f"甲{chr(0x3000) * 300}乙",
    "blanks": f"甲{' ' * 300}乙", "an address": "https://rongcuo.example/" + "a%E5%9B" * 60,
    "hangul": "한국어" * 60, "tibetan": "བོད\u0f0cཡིག\u0f0c" * 40, "burmese": "မြန်မာ" * 60,
    "a table": "项目|金额|账号|" + "|".join(["6222021702012345678"] * 20)}


def on_paper(pdf: bytes) -> str:
    """What can be read within the lines of the type area; nothing stands beside them."""
    shown = ""
    for page in pdfplumber.open(BytesIO(pdf)).pages:
        signs = [sign for sign in page.chars if sign["text"].strip()]
        assert min(sign["x0"] for sign in signs) * MM >= LEFT - SLACK
        assert max(sign["x1"] for sign in signs) * MM <= RIGHT + SLACK
        assert min(sign["top"] for sign in signs) > 0
        assert max(sign["bottom"] for sign in signs) * MM < 297 - 20
        shown += "".join(sign["text"] for sign in sorted(
            signs, key=lambda sign: (round(sign["doctop"] + sign["height"]), sign["x0"])))
    return "".join(shown.replace("\u200b", "").split())


@pytest.mark.parametrize("between", NOT_BREAKING, ids=lambda sign: f"{ord(sign):04X}")
def test_words_joined_by_what_does_not_break_are_all_printed(between: str) -> None:
    joined = between.join(PLAIN)
    seen = between if between in "—，“…（）々/.%￥" else {"\u2011": "-"}.get(between, "")
    for text in (Text(joined, "刘某：", "甲"), Text("书", f"{joined}：", "甲"), Text("书", "", joined)):
        assert seen.join(PLAIN) in on_paper(printed(text=text).pdf)


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_a_run_without_a_break_is_broken_at_the_edge(run: str) -> None:
    for text in (Text("决定书", "刘某：", f"甲乙。{run}"), Text(run, "", "甲乙。")):
        shown = on_paper(printed(text=text).pdf)
        for sign in set(run) - {" ", "\u3000"}:
            assert shown.count(sign) >= run.count(sign) or sign in "\u0301\u0f0c" or sign > "\u0f00", sign


def test_what_breaks_where_it_should_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a letter that would not fit gets more breaks: 22 letters that fit on a line stay together."""
    text = Text("决定书", "", "国" * 20 + "Rongcuo-Administration")
    assert "\u200b" not in str(_given(monkeypatch, text))
    assert str(_given(monkeypatch, replace(text, title="W" * 40))).count("\u200b") > 20


def test_names_of_fifty_signs_stand_on_the_paper() -> None:
    name = "云南省双江拉祜族佤族布朗族傣族自治县" + "国" * 28 + "纪委监委"
    assert len(name) == 50
    assert on_paper(printed("甲", organ_name=name).pdf).count("国" * 10) >= 2
    on_paper(printed("甲", organ_name="Organization" * 4).pdf)
    on_paper(printed("甲", kind="meeting_minutes", organ_name=name).pdf)
    on_paper(printed("甲", number=f"{'嵩' * 20}纪容〔2026〕12345号").pdf)


def test_what_was_written_is_kept_and_the_copy_for_offices_says_the_same() -> None:
    text = Text("决定书", "刘某：", "逾\u00a0期\u2011缴\u2060纳")
    with ZipFile(BytesIO(printed(text=text).docx)) as packed:
        assert "逾 期-缴纳" in packed.read("word/document.xml").decode()
    assert text.body == "逾\u00a0期\u2011缴\u2060纳"


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_the_copy_for_offices_has_every_word_and_nothing_unseen(run: str) -> None:
    """What edits it breaks whatever is longer than a line at the edge, and follows what is written."""
    with ZipFile(BytesIO(printed(text=Text(run, "", f"甲乙。{run}")).docx)) as packed:
        words = re.sub("<[^>]*>", "", packed.read("word/document.xml").decode())
    assert words.count(flowing(run)) == 2
    assert "\u200b" not in words


def test_a_letter_that_does_not_fit_in_any_way_is_not_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "STRETCHES", (10_000,))
    with pytest.raises(CaseError) as caught:
        printed(text=replace(LETTER.text, body="W" * 300))
    assert caught.value.code == "letter.too_wide"
    assert "letter.too_wide" in NEED_SOMEBODY


def _given(monkeypatch: pytest.MonkeyPatch, text: Text) -> object:
    """What the typesetting was given last."""
    given = []
    typeset = pages.Pages._compile
    with monkeypatch.context() as patch:
        patch.setattr(pages.Pages, "_compile", lambda self, letter, most: (
            given.append(self._data(letter, most)), typeset(self, letter, most))[1])
        printed(text=text)
    return json.dumps(given[-1], ensure_ascii=False)
