"""At its foot a letter says whom to ask: the office of the organ that writes."""

from types import SimpleNamespace
from typing import Any

import pytest

from rongcuo.policy.contacts import ILLUSTRATIVE
from rongcuo.policy.rules import Rules
from services.documents.domain.matter import Matter
from services.documents.domain.of_determinations import Rulebook, wanted_of_case
from services.documents.domain.of_filings import wanted_of_filing
from services.documents.usecases.numbering import worded
from tests.unit.documents import scene

LINE = "（联系：容错纠错工作办公室，电话：0871-00000127）"
RULES = Rules(contacts=ILLUSTRATIVE)
PACK = RULES.pack_by_id(scene.PACK)


def last_line(wanted: Any, rules: Rules = RULES) -> str:
    context: Any = SimpleNamespace(rules=rules, now=scene.NOW, new_id=lambda: "l1")
    store: Any = SimpleNamespace(of_decision=lambda *_: None)
    return worded(context, store, wanted, scene.ORGAN_NAME).text.body.splitlines()[-1]


@pytest.mark.parametrize("event", [scene.declined(), scene.accepted(), scene.supplement_requested(),
                                   scene.declining(), scene.answering(), scene.answered()])
def test_of_a_filing(event: Any) -> None:
    known = Matter("f1")
    known.hear(scene.submitted(), scene.ORGAN_NAME)
    assert last_line(wanted_of_filing(known, event, PACK)) == LINE


@pytest.mark.parametrize("event", [scene.made(), scene.refused(), scene.fed_back(), scene.record_filed(),
                                   scene.appeal_decided()])
def test_of_a_case(event: Any) -> None:
    wanted = wanted_of_case(event, Rulebook(PACK, PACK))
    assert last_line(wanted) == LINE
    assert "联系" not in last_line(wanted, Rules())      # nothing is invented where nothing is entered


def test_minutes_are_written_to_nobody() -> None:
    assert "联系" not in last_line(wanted_of_case(scene.minutes(), Rulebook(PACK, PACK)))
