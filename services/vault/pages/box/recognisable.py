"""What in somebody's text looks as if it told who wrote it: a number, an address for mail, a name after 我叫.

It is a hint: what it finds may be of whom they report, and what it does not find may tell as much. People
decide; nothing is refused for it."""

import re
from collections.abc import Iterable
from unicodedata import normalize

# The commoner family names, by which a name is told from other words after 本人 and 我是. Our own list.
_FAMILY = ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡"
           "蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方白邹孟熊秦邱江尹薛闫段"
           "雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤普保木岩")
_LOOKS = tuple(map(re.compile, (
    r"(?<!\d)1[3-9]\d(?:[\W_]{0,2}\d){8}(?!\d)",                  # a mobile telephone
    r"(?<!\d)0\d{2,3}[-\s]{0,2}\d{7,8}(?!\d)",                    # a telephone of a place
    r"(?<!\d)[1-9](?:[\W_]?\d){16}[\W_]?[\dXx](?!\d)",             # an identity card
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",                               # an address for mail
    r"(?:微信|QQ|Q号)号?(?:是|为)?[::\s]{0,2}[A-Za-z\d][\w-]{4,}",
    r"我(?:的名字)?叫[做::\s]{0,2}[\u4e00-\u9fff·]{2,4}",
    rf"(?:本人|我是|是我|我名|署名|举报人)[叫是::\s]{{0,2}}"
    rf"(?:欧阳|上官|司马|诸葛|[{_FAMILY}])[\u4e00-\u9fff]{{1,2}}",
)))
MOST = 8            # are shown


def recognisable(texts: Iterable[str]) -> tuple[str, ...]:
    """As it is written there, each once."""
    plain = [normalize("NFKC", text) for text in texts]
    found = [part.group().strip() for text in plain for looks in _LOOKS for part in looks.finditer(text)]
    return tuple(dict.fromkeys(found))[:MOST]
