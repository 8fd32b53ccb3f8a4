"""What the words of a clearing should not have: a verdict on the whole person, a hint at who reported, or the
reporter's own sentence, which those before whom it is read out may know somebody by. People decide; whoever
words, plans or approves it is shown what was found."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rongcuo.contracts.clarify import ClearedAllegation, Plan, UnitAsk
from rongcuo.texts.folding import seen_as

VERDICTS: Final = ("一贯", "清正廉洁", "廉洁奉公", "各方面", "全面", "没有任何问题", "没有问题", "优秀",
                   "好干部", "作风过硬", "表现突出")
OF_REPORTERS: Final = ("举报", "检举", "控告人", "反映人", "来信", "写信", "实名", "匿名", "署名", "知情人",
                       "诬告", "陷害")
OF_WITNESSES: Final = ("亲眼", "亲耳", "亲手", "亲历", "在场", "目睹", "看到", "看见", "听到", "听说", "收条",
                       "借条", "欠条", "收据", "录音", "录像", "截图", "照片", "聊天记录", "转账记录", "为证",
                       "作证", "证人", "可以证明")
_I = re.compile(r"我(?![局县委市省州区镇乡院处办厅部])们?")     # but not an office that speaks of itself
LEAST_IN_COMMON: Final = 10     # letters and digits in a row; our own figure


def doubtful(known: Iterable[ClearedAllegation], plan: Plan | None = None, asks: Iterable[UnitAsk] = (),
             reported: Iterable[str] = ()) -> tuple[str, ...]:
    """The words that stand in anything that leaves, however they are written: in what is said, before whom
    and where, to whom the letter goes, and in what units are asked; and what stands in the report's texts,
    too."""
    before = [f"{each.who}\n{each.place}" for each in plan.audiences] if plan else []
    seen = seen_as("\n".join((
        *(f"{each.words}\n{each.conclusion}" for each in known), *before,
        *((plan.head, plan.personnel_body, *plan.units) if plan else ()),
        *(f"{each.unit}\n{each.what}" for each in asks))))
    listed = (word for word in (*VERDICTS, *OF_REPORTERS, *OF_WITNESSES) if word in seen)
    return tuple(dict.fromkeys((*listed, *_I.findall(seen), *_in_common(_bare(seen), reported))))


def _in_common(said: str, reported: Iterable[str]) -> Iterator[str]:
    """The longest runs, one after another."""
    runs = {bare[at:at + LEAST_IN_COMMON] for bare in map(_bare, map(seen_as, reported))
            for at in range(len(bare) - LEAST_IN_COMMON + 1)}
    start = end = 0
    for at in range(len(said) + 1):
        if said[at:at + LEAST_IN_COMMON] in runs:
            start, end = (start if at < end else at), at + LEAST_IN_COMMON
        elif end and at >= end:
            yield said[start:end]
            start = end = 0


def _bare(seen: str) -> str:
    return "".join(sign for sign in seen if sign.isalnum())
