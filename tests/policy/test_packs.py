from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import yaml

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.divisions import divisions, lineage
from rongcuo.policy.limit import LimitUnit
from rongcuo.policy.pack import Pack, QuietHours
from rongcuo.policy.provenance import Source, Standing

HERE = Path(__file__).parent
SCENARIOS = HERE.parents[1] / "scenarios"
DAY = date(2026, 5, 6)
PACKS = HERE.parents[1] / "rongcuo" / "policy" / "packs"
SHEETS = [file.stem.split("-", 1) for file in sorted(PACKS.glob("*.yaml"))]    # of which place, since when
PLACES = tuple(sorted({place for place, _ in SHEETS}))


def pack(packs, code: str) -> Pack:
    return packs.in_force(code, DAY)


def every(value) -> list:
    """The value and everything in it, as deep as it goes."""
    if is_dataclass(value):
        inner = [getattr(value, field.name) for field in fields(value)]
    else:
        inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ()
    return [value, *(found for part in inner for found in every(part))]


def test_there_is_a_pack_of_its_own_for_each_named_place(packs):
    assert tuple(sorted({found.division_code for found in packs.all()})) == PLACES


@pytest.mark.parametrize("place", [place.code for place in divisions()])
def test_every_division_gets_a_working_pack(packs, place):
    found = packs.in_force(place, DAY)
    own = [code for code in lineage(place) if code in PLACES]
    assert found.division_code == own[-1]
    assert found.lineage == tuple(
        f"{code}@{since}" for code in own for place, since in SHEETS if place == code and since <= str(DAY))
    assert found.stage("preliminary_review").limit.amount == 1
    assert found.stage("preliminary_review").limit.unit is LimitUnit.WORKDAYS
    assert found.situations
    assert found.negative_list


def test_every_entry_says_where_it_comes_from(packs):
    for found in packs.all():
        sources = [part for part in every(found) if isinstance(part, Source)]
        terms = [part for part in every(found) if is_dataclass(part) and not isinstance(part, Source | Pack)]
        assert all(isinstance(term.source, Source) for term in terms)
        assert all(source.text for source in sources)
        assert all(source.checked and source.grade for source in sources if not source.illustrative)


def test_the_situations_of_all_scenarios_are_known(packs):
    read = [yaml.safe_load(file.read_text("utf-8")) for file in SCENARIOS.glob("*.yaml")]
    told = {case["place"]: case["chosen"].get("situation") for case in read if "chosen" in case}
    chosen = {place: situation for place, situation in told.items() if situation}
    assert chosen
    for place, situation in chosen.items():
        assert situation in pack(packs, place).situations
        assert situation in pack(packs, "530000").situations


def test_the_province_knows_every_situation(packs):
    everywhere = {code for found in packs.all() for code in found.situations}
    assert everywhere == set(pack(packs, "530000").situations)


@pytest.mark.parametrize(
    ("place", "what", "size"),
    [
        ("530100", "situations", 9), ("530181", "situations", 7), ("530300", "positive_list", 10),
        ("530300", "negative_list", 5), ("532801", "determination_stages", 6), ("532923", "gates", 3),
        ("530127", "determination_stages", 3), ("530181", "colours", 3), ("530181", "colour_presets", 2),
    ],
)
def test_lists_have_the_reported_number_of_entries(packs, place, what, size):
    assert len(getattr(pack(packs, place), what)) == size


@pytest.mark.parametrize(
    ("place", "name", "size"),
    [("530125", "four_checks", 4), ("530300", "eight_views", 8), ("530127", "three_distinctions", 3),
     ("530102", "six_factors", 6)],
)
def test_criteria_sets_have_the_reported_size(packs, place, name, size):
    assert len(pack(packs, place).criteria_sets[name]) == size


def test_what_no_source_supports_is_marked(packs):
    kunming = pack(packs, "530100").situations
    supported = {code for code, item in kunming.items() if item.source.standing is Standing.VERIFIED}
    assert supported == {"project_construction", "emergency"}
    assert pack(packs, "530127").stage("preliminary_review").limit.source.standing is Standing.VERIFIED
    assert pack(packs, "530127").stage("verification").limit.source.standing is Standing.ILLUSTRATIVE
    assert pack(packs, "530102").stage("preliminary_review").limit.source.standing is Standing.ILLUSTRATIVE
    assert all(item.source.illustrative for item in pack(packs, "530181").colours.values())
    positive = pack(packs, "530300").positive_list.values()
    assert sum(item.source.standing is Standing.VERIFIED for item in positive) == 3


@pytest.mark.parametrize(
    ("place", "situation", "colour", "verified", "whitelisted"),
    [
        ("530127", "legacy_problems", None, False, False),
        ("530125", "livelihood", None, False, True),
        ("530125", "emergency", None, False, False),
        ("532923", "livelihood", None, False, True),
        ("532923", "project_construction", None, False, True),
        ("530181", "investment", "yellow", True, False),
        ("530181", "investment", "green", False, False),
        ("530181", "investment", None, False, False),
        ("530302", "reform_pilot", None, True, False),
        ("530302", "emergency", None, False, False),
    ],
)
def test_which_filings_are_verified_and_which_whitelisted(
    packs, place, situation, colour, verified, whitelisted
):
    found = pack(packs, place)
    assert found.needs_verification(situation, colour) is verified
    assert found.whitelists(situation) is whitelisted


def test_a_county_inherits_what_it_does_not_say(packs):
    songming, kunming, province = (pack(packs, code) for code in ("530127", "530100", "530000"))
    assert dict(songming.situations) == dict(kunming.situations) != dict(province.situations)
    assert songming.filing_stages != kunming.filing_stages == province.filing_stages
    assert dict(songming.negative_list) == dict(province.negative_list)
    assert {"four_checks", "three_distinctions"} <= pack(packs, "530125").criteria_sets.keys()


def test_an_unknown_place_and_a_day_before_all_packs_are_refused(packs):
    with pytest.raises(CaseError) as unknown:
        packs.in_force("110000", DAY)
    with pytest.raises(CaseError) as early:
        packs.in_force("530127", date(2022, 12, 31))
    assert unknown.value.code == "policy.unknown_division"
    assert early.value.code == "policy.no_pack_in_force"
    assert early.value.details == {"division_code": "530127", "on": "2022-12-31"}


def test_an_act_of_before_all_packs_is_judged_by_the_first_and_any_other_by_that_of_its_day(packs):
    first = packs.in_force("530127", date(2023, 1, 1))
    assert packs.judging("530127", date(2016, 5, 1)) is packs.judging("530127", date(2023, 1, 1)) is first
    assert packs.judging("530127", DAY) is packs.in_force("530127", DAY) is not first


def test_a_case_finds_its_pack_again(packs):
    found = pack(packs, "530127")
    assert packs.by_id(found.id) is found
    with pytest.raises(CaseError) as refused:
        packs.by_id("530127@2023-01-01.00000000")
    assert refused.value.code == "policy.unknown_pack"


def test_an_unknown_stage_is_refused(packs):
    assert pack(packs, "532801").determination_stage("feedback").name == "反馈"
    with pytest.raises(CaseError) as refused:
        pack(packs, "530127").stage("tea_break")
    assert refused.value.code == "policy.unknown_stage"
    known = refused.value.details["known"]
    assert known == ["preliminary_review", "verification", "joint_meeting", "delivery"]


def test_no_shipped_sheet_was_edited(packs):
    """A case keeps its pack by this id, which holds a digest of all its sheets."""
    listed = yaml.safe_load((HERE / "shipped_packs.yaml").read_text("utf-8"))
    there = {found.id for found in packs.all()}
    gone, new = sorted({*listed} - there), sorted(there - {*listed})
    assert not gone, (f"{gone}: a sheet was edited in place or removed. Undo that, leave shipped_packs.yaml "
                      f"as it was, and put the change into a new sheet with a later valid_from.")
    assert not new, f"append to shipped_packs.yaml: {new}"


def test_reminders_come_before_and_after_the_deadline(packs):
    offsets = [reminder.offset for reminder in pack(packs, "530127").reminders]
    assert offsets == sorted(offsets)
    assert offsets[0] < timedelta(0) < offsets[-1]


@pytest.mark.parametrize(
    ("at", "quiet", "over"),
    [
        (time(20, 59), False, None), (time(21), True, datetime(2026, 5, 7, 7, 30, tzinfo=ZONE)),
        (time(3), True, datetime(2026, 5, 6, 7, 30, tzinfo=ZONE)), (time(7, 30), False, None),
        (time(12), False, None),
    ],
)
def test_quiet_hours_reach_over_midnight(packs, at, quiet, over):
    hours, moment = pack(packs, "530127").quiet_hours, datetime.combine(DAY, at, ZONE)
    assert hours.hold(moment) is quiet
    assert hours.over_at(moment) == (over or moment)


def test_quiet_hours_may_lie_within_a_day(packs):
    noon = QuietHours(time(12), time(14), pack(packs, "530127").quiet_hours.source)
    assert noon.over_at(datetime(2026, 5, 6, 13, tzinfo=ZONE)) == datetime(2026, 5, 6, 14, tzinfo=ZONE)
    assert not noon.hold(datetime(2026, 5, 6, 14, tzinfo=ZONE))
