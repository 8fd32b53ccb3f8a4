"""The words of the vault."""

from enum import StrEnum


class ReporterStatus(StrEnum):
    """What a reporter is told of their report. No more is known of it here."""

    RECEIVED = "received"            # 已收到
    ACCEPTED = "accepted"            # 已受理
    PASSED_ON = "passed_on"          # 已转有权机关
    NOT_ACCEPTED = "not_accepted"    # 不予受理
    BEING_HANDLED = "being_handled"  # 办理中
    CLOSED = "closed"                # 已办结


class Saying(StrEnum):
    """What the platform itself says to a reporter, in the language of whoever reads it."""

    OPENED = "opened"
    ACCEPTED = "accepted"
    PASSED_ON = "passed_on"
    BEING_HANDLED = "being_handled"
    RESULT_FOLLOWS = "result_follows"
    CLOSED = "closed"


class Author(StrEnum):
    """Who wrote a message."""

    REPORTER = "reporter"
    OFFICE = "office"


class Wish(StrEnum):
    """What a reporter may ask for."""

    PROTECTION = "protection"  # 请求保护
    RECUSAL = "recusal"        # 申请办理人员回避
    WITHDRAWAL = "withdrawal"  # 撤回


class OrderState(StrEnum):
    """Where an order to unseal stands."""

    ASKED = "asked"                # 待批: the prefecture's consent is awaited, or the first custodian
    CONSENTED = "consented"        # 上级已同意
    ONCE_APPROVED = "once_approved"  # 一人已批
    OPEN = "open"                  # 正在查看
    ENDED = "ended"                # 已结束
    REFUSED = "refused"            # 不同意
    LAPSED = "lapsed"              # 逾期未批


class FileKind(StrEnum):
    """What a file that was handed in is, by the ending of its copy's name."""

    PDF = "pdf"
    JPEG = "jpg"
    PNG = "png"
    TIFF = "tif"
    TEXT = "txt"
    CSV = "csv"
