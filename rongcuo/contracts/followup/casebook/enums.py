"""The words of the casebook."""

from enum import StrEnum


class EntryState(StrEnum):
    """Where an entry stands, named after what was done last."""

    DRAFT = "draft"                      # 起草
    MASKS_PROPOSED = "masks_proposed"    # 已提出脱敏建议，待决定、待一审
    FIRST_CHECKED = "first_checked"      # 一审通过
    SECOND_CHECKED = "second_checked"    # 二审通过，待发布
    PUBLISHED = "published"              # 已发布
    WITHDRAWN = "withdrawn"              # 已撤回
    SUPERSEDED = "superseded"            # 已被新版替代


class EntrySourceKind(StrEnum):
    """What a case is told from."""

    DETERMINATION = "determination"    # 容错认定
    CLEARING = "clearing"              # 澄清正名
    OVERSIGHT = "oversight"            # 事中监督
    HAND = "hand"                      # 手工录入


class MaskKind(StrEnum):
    """What may say who it was."""

    NAME = "name"              # 姓名
    UNIT = "unit"              # 单位
    PLACE = "place"            # 州市以下地名
    DAY = "day"                # 日期
    AMOUNT = "amount"          # 金额
    PROJECT = "project"        # 项目名称
    NUMBER = "number"          # 文号、编号
    TELEPHONE = "telephone"    # 电话


class MaskChoice(StrEnum):
    """What people decide of one that was proposed."""

    OPEN = "open"    # 还没有决定
    MASK = "mask"    # 脱敏
    KEEP = "keep"    # 保留


class UnitKind(StrEnum):
    """What kind of unit a case is about. `unsaid`: the entry does not say."""

    UNSAID = ""
    DEPARTMENT = "department"        # 党政部门
    TOWNSHIP = "township"            # 乡镇（街道）
    INSTITUTION = "institution"      # 事业单位
    ENTERPRISE = "enterprise"        # 企业
    PARK = "park"                    # 园区管委会
    VILLAGE = "village"              # 村（社区）


class PostLevel(StrEnum):
    """How high the post is. `unsaid`: the entry does not say."""

    UNSAID = ""
    HEAD = "head"          # 单位主要负责人
    DEPUTY = "deputy"      # 单位其他负责人
    SECTION = "section"    # 内设机构负责人
    STAFF = "staff"        # 一般工作人员


class Coordinate(StrEnum):
    """What an entry says of its case beside its words: together these may fit one person alone."""

    UNIT_KIND = "unit_kind"
    POST_LEVEL = "post_level"
    FIELD = "field"
    PLACE = "place"
    MONTH = "month"
    SITUATION = "situation"
