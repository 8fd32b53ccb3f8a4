"""A joint meeting on one case: convened, the roll called, sealed votes revealed together, minutes signed."""

from datetime import datetime, timedelta
from typing import Any

from rongcuo.policy.rules import Rules
from scenarios.determination_facts import DeterminationFacts
from scenarios.meeting_facts import ABSTAIN
from scenarios.platform import Answer, Person, Refused
from scenarios.stage import Seen, Stage
from scenarios.wording import NotUnderstood

NOTICE = timedelta(minutes=2)     # over before anything else follows on it


class MeetingPlay:
    """The members of the place's joint meeting at work."""

    def __init__(self, stage: Stage, seen: Seen, facts: DeterminationFacts, rules: Rules,
                 at: datetime) -> None:
        self._stage, self._seen, self._facts, self._at = stage, seen, facts, at
        self._case = seen.determination
        quorum = rules.pack(facts.organ_id[:6], at.date()).quorum
        wanted = quorum.members_at_least + facts.meeting.recused    # for whom others come
        self._meets_at = at + NOTICE
        self._members = stage.people.members(facts.organ_id, wanted)
        self._lead = stage.people.at(facts.organ_id, facts.unit).lead
        self._by_id = {member.officer_id: member for member in self._members}

    def held(self) -> Answer:
        """The meeting with its minutes signed by all."""
        self._meeting = self._lead.post("/meetings", self._invitation(), self._key("convene"))
        self._stage.set_time(self._meets_at)
        chair = self._members[0]
        for member in self._members[1:][:self._facts.meeting.recused]:
            self._do(chair, "recuse-member", {
                "case_id": self._case["case_id"], "officer_id": member.officer_id,
                "ground": "interest", "reason": "与本事项有利害关系。(示例)"}, f"recuse.{member.officer_id}")
        self._call_roll(chair)
        for item in self._meeting["items"]:
            self._vote(chair, item["item_id"])
        self._do(chair, "minutes", {"minutes": f"会议研究了{self._facts.title}。(示例)"})
        while signer := self._meeting["next_to_sign"]:
            self._do(self._by_id[signer], "sign", step=f"sign.{signer}")
        return self._meeting

    def _call_roll(self, chair: Person) -> None:
        """Those who are said to be absent stay away, last come first; where too few came, all come then."""
        everybody = list(self._by_id)
        present = everybody[:len(everybody) - self._facts.meeting.absent]
        try:
            self._do(chair, "roll", {"present_ids": present})
        except Refused as refusal:
            self._all_come(chair, refusal)

    def _open(self, chair: Person, item_id: str) -> None:
        """Where too few of those who came may vote on it, all come then."""
        try:
            self._do(chair, "open-vote", {"item_id": item_id}, f"open.{item_id}")
        except Refused as refusal:
            self._all_come(chair, refusal)
            self._do(chair, "open-vote", {"item_id": item_id}, f"open.again.{item_id}")

    def _all_come(self, chair: Person, refusal: Refused) -> None:
        if refusal.code != "meeting.no_quorum":
            raise refusal
        self._seen.roll_refused_with = refusal.code
        self._do(chair, "roll", {"present_ids": list(self._by_id)}, "roll.again")

    def _invitation(self) -> Answer:
        return {"title": f"容错认定联席会议:{self._facts.title}"[:200], "place": "会议室(示例)",
                "case_ids": [self._case["case_id"]], "member_ids": list(self._by_id),
                "chair_id": self._members[0].officer_id, "at": self._meets_at.isoformat()}

    def _vote(self, chair: Person, item_id: str) -> None:
        """Where a question before has settled it, an item was dropped."""
        item = self._item(item_id)
        if item["state"] != "waiting":
            return
        self._open(chair, item_id)
        present = {member["officer_id"] for member in self._meeting["members"] if member["present"]}
        voters = [member for member in self._item(item_id)["entitled"] if member in present]
        for member, ballot in zip(voters, self._ballots(item, len(voters)), strict=True):
            self._do(self._by_id[member], "votes", {"item_id": item_id, **ballot}, f"vote.{item_id}.{member}")
        self._do(chair, "reveal", {"item_id": item_id}, f"reveal.{item_id}")

    def _ballots(self, item: Answer, count: int) -> list[Answer]:
        """One for each voter: as the votes were told, who is left over abstains; else all of one mind."""
        outcome, told = self._facts.outcome, self._facts.meeting.votes
        if item["question"] == "negative_item":
            choices = ["applies" if outcome == "denied" else "applies_not"] * count
        else:
            choices = [*told, *[ABSTAIN] * (count - len(told))] if told else [outcome] * count
        if len(choices) > count:
            raise NotUnderstood("meeting.votes: 票数多于有表决权的人 · more votes than voters:"
                                f" {len(told)} > {count}")
        reason = "依据核查报告、证据和评估。(示例)"
        return [{"choice": choice, "reason": reason} for choice in choices]

    def _item(self, item_id: str) -> Any:
        return next(each for each in self._meeting["items"] if each["item_id"] == item_id)

    def _do(self, person: Person, verb: str, body: Answer | None = None, step: str = "") -> None:
        path = f"/meetings/{self._meeting['meeting_id']}/{verb}"
        self._meeting = person.post(path, body, self._key(step or verb))

    def _key(self, step: str) -> str:
        return self._stage.key(self._facts.key, f"meeting.{step}")
