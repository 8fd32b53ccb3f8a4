"""What people may write: the same in every command and question of every service."""

import dataclasses
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from typing import Any
from unicodedata import bidirectional

import pytest
from marshmallow import ValidationError, fields
from marshmallow.validate import Length, Regexp

import rongcuo.contracts
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import load_event
from rongcuo.contracts.filing import FilingContent, WithdrawFiling
from rongcuo.contracts.identity import EnrolOfficer
from rongcuo.contracts.rules import Each
from rongcuo.contracts.serialisation import dump, load, schema_class
from rongcuo.contracts.writing import Writing
from rongcuo.texts.folding import seen_as
from rongcuo.texts.signs import LEFTWARD, is_seen, isolated, readable, undisturbed
from services.gateway.problems.words import in_chinese

for module in pkgutil.walk_packages(rongcuo.contracts.__path__, "rongcuo.contracts."):
    importlib.import_module(module.name)
ASKED = {f"{kind.__module__}.{kind.__name__}": kind
         for name, module in sorted(sys.modules.items()) if name.startswith("rongcuo.contracts.")
         for kind in vars(module).values()
         if isinstance(kind, type) and kind.__module__ == name and dataclasses.is_dataclass(kind)
         and (".commands" in name or (name.count(".") == 2 and "command_id" in kind.__dataclass_fields__))}
TURNING = [*range(0x202a, 0x202f), *range(0x2066, 0x206a), 0x200e, 0x200f, 0x61c]
UNREADABLE = [0, 7, 0xb, 0x1b, 0x7f, 0x85, 0x2028, 0x2029, 0x206a, 0xfdd0, 0xfffe, 0xffff, 0x1fffe, 0x10ffff,
              0xfff9, 0xe0001, 0xe0041, 0xd800]
OTHERWISE_SPELT = [
    "2026-W01-1", "2026W011", "20261231", "0000-01-01", "2026-13-01", "2026-02-30", "+2026-01-01", "2026-1-1",
    "２０２６-01-01", "-2026-01-01", "2026-365", " 2026-01-01", "2026-01-01\n"]
UNSEEN = ["", " ", "\u3000", "\u200b", "\u3164", "\ufe0f", "\u00ad", "\u2060", "\ufeff", "\u2800",
          "\U000e0101", "\u115f\u1160", "\u200d \u200c", "\u034f", "\u180e", "\u0301"]


def texts(field: fields.Field[Any], at: str) -> Iterator[tuple[str, fields.Field[Any]]]:
    """Every text within a field, however deep."""
    if isinstance(field, fields.Nested):
        for name, inner in field.schema.fields.items():
            yield from texts(inner, f"{at}.{name}")
    elif isinstance(field, fields.List) and not isinstance(field.inner, fields.String):
        yield from texts(field.inner, f"{at}[]")
    elif isinstance(field, fields.String | fields.List):
        yield at, field


ALL = {at: field for name, kind in ASKED.items()
       for each, inner in schema_class(kind)().fields.items() for at, field in texts(inner, f"{name}.{each}")}


def rule(field: fields.Field[Any]) -> Writing | None:
    """The field's rule for texts, or for the texts in its list."""
    found = [each.rule if isinstance(each, Each) else each for each in field.validators]
    return next((each for each in found if isinstance(each, Writing)), None)


WRITTEN = {at: field for at, field in ALL.items() if rule(field)}


def required(field: fields.Field[Any]) -> bool:
    lengths = [each.rule if isinstance(each, Each) else each for each in field.validators]
    return any(isinstance(each, Length) and (each.min or 0) > 0 for each in lengths)


REQUIRED = {at: field for at, field in WRITTEN.items() if required(field)}
each_text = pytest.mark.parametrize("field", WRITTEN.values(), ids=WRITTEN)


@pytest.mark.parametrize("field", ALL.values(), ids=ALL)
def test_no_text_comes_in_without_a_rule(field: fields.Field[Any]) -> None:
    rules = [each.rule if isinstance(each, Each) else each for each in field.validators]
    # secrets and searches; addresses
    otherwise = any(getattr(each, "__name__", "") in ("_storable", "deliverable") for each in rules)
    assert rule(field) or any(isinstance(each, Regexp) for each in rules) or otherwise


@each_text
def test_nothing_turns_the_words_of_others(field: fields.Field[Any]) -> None:
    for sign in (*TURNING, *UNREADABLE):
        assert f"U+{sign:04X}" in refusal(field, f"道路{chr(sign)}整改")


@each_text
def test_nothing_covers_the_lines_around(field: fields.Field[Any]) -> None:
    assert "more than 4 marks" in refusal(field, f"道{chr(0x301) * 50}路")


@each_text
def test_nothing_is_written_that_no_letter_can_show(field: fields.Field[Any]) -> None:
    rule_of_it = rule(field)
    assert rule_of_it
    assert ("✅" in refusal(field, "✅")) is rule_of_it.printed
    for sign in "✅🚧\ue000\U0001f9f0":
        told = refusal(field, f"绿色通道{sign}试点")
        assert (f"U+{ord(sign):04X}" in told) is rule_of_it.printed, repr(sign)


@each_text
def test_what_is_written_leftward_is_named_where_letters_print_it(field: fields.Field[Any]) -> None:
    rule_of_it = rule(field)
    assert rule_of_it
    for sign in "شאߊ٣۴\U0001e900\ufb50\ufe8e\U00010840":
        told = refusal(field, f"关于{sign}路 100万元(示例")
        assert (f"{sign} (U+{ord(sign):04X})" in told) is rule_of_it.printed, repr(sign)


def test_every_sign_that_is_written_leftward_is_known() -> None:
    leftward = [chr(code) for code in range(0x110000) if bidirectional(chr(code)) in ("R", "AL", "AN")]
    assert [sign for sign in leftward if not (LEFTWARD.match(sign) or sign in "\u200f\u061c")] == []
    assert not LEFTWARD.search("".join(map(chr, [*range(0x590), *range(0x900, 0xfb1d), 0xfeff, 0x20000])))


HIDDEN = ["张\u00ad三", "张三\ufe0f", "张\u034f三", "张\u3164三", "张\u2800三", "张\u200b三", "张\u2060三",
          "\ufeff张三", "张\u115f三", "张\uffa0三", "a\u200db", "a\ufe00", "张\u180b三", "张\u17b4三"]


@pytest.mark.parametrize("name", HIDDEN, ids=ascii)
def test_two_names_that_look_the_same_are_one(name: str) -> None:
    sign = next(sign for sign in name if sign not in "张三a b")
    with pytest.raises(ValidationError, match=f"U\\+{ord(sign):04X}, which nobody can see"):
        Writing(one_line=True, required=True)(name)
    Writing(one_line=False, required=True)(name)
    assert seen_as(name) == seen_as(name.replace(sign, ""))


def test_a_quoted_text_keeps_its_direction_to_itself() -> None:
    assert isolated("شارع 5\r\n道路(") == "\u2068شارع 5\u2069\r\n道路("
    assert isolated("道路（示例\n100") == "道路（示例\n100"
    assert readable(isolated("a שלום\u202e")) == "\u2068a שלום\ufffd\u2069"
    assert undisturbed(f"\u2068{isolated('שלום')}") == isolated("שלום")
    assert readable("\u2069\u2068一\u2068") == "\ufffd\ufffd一\ufffd"


def test_only_names_of_files_are_printed_nowhere() -> None:
    free = [at for at, field in WRITTEN.items() if not getattr(rule(field), "printed", True)]
    assert free
    names = ("TakeAttachment.name", "attachments[].name", "minutes.name")
    assert all(at.endswith(names) for at in free), free


@pytest.mark.parametrize("field", REQUIRED.values(), ids=REQUIRED)
def test_what_is_required_is_to_be_seen(field: fields.Field[Any]) -> None:
    for nothing in UNSEEN:
        assert refusal(field, nothing), f"{nothing!r}"


def refusal(field: fields.Field[Any], text: str) -> str:
    """Every sentence with which the field refuses the text."""
    try:
        field.deserialize([text] if isinstance(field, fields.List) else text)
    except ValidationError as error:
        return str(error.messages)
    return ""


@pytest.mark.parametrize("breaking", ["\r\n", "\n", "\t", "\r"])
def test_a_name_stands_on_one_line_and_a_reason_on_many(breaking: str) -> None:
    officer = {"command_id": "c", "username": "zhang", "organ_id": "530127"}
    with pytest.raises(CaseError) as refused:
        load(EnrolOfficer, {**officer, "name": f"张{breaking}三"})
    assert list(refused.value.details["fields"]) == ["name"]
    load(WithdrawFiling, {"command_id": "c", "filing_id": "f", "reason": f"一{breaking}二"})


def test_a_sentence_names_the_sign_in_both_languages() -> None:
    with pytest.raises(CaseError) as refused:
        load(FilingContent, {"title": "道路\u202e整改"})
    sentence = refused.value.details["fields"]["title"][0]
    assert "U+202E" in sentence
    assert "U+202E" in in_chinese(sentence)
    for text in ("a\x07", "张\n三", "\u200b", "通道✅", "ש", "张\u00ad三", "a" + "\u0301" * 5):
        with pytest.raises(ValidationError) as error:
            Writing(one_line=True, required=True)(text)
        assert in_chinese(str(error.value.messages[0])) != "这一项有误。"


@pytest.mark.parametrize("text", [
    "ཡིག་", "ꆈꌠꁱꂷ", "ᥖᥭᥰ ᥘᥫᥴ", "ᦑᦟᦹᧉ", "\U00031350", "葛\U000e0100", "한글", "✓①☑㎡", "ক\u200dষ",
    "ᠮᠣᠩ\u180e", "。", "བསྒྲུབས་པཱིཾ",
    "ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ", "ᨠᩕᩮᩬᩥ᩵ᨾ", "စက္ကူ", "ກຶ່ນ", "ក្ស្រី", "Nguyễn Thị",
    "lǘ ńg e\u0302\u0323\u0301"])
def test_what_the_scripts_of_the_place_need_may_be_written(text: str) -> None:
    Writing(one_line=True, required=True)(text)
    assert is_seen(text)
    assert readable(text) == text


def test_what_was_taken_before_still_loads() -> None:
    told = dump(FilingContent(title="道路\u202e整改\r\n", description="\x85"))
    assert load(FilingContent, told, tolerant=True).title == "道路\u202e整改\r\n"
    event = load_event("identity.officer_enrolled.v1", {
        "officer_id": "o", "name": "张\r\n三", "organ_id": "530127", "division_code": "530127",
        "unit": "\u200b", "email": "", "roles": []})
    assert event.name == "张\r\n三"     # type: ignore[attr-defined]


def test_a_text_of_before_is_shown_without_turning_others() -> None:
    assert readable("关于“示例\u2067事项”\u202e") == "关于“示例\ufffd事项”\ufffd"
    assert readable("一\n二\t三") == "一\n二\t三"


@pytest.mark.parametrize("contract", ASKED.values(), ids=ASKED)
def test_no_moment_comes_from_the_calendars_ends(contract: type) -> None:
    for at, field in moments(schema_class(contract)().fields):
        day = not isinstance(field, fields.AwareDateTime)
        for wrong in ("0001-01-01", "9999-12-31", "1899-12-31", "2201-01-01"):
            for zone in ("+14:00", "-12:00"):
                with pytest.raises(ValidationError):
                    field.deserialize(wrong if day else f"{wrong}T00:00:00{zone}")
        for wrong in OTHERWISE_SPELT:
            with pytest.raises(ValidationError):
                field.deserialize(wrong if day else f"{wrong}T08:00:00+08:00")
        for hour in ("24:00:00", "23:59:60", "08", "0800", "08:00:00,5", "T08:00", "８:00", "25:00"):
            with pytest.raises(ValidationError):
                field.deserialize(f"2026-12-31{'' if day else 'T'}{hour}+08:00")
        for zone in ("", "+24:00", "+08", "+0800", "[Asia/Shanghai]"):
            with pytest.raises(ValidationError):
                field.deserialize(f"2026-12-31T08:00:00{zone}")
        assert field.deserialize("2026-12-31" if day else "2026-12-31T23:59:59-12:00"), at


def test_a_question_s_moment_is_read_by_the_same_rule_at_once_and_in_doubt() -> None:
    """A message is loaded by a shortcut first; what the schema refuses the shortcut does not let through."""
    for wrong in OTHERWISE_SPELT:
        with pytest.raises(CaseError) as refused:
            load(FilingContent, {"act_from": wrong})
        assert list(refused.value.details["fields"]) == ["act_from"]


def moments(found: dict[str, fields.Field[Any]]) -> Iterator[tuple[str, fields.Field[Any]]]:
    for at, field in found.items():
        inner = field.inner if isinstance(field, fields.List) else field
        if isinstance(inner, fields.Nested):
            yield from moments(inner.schema.fields)
        elif isinstance(inner, (fields.DateTime, fields.Date)):
            yield at, inner
