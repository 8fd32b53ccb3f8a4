"""Accepted filings of one county in great number, and what is reported of some of them. All of one division,
which is the hardest: so many share their words."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine, insert

from bench.matter import ORGAN
from rongcuo.contracts.clarify import Allegation, ReportedPerson
from rongcuo.contracts.unit_names import unit_key
from rongcuo.texts.folding import seen_as
from services.clarify.domain.shield import folded
from services.clarify.storage.filed_matters import SIGNS, grams, matters

PLACES = ("杨林", "杨桥", "嵩阳", "小街", "滇源", "阿子营", "牛栏江", "白邑", "果马", "麦地冲", "大哨",
          "梨花", "回辉", "马坊")
PARTS = ("东村", "西村", "新村", "上营", "下营", "河口", "坝子", "老街", "水库旁", "工业园", "集镇", "沿湖")
THINGS = ("农村公路", "灌溉沟渠", "安置房", "冷链仓库", "污水管网", "养老院", "小学食堂", "蔬菜大棚",
          "河道治理", "危房改造", "光伏电站", "乡村旅游", "应急水源", "土地流转", "老旧小区")
WAYS = ("先行施工", "容缺受理", "边批边建", "简化招标", "提前拨款", "合并审批", "试点承包", "以奖代补",
        "包干使用", "跨年结转")
SURNAMES = "赵钱孙李周吴郑王冯陈杨朱秦许何吕施张孔曹"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平"
KINDS = ("镇政府", "水务所", "交通所", "农业中心", "学校")
UNITS = tuple(f"{place}{kind}" for place in PLACES for kind in KINDS)
REPORTED = ("负责人{name}在{title}中没有办齐手续，也没有公开征求意见，群众多次反映都没有答复。"
            "今年三月在{place}现场看到已经动工，施工牌上没有许可证号，合同金额也没有公示。"
            "据说是先做后补。希望查清是否违反程序、是否有人从中得利。")
BATCH = 5_000
Row = dict[str, Any]


def fill(engine: Engine, count: int) -> None:
    """So many, as clarify keeps them."""
    with engine.begin() as connection:
        for start in range(0, count, BATCH):
            rows = [filed(number) for number in range(start, min(start + BATCH, count))]
            connection.execute(insert(matters), rows)
            connection.execute(insert(grams), [one for row in rows for one in _grams(row)])


def reported(number: int) -> Allegation:
    """What somebody writes about the filing of this number, in words of their own; not by account."""
    row = filed(number)
    text = REPORTED.format(name=row["filer_name"], title=row["title"], place=row["title"][:4])
    person = ReportedPerson(name=row["filer_name"], unit=row["unit"])
    return Allegation(text=text, place=row["title"][:4], act_from=date(2026, 3, 5),
                      act_until=date(2026, 3, 20), person=person)


def filed(number: int) -> Row:
    """Always the same for the same number."""
    dice = random.Random(number)  # noqa: S311  (no secret)
    place = dice.choice(PLACES) + dice.choice(PARTS)
    title = f"{place}{dice.choice(THINGS)}{dice.choice(WAYS)}{dice.randint(1, 99)}标段"
    name, unit = dice.choice(SURNAMES) + dice.choice(GIVEN) + dice.choice(GIVEN), dice.choice(UNITS)
    return {
        "filing_id": f"{number:032x}", "number": f"{ORGAN}-2026-{number:06}",
        "register_number": f"{ORGAN}-D-2026-{number:06}", "organ_id": ORGAN, "division_code": ORGAN,
        "filer_id": f"officer{number % 20_000}", "filer_name": name, "filer_key": seen_as(name), "unit": unit,
        "unit_key": unit_key(unit), "title": title, "seen": folded(title, f"为赶工期，{title}拟先行。"),
        "digest": f"{number:064x}", "submitted_at": datetime(2026, 1, 1 + number % 28, tzinfo=UTC),
        "valid_from": date(2026, 1, 1), "valid_until": date(2026, 12, 31), "act_from": None,
        "act_until": None, "voided": False}


def _grams(row: Row) -> Iterator[Row]:
    seen = seen_as(row["title"])
    for gram in {seen[place:place + SIGNS] for place in range(len(seen) - SIGNS + 1)}:
        yield {"division_code": row["division_code"], "gram": gram, "filing_id": row["filing_id"]}
