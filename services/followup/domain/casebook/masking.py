"""What to mask in a text. The platform proposes, by what it knows of the case and by how such words look;
people decide each. What is found is the text's own writing: the same name written in two ways is two masks.

Names are looked for as `rongcuo.sealing.masking` does: by what is seen. Not found: nicknames, half a name,
what only those know who were there. That is what the two who check it are for.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Final
from unicodedata import normalize

from rongcuo.contracts.followup import EntryText, Mask, MaskChoice, MaskKind
from rongcuo.policy.divisions import Level, divisions
from rongcuo.sealing.masking import stretches
from services.followup.domain.casebook.beginning import Known

LEAST: Final = 2          # signs of a name
REPLACEMENTS: Final[Mapping[MaskKind, str]] = {
    MaskKind.NAME: "某某", MaskKind.UNIT: "某单位", MaskKind.PLACE: "某地", MaskKind.DAY: "某日",
    MaskKind.AMOUNT: "若干元", MaskKind.PROJECT: "某项目", MaskKind.NUMBER: "某号",
    MaskKind.TELEPHONE: "某电话"}

_HAN: Final = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FIGURES: Final = "〇零一二两三四五六七八九十百千万亿"
_CALLED: Final = "(?:某某?|同志|主任|书记|经理|[局县市州区镇乡科处股所院校]长)"
_YEAR: Final = rf"(?:\d{{4}}|[{_FIGURES}]{{4}})"
_OF_DAY: Final = rf"(?:\d{{1,2}}|[{_FIGURES}]{{1,3}})"
# What is called so begins after one of these: a sentence has no blanks between its words.
_SIGNS: Final = "(?<=[，。；：、！？（）()《》“”\"\\s])"
_WORDS: Final = "由与和向对在为经是将被从到及于了"
PATTERNS: Final[Mapping[MaskKind, re.Pattern[str]]] = {
    MaskKind.TELEPHONE: re.compile(
        r"(?<!\d)(?:(?:00|\+)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|"
        r"(?<!\d)0\d{2,3}[-— ]?\d{7,8}(?!\d)"),
    MaskKind.NUMBER: re.compile(
        rf"[{_HAN}]{{0,8}}[〔\[［(（【]\d{{4}}[〕\]］)）】]\s*第?\s*\d+\s*号|\d{{6}}-\d{{4}}-\d{{4,8}}|"
        r"(?<!\d)\d{15,18}[\dXx]?(?!\d)"),
    MaskKind.DAY: re.compile(
        rf"{_YEAR}\s*年\s*{_OF_DAY}\s*月(?:\s*{_OF_DAY}\s*[日号])?|(?<!\d){_OF_DAY}\s*月\s*{_OF_DAY}\s*[日号]|"
        r"(?<!\d)\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)"),
    MaskKind.AMOUNT: re.compile(
        rf"(?<![\d.])\d[\d,]*(?:\.\d+)?\s*[余多]?\s*[百千万亿]*\s*[余多]?元|[{_FIGURES}]+[余多]?[万亿]*元(?![化素旦])"),
    MaskKind.PROJECT: re.compile(
        rf"[“\"《「][^“”\"《》「」]{{2,40}}[”\"》」](?=[{_HAN}]{{0,6}}(?:项目|工程))"),
    MaskKind.UNIT: re.compile(
        rf"(?:{_SIGNS}|(?<=[{_WORDS}])|^)"
        rf"(?![{_WORDS}])[{_HAN}A-Za-z0-9·]{{2,20}}?(?:有限责任公司|股份有限公司|有限公司|集团|合作社|管委会|管理委员会)"),
    MaskKind.PLACE: re.compile(
        rf"(?:{_SIGNS}|(?<=[{_WORDS}县市区镇乡道])|^)"
        rf"(?![农乡城新本全各该我])(?:(?![{_WORDS}])[{_HAN}]){{1,4}}?(?:街道|社区|村民小组|[镇乡村])"
        rf"(?![{_HAN}]{{0,1}}[化振级])"),
}
# A place's body, called by its place: 嵩明县交通运输局.
_BODY: Final = (rf"(?:(?![{_WORDS}])[{_HAN}]){{0,12}}?"
                r"(?:局|委员会|办公室|人民政府|法院|检察院|医院|学校|学院|中心|大队|支队|管理站|服务站)(?!长)")
_ETHNIC: Final = re.compile(
    "(?:(?:彝|苗|回|傣|哈尼|拉祜|佤|布朗|瑶|壮|藏|白|普米|独龙|怒|纳西|傈僳)族)+自治[县州]$")


def proposed(text: EntryText, known: Known, before: Iterable[Mask] = ()) -> tuple[Mask, ...]:
    """In the order of the text. What was decided of the same words before is kept, and so is what people
    have added."""
    decided = {(each.kind, each.words): each for each in before}
    whole = written(text)
    found = dict.fromkeys((*_found(whole, known), *(key for key in decided if key[1] in whole)))
    placed = sorted(found, key=lambda each: (whole.index(each[1]), -len(each[1])))
    return tuple(
        replace(decided[kind, words], number=place) if (kind, words) in decided
        else Mask(number=place, kind=kind, words=words, replacement=REPLACEMENTS[kind])
        for place, (kind, words) in enumerate(placed, start=1))


def masked_text(text: EntryText, masks: Iterable[Mask]) -> EntryText:
    """As it is published. What is still open counts as masked: nothing is shown by an oversight."""
    kept = tuple(masks)
    return EntryText(
        title=masked(text.title, kept), gist=masked(text.gist, kept), facts=masked(text.facts, kept),
        meaning=masked(text.meaning, kept),
        **{name: tuple(masked(each, kept) for each in getattr(text, name))
           for name in ("keywords", "factors", "risks")})


def masked(text: str, masks: Iterable[Mask]) -> str:
    """Where two masks overlap, all that either covers is gone; the one that begins first, and of these the
    longest, says what stands there."""
    spans = sorted((place.start(), -len(each.words), each.replacement)
                   for each in masks if each.choice is not MaskChoice.KEEP
                   for place in re.finditer(f"(?={re.escape(each.words)})", text))
    parts, done = list[str](), 0
    for start, backwards, replacement in spans:
        end = start - backwards
        if end > done:
            parts += [text[done:start], replacement] if start >= done else []
            done = end
    return "".join((*parts, text[done:]))


def betrayed(text: EntryText, masks: Iterable[Mask], known: Known) -> tuple[str, ...]:
    """Names, units, numbers and telephones of the case that the masked text still shows, also by what was
    written in place of others, but for those of which somebody has decided to keep them."""
    kept = {each.words for each in masks if each.choice is MaskChoice.KEEP}
    telling = (MaskKind.NAME, MaskKind.UNIT, MaskKind.NUMBER, MaskKind.TELEPHONE)
    left = _found(written(masked_text(text, masks)), known)
    shown = set(REPLACEMENTS.values())
    return tuple(words for kind, words in left if kind in telling and words not in kept | shown)


def written(text: EntryText) -> str:
    """All of it, a line for each part."""
    return "\n".join((text.title, *text.keywords, text.gist, text.facts, text.meaning, *text.factors,
                      *text.risks))


def _found(whole: str, known: Known) -> Iterator[tuple[MaskKind, str]]:
    for kind, values in ((MaskKind.NAME, known.names), (MaskKind.UNIT, _with_short(known.units)),
                         (MaskKind.NUMBER, known.numbers), (MaskKind.PROJECT, known.projects)):
        for value in values:
            yield from ((kind, whole[start:end]) for start, end in stretches(whole, value))
    for name in known.names:
        yield from ((MaskKind.NAME, each) for each in _called(whole, name))
    narrow = _narrow(whole)
    for kind, pattern in PATTERNS.items():
        for found in pattern.finditer(narrow):
            yield kind, whole[found.start():found.end()].strip()
    yield from _of_places(whole, narrow)


def _of_places(whole: str, narrow: str) -> Iterator[tuple[MaskKind, str]]:
    for place in sorted(_places(), key=len, reverse=True):    # 云县 is not looked for in 祥云县
        if place in narrow:
            for body in re.finditer(place + _BODY, narrow):
                yield MaskKind.UNIT, whole[body.start():body.end()]
            yield MaskKind.PLACE, place
            narrow = narrow.replace(place, "\n" * len(place))


def _called(whole: str, name: str) -> Iterator[str]:
    """By the surname alone, as people are called: 段某, 段局长, 老段."""
    surname = re.escape(name[:1])
    if len(name) >= LEAST and re.match(f"[{_HAN}]", name):
        yield from re.findall(f"{surname}副?{_CALLED}|[老小]{surname}(?![{_HAN}]{{0,1}}区)", whole)


def _with_short(units: Iterable[str]) -> Iterator[str]:
    """As units are called whole, and without the place before: 祥云县自然资源局, 自然资源局."""
    for unit in units:
        yield unit
        for division in divisions():
            short = unit.removeprefix(division.name)
            if short != unit and len(short) > LEAST:
                yield short


@cache
def _places() -> tuple[str, ...]:
    """Counties as they are called whole and short, but for what a prefecture is called as well. Prefectures
    and the province may be named."""
    wide = {_short(each.name) for each in divisions() if each.level is not Level.COUNTY}
    counties = [each.name for each in divisions() if each.level is Level.COUNTY]
    short = {_short(name) for name in counties}
    return (*counties, *sorted(each for each in short - wide if len(each) >= LEAST))


def _short(name: str) -> str:
    bare = _ETHNIC.sub("", name)
    return bare if bare != name else re.sub("[省州市县区]$", "", name)


def _narrow(text: str) -> str:
    """Full-width signs as narrow ones, sign by sign: the places stay where they are."""
    return "".join(plain if len(plain := normalize("NFKC", sign)) == 1 else sign for sign in text)
