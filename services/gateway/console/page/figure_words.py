"""The words of figures, and where the 16 prefectures stand in its grid."""

from flask_babel import lazy_gettext

from rongcuo.contracts.insight import Code
from rongcuo.contracts.measures import Measure
from services.gateway.console.page.labels import Words

CODES: Words = {
    Code.FILED: lazy_gettext("收到报备"), Code.ACCEPTED: lazy_gettext("受理报备"),
    Code.ON_TIME: lazy_gettext("按期决定"), Code.LATE: lazy_gettext("逾期决定"),
    Code.OPENED: lazy_gettext("进入认定"), Code.EXEMPT: lazy_gettext("免责"),
    Code.MITIGATE: lazy_gettext("减轻"), Code.LIGHTEN: lazy_gettext("从轻"),
    Code.DENIED: lazy_gettext("不予容错"), Code.MEETINGS: lazy_gettext("联席会议"),
    Code.APPEALS: lazy_gettext("提出申诉"), Code.CHANGED: lazy_gettext("申诉后变更"),
    Code.PROGRAMMES: lazy_gettext("开展回访教育"), Code.VISITS: lazy_gettext("回访人次"),
    Code.COMPLETED: lazy_gettext("回访教育办结"),
    Code.PROPOSALS: lazy_gettext("发出建议书"), Code.ANSWERED: lazy_gettext("建议书销号"),
    Code.MENDED: lazy_gettext("问题销号"), Code.RULES: lazy_gettext("新订、修订制度"),
    Code.HOUSEHOLDS: lazy_gettext("受益户数"),
    Code.WAGES: lazy_gettext("追回工资"), Code.INVESTMENT: lazy_gettext("到位投资"),
    Code.JOBS: lazy_gettext("新增岗位"), Code.IN_REVIEW: lazy_gettext("报备审查"),
    Code.IN_DETERMINATION: lazy_gettext("立案到认定"), Code.IN_FEEDBACK: lazy_gettext("认定到反馈"),
    Code.IN_RECORD: lazy_gettext("反馈到备案")}
MEASURES: Words = {
    Measure.MATTERS: lazy_gettext("件"), Measure.PERSONS: lazy_gettext("人"),
    Measure.PERSON_TIMES: lazy_gettext("人次"), Measure.ITEM_TIMES: lazy_gettext("件次"),
    Measure.ORGANISATIONS: lazy_gettext("个组织"), Measure.MEETINGS: lazy_gettext("次"),
    Measure.HOUSEHOLDS: lazy_gettext("户"), Measure.CNY: lazy_gettext("元"), Measure.JOBS: lazy_gettext("个")}
# By the first digits of their codes. The grid itself, in which they lie as on the map, is in console.css.
PREFECTURES: Words = {
    "5301": lazy_gettext("昆明"), "5303": lazy_gettext("曲靖"), "5304": lazy_gettext("玉溪"),
    "5305": lazy_gettext("保山"), "5306": lazy_gettext("昭通"), "5307": lazy_gettext("丽江"),
    "5308": lazy_gettext("普洱"), "5309": lazy_gettext("临沧"), "5323": lazy_gettext("楚雄"),
    "5325": lazy_gettext("红河"), "5326": lazy_gettext("文山"), "5328": lazy_gettext("西双版纳"),
    "5329": lazy_gettext("大理"), "5331": lazy_gettext("德宏"), "5333": lazy_gettext("怒江"),
    "5334": lazy_gettext("迪庆")}
