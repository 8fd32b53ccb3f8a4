"""What the words of a clearing should not have: a verdict on the whole person, or a hint at who reported.
People decide; whoever words, plans or approves it is shown what was found."""

from collections.abc import Iterable
from typing import Final

from rongcuo.contracts.clarify import ClearedAllegation, Plan, UnitAsk
from rongcuo.texts.folding import seen_as

VERDICTS: Final = ("一贯", "清正廉洁", "廉洁奉公", "各方面", "全面", "没有任何问题", "没有问题", "优秀",
                   "好干部", "作风过硬", "表现突出")
OF_REPORTERS: Final = ("举报", "检举", "控告人", "反映人", "来信", "写信", "实名", "匿名", "署名", "知情人",
                       "诬告", "陷害")


def doubtful(known: Iterable[ClearedAllegation], plan: Plan | None = None, asks: Iterable[UnitAsk] = ()
             ) -> tuple[str, ...]:
    """The words that stand in anything that leaves, however they are written: in what is said, before whom
    and where, to whom the letter goes, and in what units are asked."""
    before = [f"{each.who}\n{each.place}" for each in plan.audiences] if plan else []
    seen = seen_as("\n".join((
        *(f"{each.words}\n{each.conclusion}" for each in known), *before, plan.head if plan else "",
        *(f"{each.unit}\n{each.what}" for each in asks))))
    return tuple(word for word in (*VERDICTS, *OF_REPORTERS) if word in seen)
