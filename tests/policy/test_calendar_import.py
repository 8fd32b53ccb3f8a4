import os
import string
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import DayKind
from rongcuo.policy.calendar_store import CalendarStore

REFUSED = yaml.safe_load((Path(__file__).parent / "cases" / "calendar_refused.yaml").read_text("utf-8"))
NEW_YEAR = """
year: 2027
source: {text: 测试用, standing: illustrative}
holidays: [{name: 元旦, from: 2027-01-01, to: 2027-01-03}]
workdays: [{date: 2027-01-09, for: 元旦}]
"""


def written(folder: Path, text: str | bytes) -> Path:
    file = folder / "coming.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def import_into(folder: Path, text: str | bytes):
    return CalendarStore(folder / "extra").import_year(written(folder, text))


def test_an_imported_year_is_used_at_once_by_every_store(tmp_path):
    other = CalendarStore(tmp_path / "extra")
    before = other.calendar("530127")
    imported = import_into(tmp_path, NEW_YEAR)
    after = other.calendar("530127")
    assert (imported.year, imported.division, imported.replaced) == (2027, "", False)
    assert (imported.holidays, imported.workdays) == (3, 1)
    assert (2027 in before.national, 2027 in after.national) == (False, True)
    assert before.edition != after.edition
    assert after.day(date(2027, 1, 9)).kind is DayKind.ADJUSTED_WORKDAY
    assert other.calendar("530127") is after


def test_the_same_year_again_replaces(tmp_path):
    import_into(tmp_path, NEW_YEAR)
    longer = NEW_YEAR.replace("to: 2027-01-03", "to: 2027-01-04")
    assert import_into(tmp_path, longer).replaced
    assert not CalendarStore(tmp_path / "extra").calendar("530127").is_workday(date(2027, 1, 4))
    assert [file.name for file in (tmp_path / "extra").iterdir()] == ["national-2027.yaml"]


def test_an_imported_year_wins_over_the_shipped_one(tmp_path):
    changed = NEW_YEAR.replace("2027", "2026").replace("2026-01-09", "2026-01-10")
    assert import_into(tmp_path, changed).replaced
    assert CalendarStore(tmp_path / "extra").calendar("530127").is_workday(date(2026, 2, 16))
    assert not CalendarStore().calendar("530127").is_workday(date(2026, 2, 16))


def test_a_place_may_have_a_working_weekend_of_its_own(tmp_path):
    import_into(tmp_path, """
year: 2026
division: "533100"
source: {text: 测试用, standing: verified}
holidays: [{name: 州庆, from: 2026-07-23, to: 2026-07-24}]
workdays: [{date: 2026-07-26, for: 州庆}]
""")
    store = CalendarStore(tmp_path / "extra")
    mangshi, kunming = store.calendar("533103"), store.calendar("530100")
    assert mangshi.day(date(2026, 7, 26)).kind is DayKind.ADJUSTED_WORKDAY
    assert [calendar.is_workday(date(2026, 7, 23)) for calendar in (mangshi, kunming)] == [False, True]
    assert mangshi.is_workday(date(2026, 4, 13))  # the shipped edition of that place and year was replaced


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["problem"])
def test_a_faulty_year_is_refused_by_its_entry(tmp_path, case):
    with pytest.raises(CaseError) as refused:
        import_into(tmp_path, case["file"])
    assert refused.value.code == "calendar.invalid"
    assert refused.value.details["file"] == "coming.yaml"
    assert refused.value.details["entry"] == case["entry"]
    assert case["problem"] in refused.value.details["problem"]
    assert not (tmp_path / "extra").exists()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"year: 2027\n#" + b"x" * 1_000_001], ids=len)
def test_what_is_no_text_or_too_long_is_refused(tmp_path, content):
    with pytest.raises(CaseError) as refused:
        import_into(tmp_path, content)
    assert refused.value.code == "calendar.invalid"
    assert not (tmp_path / "extra").exists()


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CaseError) as refused:
        CalendarStore(tmp_path / "extra").import_year(tmp_path / "nowhere.yaml")
    assert refused.value.code == "calendar.invalid"


def test_without_a_folder_nothing_is_imported(tmp_path):
    with pytest.raises(CaseError) as refused:
        CalendarStore().import_year(written(tmp_path, NEW_YEAR))
    assert refused.value.code == "calendar.invalid"


KEYS = ["name", "from", "to", "date", "for", "text", "standing", "day_off"]
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.dates() | st.text(string.printable, max_size=20),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=12,
)
sheets = st.dictionaries(
    st.sampled_from(["year", "division", "source", "sources", "holidays", "workdays"]), values
).map(lambda sheet: yaml.safe_dump({"year": 2027, **sheet}, allow_unicode=True))


@given(garbage=st.binary(max_size=300) | st.text(max_size=300).map(str.encode) | sheets.map(str.encode))
def test_garbage_is_refused_and_leaves_nothing(tmp_path_factory, garbage):
    folder = tmp_path_factory.mktemp("import")
    with pytest.raises(CaseError) as refused:
        import_into(folder, garbage)
    assert refused.value.code == "calendar.invalid"
    assert not (folder / "extra").exists()


def test_a_write_that_fails_leaves_the_old_year_whole(tmp_path, monkeypatch):
    import_into(tmp_path, NEW_YEAR)

    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space left"):
        import_into(tmp_path, NEW_YEAR.replace("01-03", "01-04"))
    assert [file.name for file in (tmp_path / "extra").iterdir()] == ["national-2027.yaml"]
    assert (tmp_path / "extra" / "national-2027.yaml").read_text("utf-8") == NEW_YEAR


def test_a_file_damaged_by_hand_is_told_not_ignored(tmp_path):
    import_into(tmp_path, NEW_YEAR)
    store = CalendarStore(tmp_path / "extra")
    assert 2027 in store.calendar("530127").national
    (tmp_path / "extra" / "national-2027.yaml").write_text("year: 2027", "utf-8")
    with pytest.raises(CaseError) as refused:
        store.calendar("530127")
    assert refused.value.details["file"] == "national-2027.yaml"
