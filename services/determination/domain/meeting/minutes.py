"""What happened at a meeting, in Chinese words: for its minutes (会议纪要), and for a draft of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import (
    ABSTAIN,
    APPLIES,
    APPLIES_NOT,
    NO_MAJORITY,
    ItemState,
    MinutesConcluded,
)
from rongcuo.contracts.review import RecusalGround
from rongcuo.policy.calendar import ZONE
from services.determination.domain.meeting.ballots import Ballot, tally
from services.determination.domain.meeting.events import standing
from services.determination.domain.meeting.facts import Facts
from services.determination.domain.meeting.items import AgendaItem

CHOICES: Mapping[str, str] = {
    APPLIES: "涉及该项", APPLIES_NOT: "不涉及该项", ABSTAIN: "弃权", NO_MAJORITY: "未形成多数意见"}
GROUNDS: Mapping[RecusalGround, str] = {
    RecusalGround.SELF: "本人", RecusalGround.RELATIVE: "近亲属", RecusalGround.INTEREST: "利害关系",
    RecusalGround.WITNESS: "本案证人", RecusalGround.OTHER: "其他原因"}


class Minutes:
    """A meeting's facts in words, with the outcomes named as in its pack."""

    def __init__(self, meeting: Facts, occasion: Occasion) -> None:
        self._meeting = meeting
        self._occasion = occasion
        self._wording = {**CHOICES, **{code: item.name for code, item in occasion.pack.outcomes.items()}}

    def concluded(self, recused: frozenset[str] = frozenset()) -> MinutesConcluded:
        """The event of the last signature. `recused`: from the cases themselves. Who signed nothing because
        they are kept from a case stands apart: the printed minutes are not for them either."""
        meeting, stands = self._meeting, standing(self._meeting, self._occasion)
        apart = {*stands.apart, *recused} - {*meeting.signers}
        return MinutesConcluded(
            standing=replace(stands, apart=tuple(sorted(apart))), chair_name=self._name(meeting.chair_id),
            minutes=meeting.minutes, place=meeting.place, members=meeting.attendance.member_ids,
            present=self._present, absent=self._absent, recused=tuple(self._recusals()),
            resolved=tuple(map(self.resolved, meeting.agenda.items)), minority=tuple(self._minority()),
            met_at=meeting.met_at or meeting.meets_at, at=self._occasion.now)

    def draft(self) -> str:
        """A proposal that the chair may change."""
        sections = (f"{number}、{sentence}"
                    for number, sentence in enumerate(map(self.resolved, self._meeting.agenda.items), 1))
        opinions = tuple(self._minority())
        minority = ("少数意见：", *opinions) if opinions else ("少数意见：无。",)
        return "\n".join((*self._head(), "会议议定：", *sections, *minority))

    def resolved(self, item: AgendaItem) -> str:
        """One sentence for an item."""
        about = f"关于“{self._title(item.case_id)}”"
        listed = item.asked.name or item.asked.negative_item
        asked = "认定结果" if item.asks_outcome else f"负面清单“{listed}”"
        if item.state is not ItemState.REVEALED:
            return f"{about}：{asked}未表决。"
        votes = "，".join(f"{self._wording.get(choice, choice)}{count}票"
                         for choice, count in tally(item.ballots).most_common())
        return f"{about}：{asked}——{self._wording.get(item.result, item.result)}（{votes}）。"

    @property
    def _present(self) -> tuple[str, ...]:
        return self._meeting.attendance.names(self._meeting.attended)

    @property
    def _absent(self) -> tuple[str, ...]:
        attendance = self._meeting.attendance
        return attendance.names({*attendance.member_ids} - self._meeting.attended)

    def _head(self) -> tuple[str, ...]:
        meeting = self._meeting
        at = (meeting.met_at or meeting.meets_at).astimezone(ZONE)
        return (f"时间：{at.year}年{at.month}月{at.day}日{at.hour}时{at.minute:02}分",
                f"地点：{meeting.place or '（请填写）'}",
                f"主持：{self._name(meeting.chair_id)}",
                f"出席：{_listed(self._present)}", f"缺席：{_listed(self._absent)}",
                f"回避：{_listed(tuple(self._recusals()), '；')}")

    def _recusals(self) -> Iterator[str]:
        for each in self._meeting.attendance.recusals:
            yield f"{self._name(each.officer_id)}（“{self._title(each.case_id)}”，{GROUNDS[each.ground]}）"

    def _minority(self) -> Iterator[str]:
        for item in self._meeting.agenda.items:
            yield from (self._opinion(item, ballot) for ballot in item.minority)

    def _opinion(self, item: AgendaItem, ballot: Ballot) -> str:
        choice = self._wording.get(ballot.choice, ballot.choice)
        wished = choice if ballot.choice == ABSTAIN else f"主张{choice}"
        return f"{self._name(ballot.member_id)}就“{self._title(item.case_id)}”{wished}：{ballot.reason}"

    def _name(self, officer_id: str) -> str:
        return self._meeting.attendance.member(officer_id).name

    def _title(self, case_id: str) -> str:
        return self._meeting.agenda.case(case_id).title


def _listed(names: tuple[str, ...], between: str = "、") -> str:
    return between.join(names) or "无"
