"""Packs that change over time, and files that cannot be right."""

import shutil
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import pytest
import yaml

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.pack import PackStore

BROKEN = yaml.safe_load((Path(__file__).parent / "cases" / "pack_refused.yaml").read_text("utf-8"))


@pytest.fixture
def folder(tmp_path) -> Path:
    """The province's and Kunming's sheets, to be added to."""
    with as_file(files("rongcuo.policy").joinpath("packs")) as shipped:
        for path in (*shipped.glob("530000-*.yaml"), *shipped.glob("530100-*.yaml")):
            shutil.copy(path, tmp_path / path.name)
    return tmp_path


def add(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")


def test_a_later_file_takes_over_on_its_day(folder):
    before = PackStore(folder).in_force("530127", date(2026, 1, 1))
    add(folder, "530100-2027.yaml", """
division: "530100"
name: 昆明市
valid_from: 2027-01-01
filing: {validity_months: 6}
""")
    store = PackStore(folder)
    old, new = store.in_force("530127", date(2026, 12, 31)), store.in_force("530127", date(2027, 1, 1))
    assert (old.id, old.filing.validity_months) == (before.id, 12)
    assert (new.filing.validity_months, new.filing.supplements_allowed) == (6, 1)
    assert new.id.startswith("530100@2027-01-01.")
    assert store.by_id(before.id) is old
    assert store.by_id(new.id) is new


def test_a_new_file_of_the_province_makes_a_new_pack_of_the_prefecture(folder):
    before = PackStore(folder).in_force("530100", date(2027, 12, 31))
    add(folder, "530000-later.yaml", """
division: "530000"
name: 云南省
valid_from: 2028-01-01
filing: {supplements_allowed: 2}
""")
    store = PackStore(folder)
    assert store.in_force("530100", date(2027, 12, 31)).id == before.id
    later = store.in_force("530100", date(2028, 1, 1))
    assert later.id != before.id
    assert later.lineage == (*before.lineage[:5], "530000@2028-01-01", *before.lineage[5:])
    assert (later.filing.supplements_allowed, later.filing.validity_months) == (2, 12)
    assert store.by_id(before.id).lineage == before.lineage


def test_a_later_file_leaves_what_it_does_not_mention(folder):
    add(folder, "530100-2027.yaml", """
division: "530100"
name: 昆明市
valid_from: 2027-01-01
sources: {s: {text: 示例, standing: illustrative}}
situations: [{code: livelihood, name: 民生, name_en: Livelihood, source: s}]
""")
    store = PackStore(folder)
    old, new = (store.in_force("530100", date(year, 6, 1)) for year in (2026, 2027))
    assert (len(old.situations), len(new.situations)) == (9, 1)
    assert new.organ_marks.own["530100"] == old.organ_marks.own["530100"] == "昆纪容"


def test_after_its_last_day_a_sheet_gives_way_to_what_lies_under_it(folder):
    add(folder, "530127.yaml", """
division: "530127"
name: 嵩明县
valid_from: 2026-01-01
valid_until: 2026-06-30
filing: {validity_months: 3}
""")
    store = PackStore(folder)
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1))
    assert [store.in_force("530127", day).filing.validity_months for day in days] == [12, 3, 3, 12]


def test_an_edit_in_place_changes_the_id_but_a_comment_does_not(folder):
    name = "530100-2023-01-01.yaml"
    text = (folder / name).read_text("utf-8")
    before = PackStore(folder).in_force("530100", date(2026, 1, 1)).id
    add(folder, name, "# a remark\n" + text)
    assert PackStore(folder).in_force("530100", date(2026, 1, 1)).id == before
    add(folder, name, text.replace("推进项目建设", "推进项目"))
    with pytest.raises(CaseError) as refused:
        PackStore(folder).by_id(before)
    assert refused.value.code == "policy.unknown_pack"


def test_a_county_alone_is_no_pack(tmp_path):
    add(tmp_path, "530127.yaml", 'division: "530127"\nname: 嵩明县\nvalid_from: 2026-01-01\n')
    with pytest.raises(CaseError) as refused:
        PackStore(tmp_path).in_force("530127", date(2026, 1, 1))
    assert refused.value.code == "policy.no_pack_in_force"


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case["problem"])
def test_a_broken_sheet_is_told_by_file_and_entry(folder, case):
    head = 'division: "530127"\nname: 嵩明县\nvalid_from: 2024-01-01\n'
    add(folder, "broken.yaml", case["file"] if case.get("whole") else head + case["file"])
    with pytest.raises(CaseError) as refused:
        PackStore(folder)
    assert refused.value.code == "policy.invalid_pack"
    assert (refused.value.details["file"], refused.value.details["entry"]) == ("broken.yaml", case["entry"])
    assert case["problem"] in refused.value.details["problem"]
