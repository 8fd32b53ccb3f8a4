"""The sentences about single fields, in Chinese."""

import re

from rongcuo.contracts.readers import Reader
from rongcuo.contracts.writing import unseen

_SENTENCES: tuple[tuple[str, str], ...] = (
    (r"Missing data for required field\.", "必填。"),
    (r"Field may not be null\.", "不能为空。"),
    (r"Unknown field\.", "没有这一项。"),
    (r"Given twice\.", "只能给出一次。"),
    (r"Not a valid string\.", "应为文字。"),
    (r"Not a valid integer\.", "应为整数。"),
    (r"Not a valid number\.", "应为数字。"),
    (r"Not a valid boolean\.", "应为 true 或 false。"),
    (r"Not a valid date\.", "应为日期，例如 2026-02-13。"),
    (r"Not a valid (?:aware )?datetime\.", "应为带时区的时间，例如 2026-02-13T15:20:00+08:00。"),
    (r"Not a valid list\.", "应为列表。"),
    (r"Not a valid mapping type\.", "应为对象。"),
    (r"Invalid input type\.", "应为对象。"),
    (r"Shorter than minimum length (\d+)\.", r"至少 \1 个字。"),
    (r"Longer than maximum length (\d+)\.", r"最多 \1 个字（项）。"),
    (r"Length must be between 0 and (\d+)\.", r"最多 \1 个字。"),
    (r"Length must be between 1 and (\d+)\.", r"必填，最多 \1 个字。"),
    (r"Length must be between (\d+) and (\d+)\.", r"应为 \1 到 \2 个字。"),
    (r"Length must be (\d+)\.", r"应为 \1 个字符。"),
    (r"Must be greater than or equal to (\S+) and less than or equal to (\S+?)\.", r"应在 \1 到 \2 之间。"),
    (r"Must be greater than or equal to (\S+?)\.", r"不能小于 \1。"),
    (r"Must be less than or equal to (\S+?)\.", r"不能大于 \1。"),
    (r"Must be one of: (.+)\.", r"只能是：\1。"),
    (r"must be 1–64 letters, digits or _ \. : @ -", "应为 1–64 个字母、数字或 _ . : @ -。"),
    (r"must not hold (U\+\w+), which turns the direction of writing\.",
     r"不能含有会打乱文字方向的字符 \1，它看不见，请删去后再写一遍这一处。"),
    (r"must not hold (U\+\w+), a control or other unreadable character\.",
     r"不能含有控制字符等读不出来的字符 \1，请删去。"),
    (r"must not hold (.+), which is written from right to left\.",
     r"不能含有从右往左写的 \1：它会打乱文书里前后文字和数字的顺序，请改用汉字译名。"),
    (r"must not hold more than (\d+) marks on one sign, such as (U\+\w+)\.",
     r"一个字上最多叠 \1 个附加符号，多出的（如 \2）会盖住别的行，请删去。"),
    (r"must not hold (U\+\w+), which nobody can see\.",
     r"不能含有看不见的字符 \1，请删去这一处重新输入（从别处粘贴的，常带有它）。"),
    (r"must not hold (.+), which no letter can show\.",
     r"不能含有 \1：文书的字体里没有它，写进文书印不出来，请删去或换成文字。"),
    (r"must stand on one line, without (U\+\w+)\.", r"应写在一行里，不能有换行或制表符（\1）。"),
    *((re.escape(unseen(reader)), f"必填，而且要有看得见的字。{reader.zh}") for reader in Reader),
    (r"must hold something that can be seen\.", "必填，而且要有看得见的字。"),
    (r"must lie between the years (\d+) and (\d+)\.", r"年份应在 \1 到 \2 之间。"),
    (r"must not contain control characters", "不能含有控制字符。"),
    (r"Must name at least one role of a person\.", "至少选择一个岗位角色。"),
    (r"A filer needs a unit\.", "报备人须填写所在单位。"),
    (r"Not an e-mail address such as name@example\.cn", "不是可以送达的邮箱地址，应如 name@example.cn。"),
    (r"The part before the @ must be of Latin letters, digits and \. _ - \+",
     "邮箱 @ 之前只能用拉丁字母、数字和 . _ - +。"),
)
_PATTERNS = tuple((re.compile(pattern), chinese) for pattern, chinese in _SENTENCES)


def in_chinese(sentence: str) -> str:
    """The sentence in Chinese; one that is not listed says only that something is wrong here."""
    for pattern, chinese in _PATTERNS:
        if found := pattern.fullmatch(sentence):
            return found.expand(chinese)
    return "这一项有误。"
