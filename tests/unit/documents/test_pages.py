"""The page as GB/T 9704-2012 has it, measured with pdfplumber. Millimetres from the top left corner."""

from collections import defaultdict
from functools import cache
from io import BytesIO

import pdfplumber
import pytest
import typst

from rongcuo.contracts.errors import CaseError
from services.documents.letters.pages import Pages
from tests.unit.documents.printing import ADDRESS, LETTER, printed

MM = 25.4 / 72
TOP, LEFT, WIDTH, HEIGHT = 37, 28, 156, 225
SANHAO, CHUAN = 16, 22
FULL = "\n".join(["国" * 26 + "家" * 28 * 60])


@cache
def pages(body: str = FULL, kind: str = LETTER.kind) -> tuple:
    document = pdfplumber.open(BytesIO(printed(body, kind=kind).pdf))
    return tuple(document.pages)


def lines_of(page: pdfplumber.page.Page, size: float = SANHAO) -> dict[int, list[dict]]:
    """The characters of a size, by the height of their baseline in tenths of a point."""
    found = defaultdict(list)
    for sign in page.chars:
        if abs(sign["size"] - size) < 0.1 and sign["text"].strip():
            found[round(sign["bottom"] * 2)].append(sign)
    return dict(sorted(found.items()))


def test_the_paper_is_a4() -> None:
    assert {(round(page.width * MM), round(page.height * MM)) for page in pages()} == {(210, 297)}


def test_a_full_page_has_22_lines_of_28_characters() -> None:
    lines = lines_of(pages()[1])
    assert len(lines) == 22
    assert {len(line) for line in lines.values()} == {28}
    heights = list(lines)
    pitch = (heights[-1] - heights[0]) / 2 / 21 * MM
    assert pitch == pytest.approx(HEIGHT / 22, abs=0.05)


def test_the_margins_are_those_of_the_type_area() -> None:
    signs = [sign for line in lines_of(pages()[1]).values() for sign in line]
    left, right = min(sign["x0"] for sign in signs) * MM, max(sign["x1"] for sign in signs) * MM
    top, bottom = min(sign["top"] for sign in signs) * MM, max(sign["bottom"] for sign in signs) * MM
    assert left == pytest.approx(LEFT, abs=0.3)
    assert right == pytest.approx(LEFT + WIDTH, abs=0.5)
    assert top == pytest.approx(TOP, abs=1.5)
    assert TOP + HEIGHT - HEIGHT / 22 - 2 < bottom <= TOP + HEIGHT + 1


def test_paragraphs_begin_two_characters_in() -> None:
    first = next(line for line in lines_of(pages()[0]).values() if line[-1]["text"] == "国")
    assert first[0]["x0"] * MM == pytest.approx(LEFT + 2 * WIDTH / 28, abs=0.3)


def red(colour: object) -> bool:
    channels = colour if isinstance(colour, tuple | list) else (colour,)
    return len(channels) == 3 and channels[0] > 0.8 and max(channels[1:]) < 0.2


def test_the_head_is_red_and_stands_where_it_should() -> None:
    page = pages()[0]
    head = [sign for sign in page.chars if red(sign["non_stroking_color"])]
    assert "".join(sign["text"] for sign in head) == LETTER.organ_name
    ink_top = min(sign["bottom"] for sign in head) - 42
    assert ink_top * MM == pytest.approx(TOP + 35, abs=2.5)
    middle = (head[0]["x0"] + head[-1]["x1"]) / 2 * MM
    assert middle == pytest.approx(LEFT + WIDTH / 2, abs=1)


def test_number_rule_and_title_follow_the_head() -> None:
    page = pages()[0]
    number = next(line for line in lines_of(page).values() if "〔" in "".join(s["text"] for s in line))
    rule = next(line for line in page.lines + page.rects if red(line["stroking_color"]))
    assert (rule["x1"] - rule["x0"]) * MM == pytest.approx(WIDTH, abs=0.2)
    assert (rule["top"] - number[0]["bottom"]) * MM == pytest.approx(4, abs=1.5)
    [title] = lines_of(page, CHUAN).values()
    assert "".join(sign["text"] for sign in title) == LETTER.text.title
    assert title[0]["top"] > rule["top"]


def test_page_numbers_lie_outside_and_below_the_type_area() -> None:
    for place, page in enumerate(pages(), 1):
        words = [word for word in page.extract_words() if word["top"] * MM > TOP + HEIGHT]
        text = " ".join(word["text"] for word in words)
        assert text == f"— {place} —"
        assert words[0]["top"] * MM == pytest.approx(TOP + HEIGHT + 7, abs=2)
        left, right = words[0]["x0"] * MM, words[-1]["x1"] * MM
        square = WIDTH / 28
        if place % 2:
            assert right == pytest.approx(LEFT + WIDTH - square, abs=1)
        else:
            assert left == pytest.approx(LEFT + square, abs=1)


def test_the_words_can_be_read_out() -> None:
    shown = pages("本决定于2026年3月3日作出，见《工作办法》。")
    text = "".join(page.extract_text() for page in shown).replace("\n", "")
    for words in (LETTER.organ_name, LETTER.number, "容错认定决定书", "刘某", "2026年3月3日", "《工作办法》",
                  "7KQ2M-WX9TB", f"{ADDRESS}/verify"):
        assert words in text


def test_the_seal_is_an_example_or_its_place_is_free() -> None:
    drawn = "".join(page.extract_text() for page in pages("甲"))
    assert "示例" in drawn
    free = pdfplumber.open(BytesIO(printed("甲", drawn_seal=False).pdf)).pages
    assert not any("示例" in page.extract_text() or page.curves for page in free)
    assert LETTER.organ_name in free[-1].extract_text()


def test_minutes_have_neither_addressee_nor_seal() -> None:
    text = "".join(page.extract_text() for page in pages("会议名称：联席会议", "meeting_minutes"))
    assert "演示印章" not in text
    assert text.replace(" ", "").count(LETTER.organ_name) == 1   # the head, and no signature


def test_no_page_holds_nothing_but_a_signature() -> None:
    """Whatever the length, text stands above the signature on its page."""
    for lines in range(1, 24):
        last = pages("\n".join(["甲乙丙丁。"] * lines))[-1]
        assert "甲乙丙丁" in last.extract_text(), lines


def test_a_long_organ_s_name_fits() -> None:
    name = "双江拉祜族佤族布朗族傣族自治县纪委监委"
    made = pdfplumber.open(BytesIO(printed("甲", organ_name=name).pdf)).pages[0]
    head = [sign for sign in made.chars if red(sign["non_stroking_color"]) and sign["text"] in name]
    assert min(sign["x0"] for sign in head) * MM > LEFT - 0.5
    assert max(sign["x1"] for sign in head) * MM < LEFT + WIDTH + 0.5


def test_a_character_that_no_font_has_is_refused_and_not_boxed() -> None:
    with pytest.raises(CaseError) as caught:
        printed("当事人𪛘某")
    assert caught.value.code == "letter.glyph_missing"
    assert "𪛘" in caught.value.message


def test_without_a_chinese_font_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = typst.Fonts(include_system_fonts=False)
    monkeypatch.setattr(typst, "Fonts", lambda: bare)
    with pytest.raises(CaseError) as caught:
        Pages(ADDRESS, drawn_seal=True).typeset(LETTER)
    assert (caught.value.code, caught.value.details) == ("letter.font_missing", {"package": "fonts-noto-cjk"})
    assert "fonts-noto-cjk" in caught.value.text.zh
