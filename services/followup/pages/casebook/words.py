"""The words of the casebook's pages: Chinese is the message itself."""

from flask_babel import lazy_gettext

from rongcuo.contracts.followup import (
    Coordinate,
    EntryState,
    MaskChoice,
    MaskKind,
    PostLevel,
    UnitKind,
)
from rongcuo.contracts.followup import EntrySourceKind as Kind
from services.gateway.console.page.labels import Words

TABS: Words = {
    "published": lazy_gettext("已发布"), "work": lazy_gettext("起草和审核"), "over": lazy_gettext("不再有效")}
NOT_FOUND = lazy_gettext("没有找到案例。换两个以上的字再查，或者换一个领域。")
EMPTY: Words = {
    "published": lazy_gettext("还没有发布的案例。脱敏并经两人审核的典型案例会在这里。"),
    "work": lazy_gettext("没有在起草、审核的案例。"),
    "over": lazy_gettext("没有撤回或者被新版替代的案例。")}
STATES: Words = {
    EntryState.DRAFT: lazy_gettext("起草"), EntryState.MASKS_PROPOSED: lazy_gettext("脱敏、待一审"),
    EntryState.FIRST_CHECKED: lazy_gettext("一审通过，待二审"),
    EntryState.SECOND_CHECKED: lazy_gettext("二审通过，待发布"),
    EntryState.PUBLISHED: lazy_gettext("已发布"), EntryState.WITHDRAWN: lazy_gettext("已撤回"),
    EntryState.SUPERSEDED: lazy_gettext("已被新版替代")}
WAY: Words = {
    EntryState.DRAFT: lazy_gettext("起草"), EntryState.MASKS_PROPOSED: lazy_gettext("脱敏"),
    EntryState.FIRST_CHECKED: lazy_gettext("一审"), EntryState.SECOND_CHECKED: lazy_gettext("二审"),
    EntryState.PUBLISHED: lazy_gettext("发布")}
SOURCES: Words = {
    Kind.DETERMINATION: lazy_gettext("容错认定"), Kind.CLEARING: lazy_gettext("澄清正名"),
    Kind.OVERSIGHT: lazy_gettext("事中监督"), Kind.HAND: lazy_gettext("手工录入")}
MASKS: Words = {
    MaskKind.NAME: lazy_gettext("姓名"), MaskKind.UNIT: lazy_gettext("单位"),
    MaskKind.PLACE: lazy_gettext("地名"), MaskKind.DAY: lazy_gettext("日期"),
    MaskKind.AMOUNT: lazy_gettext("金额"), MaskKind.PROJECT: lazy_gettext("项目名称"),
    MaskKind.NUMBER: lazy_gettext("文号、编号"), MaskKind.TELEPHONE: lazy_gettext("电话")}
CHOICES: Words = {
    MaskChoice.OPEN: lazy_gettext("还没有决定"), MaskChoice.MASK: lazy_gettext("脱敏"),
    MaskChoice.KEEP: lazy_gettext("保留")}
UNIT_KINDS: Words = {
    UnitKind.UNSAID: lazy_gettext("不说明"), UnitKind.DEPARTMENT: lazy_gettext("党政部门"),
    UnitKind.TOWNSHIP: lazy_gettext("乡镇（街道）"), UnitKind.INSTITUTION: lazy_gettext("事业单位"),
    UnitKind.ENTERPRISE: lazy_gettext("企业"), UnitKind.PARK: lazy_gettext("园区管委会"),
    UnitKind.VILLAGE: lazy_gettext("村（社区）")}
POST_LEVELS: Words = {
    PostLevel.UNSAID: lazy_gettext("不说明"), PostLevel.HEAD: lazy_gettext("单位主要负责人"),
    PostLevel.DEPUTY: lazy_gettext("单位其他负责人"), PostLevel.SECTION: lazy_gettext("内设机构负责人"),
    PostLevel.STAFF: lazy_gettext("一般工作人员")}
COORDINATES: Words = {
    Coordinate.UNIT_KIND: lazy_gettext("单位类型"), Coordinate.POST_LEVEL: lazy_gettext("岗位层级"),
    Coordinate.FIELD: lazy_gettext("领域"), Coordinate.PLACE: lazy_gettext("地方"),
    Coordinate.MONTH: lazy_gettext("月份"), Coordinate.SITUATION: lazy_gettext("情形")}
VERBS: Words = {
    "begin": lazy_gettext("已起草"), "write": lazy_gettext("已修改文字"),
    "describe": lazy_gettext("已写明特征"), "propose": lazy_gettext("系统已提出脱敏建议"),
    "decide": lazy_gettext("已决定脱敏"), "add_mask": lazy_gettext("已补充脱敏"),
    "name_checkers": lazy_gettext("已指定审核人"), "confirm": lazy_gettext("审核通过"),
    "send_back": lazy_gettext("已退回修改"), "publish": lazy_gettext("已发布"),
    "withdraw": lazy_gettext("已撤回"), "supersede": lazy_gettext("已被新版替代")}
