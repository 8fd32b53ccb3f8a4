"""Published entries of the casebook in great number, and what is looked for in them. They say the same things
again and again, which is the hardest: so many share their words."""

import random
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Final

from sqlalchemy import Engine, insert

from bench.match_filings import PARTS, PLACES, THINGS, WAYS
from bench.matter import filer
from rongcuo.contracts.followup import EntrySource, EntrySourceKind, EntryState, EntryText, Validity
from rongcuo.policy.divisions import PROVINCE, Level, divisions
from services.followup.domain.casebook import CasebookEntry, Known
from services.followup.storage.casebook import table
from services.followup.storage.casebook_content import row_of
from services.followup.storage.casebook_grams import grams, rows_of, words

READER: Final = filer()
CLAUSES: Final = (
    "为赶在雨季之前完工", "班子集体研究后决定", "用地审批手续还没有办完", "事先向主管部门作了口头汇报",
    "没有为个人谋取利益", "发现问题后主动停工", "及时补办了有关手续", "造成的损失已经全部挽回",
    "群众对结果表示满意", "政策界限当时并不明确", "上级文件只有原则要求", "专家论证认为风险可控",
    "公示期内没有收到异议", "资金拨付比合同约定提前", "采购方式由公开招标改为竞争性磋商",
    "监理单位每周提交报告", "工程质量经检测合格", "财务账目经审计没有问题", "对合作企业的资质审查不严",
    "与村民逐户签订了协议", "拆迁补偿标准前后不一致", "应急抢险期间先行调拨物资", "档案材料没有及时归集",
    "会议记录不够完整", "试点方案经过合法性审查", "项目实施中遇到地质变化", "招商引资承诺超出权限",
    "企业如期投产并吸纳就业", "生态修复达到验收标准", "基层减负的要求没有落实到位")
TOLD: Final = 14                                       # of them in one entry
NEVER_TOGETHER: Final = ("当年全部完成", "跨年结转使用")
BORDER: Final = "口岸通关便利"                           # in those alone that are shown in another prefecture
RARE: Final = ("冰雹灾害保险", 333)                      # in one of so many, shown in the whole province
SEARCHED: Final[Mapping[str, str]] = {
    "common": "用地",
    "rare": RARE[0][:4],
    "sentence": "用地审批手续还没有办完",
    "absent": "深海渔港",
    "apart": " ".join(NEVER_TOGETHER),
    "elsewhere": BORDER}
PLACED: Final = tuple(tuple(each.code for each in divisions() if each.level is level) for level in Level)
FOUND: Final = frozenset({"common", "rare", "sentence"})
FIRST: Final = 0x4E00
SIGNS: Final = 3_000     # of which names and the like are made: two of them that nothing else has together
BATCH: Final = 500


def fill(engine: Engine, count: int) -> None:
    """So many, as followup keeps them."""
    with engine.begin() as connection:
        for start in range(0, count, BATCH):
            entries = [entry(number) for number in range(start, min(start + BATCH, count))]
            found = [rows_of(each) for each in entries]
            connection.execute(insert(table), [row_of(each) for each in entries])
            connection.execute(insert(words), [whole for whole, _ in found])
            connection.execute(insert(grams), [row for _, each in found for row in each])


def entry(number: int) -> CasebookEntry:
    """Always the same for the same number. In turns for the province, a prefecture and a county."""
    dice = random.Random(number)  # noqa: S311  (no secret)
    shown_in = dice.choice(PLACED[number % len(PLACED)])
    since = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
    return CasebookEntry(
        id=f"{number:032x}", version=1, number=f"案例〔2026〕{number + 1}号", organ_id=PROVINCE,
        division_code=PROVINCE, pack_id="bench", source=EntrySource(kind=EntrySourceKind.HAND), known=Known(),
        writer_id="writer", writer_name="编写人", writers=frozenset(), area="land", shown_in=shown_in,
        text=_text(number, shown_in, dice), begun_at=since, since=since, state=EntryState.PUBLISHED,
        validity=Validity(since=date(2026, 1, 1), until=date(2099, 12, 31)))


def _text(number: int, shown_in: str, dice: random.Random) -> EntryText:
    clauses = dice.sample(CLAUSES, TOLD)
    clauses.append(NEVER_TOGETHER[number % 2])
    if shown_in != PROVINCE and shown_in[:4] != READER.division_code[:4]:
        clauses.append(BORDER)
    if number % RARE[1] == 0:
        clauses.append(RARE[0])
    names = "".join(chr(FIRST + dice.randrange(SIGNS)) for _ in range(24))
    thing, way = dice.choice(THINGS), dice.choice(WAYS)
    return EntryText(
        title=f"{dice.choice(PLACES)}{dice.choice(PARTS)}{thing}{way}案", keywords=(thing, way),
        gist="，".join(clauses[:3]) + "。", facts="，".join((names, *clauses)) + "。",
        meaning="出于公心、程序可补、损失已经挽回的，应当与失职渎职区分开来。",
        factors=(clauses[0],), risks=(clauses[1],))
