"""The letters of a proposal, and the words that the addressee's contact is told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.followup import ProposalMark
from rongcuo.contracts.followup.programme import events as of_programmes
from rongcuo.contracts.followup.proposal import events
from services import events_of
from services.documents.domain.filling import filled
from services.documents.domain.kinds import To, read_kinds
from services.documents.domain.of_brought import _said, wanted_of_brought
from services.followup.domain.proposal import Proposal
from tests.unit.followup.scene import LEAD
from tests.unit.followup_proposals import scene
from tests.unit.followup_proposals.scene import at, by

FOLDER = Path(__file__).resolve().parents[3] / "services" / "followup"


def told_by(module: object) -> dict[str, type[CaseMoved]]:
    return {kind.kind: kind for kind in vars(module).values()
            if isinstance(kind, type) and issubclass(kind, CaseMoved) and kind is not CaseMoved}


TOLD = told_by(events)
KINDS = read_kinds({"followup": FOLDER / "letters.yaml"}, events_of(CaseMoved))
OURS = ("followup.proposal", "followup.reminder", "followup.rectification_opinion")
MESSAGES = yaml.safe_load((FOLDER / "messages.yaml").read_text("utf-8"))


def letter(name: str, proposal: Proposal, kind: str):
    event = next(event for _, event in reversed(proposal.happened) if event.kind == kind)
    template = KINDS[name].template
    facts = {field: _said(getattr(event, field)) for field in vars(event)
             if isinstance(getattr(event, field), str | date | tuple | None)}
    return filled(template.title, template.body, facts | {
        "organ": "牟定县纪委监委", "matter": event.standing.title, "number": event.standing.number})


def test_three_letters_go_to_the_addressee_and_are_marked_as_examples():
    assert {name: KINDS[name].to for name in OURS} == dict.fromkeys(OURS, To.SUBJECT)
    assert all(KINDS[name].template.source.illustrative for name in OURS)


def test_the_letter_has_all_that_such_a_letter_has():
    text = letter("followup.proposal", scene.delivered(), "proposal_delivered")
    assert text.addressee == "牟定县水务局："
    for words in ("监察建议", "云容532323监建〔2026〕1号", "办理容错认定时发现", "没有事后补报",
                  "制度没有规定",
                  "1．制定应急物资调用办法", "2．补报以前的调用", "3个工作日", "10个工作日", "2026年4月1日",
                  "县政府办", "head某", "牟定县纪委监委"):
        assert words in text.body, words


def test_a_line_of_what_there_is_not_is_left_out():
    silent = letter("followup.proposal", scene.delivered(replace(scene.TEXT, copied_to="")),
                    "proposal_delivered")
    assert "抄送" not in silent.body


def test_the_reminder_says_what_is_awaited_and_the_evaluation_every_aspect():
    proposal = scene.planned()
    proposal.tell_what_is_due(by(LEAD, at(40)))
    reminder = letter("followup.reminder", proposal, "proposal_reminded").body
    assert "应由贵单位回复整改情况" in reminder
    opinion = letter("followup.rectification_opinion", scene.evaluated(ProposalMark.FAILED),
                     "rectification_evaluated").body
    for words in ("1．责任落实：不合格。看了材料", "5．实效：合格", "总评：不合格", "总的看法", "wang某"):
        assert words in opinion, words


def test_nobody_gets_it_by_account_where_nobody_is_named():
    content = scene.on_paper()
    for proposal, recipients in ((scene.delivered(), ("shui",)), (scene.delivered(content), ())):
        event = next(event for _, event in proposal.happened if event.kind == "proposal_delivered")
        assert wanted_of_brought(event, "e1").recipients == recipients


def test_every_event_that_is_told_has_its_words():
    told = {kind.subject_told for kind in TOLD.values()} - {""}
    of_others = {kind.subject_told for kind in told_by(of_programmes).values()}
    assert told <= MESSAGES.keys()
    assert not told & of_others
    for name in told:
        assert "{number}" in MESSAGES[name]["zh"]["subject"]
        assert ("appeal_until" in {*TOLD[name.partition(".")[2]].__dataclass_fields__}) >= (
            "{until}" in MESSAGES[name]["zh"]["body"])
