"""What was typed of one factor, unit or gain is not put into the form of another."""

import pytest

from rongcuo.contracts.errors import CaseError
from services.gateway.console.page.csrf import UNSENT
from tests.unit.clarify_procedures import accusation_scene as accused
from tests.unit.clarify_procedures import clarification_scene as cleared
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.procedure_pages import ASK, INQUIRED, ONE, clearing, inquiry
from tests.unit.gateway.test_console_unsent import Kept, form_of, restored

GAINING = accused.inquiring()
for number in (1, 2):
    GAINING.record_gain(f"g{number}", f"提拔{number}", accused.by(accused.WANG))
REASONS = "举报前刚刚被处分过"
WEIGHED = f"{INQUIRED}/act/weigh"
INTENT = f"{WEIGHED}?element=intent&factor=moment"
FORMS = [
    (inquiry(accused.inquiring(), "weigh"), INTENT, f"{WEIGHED}?element=intent&factor=means", "reasons"),
    (inquiry(GAINING, "undo_gain"), f"{INQUIRED}/act/undo_gain?gain_id=g1",
     f"{INQUIRED}/act/undo_gain?gain_id=g2", "how"),
    (clearing(cleared.carrying_out(), "answer_unit", asks=(ASK,)), f"{ONE}/act/answer_unit?ask_id=u1",
     f"{ONE}/act/answer_unit?ask_id=u2", "reason"),
]


def opened(said: dict[str, object]) -> Site:
    site = Site("lead")
    site.caller.said |= said
    return site


@pytest.mark.parametrize(("said", "one", "other", "field"), FORMS, ids=["factor", "gain", "unit"])
def test_what_was_typed_is_there_again_for_what_it_is_about_and_nowhere_else(said, one, other, field):
    site = opened(said)
    Kept(site)
    site.client.post("/unsent", data={**form_of(site.get(one).text), field: REASONS})
    assert restored(site.get(other).text) == []
    assert [field, REASONS] in restored(site.get(one).text)


def test_what_is_sent_of_another_factor_after_all_leaves_nothing_where_it_was_begun():
    site = opened(inquiry(accused.inquiring(), "weigh"))
    kept = Kept(site)
    changed = {"element": "intent", "factor": "means", "bearing": "proves", "reasons": REASONS}
    site.caller.said["clarify.weigh_factor"] = CaseError("busy")
    refused = site.client.post(WEIGHED, data={**form_of(site.get(INTENT).text), **changed})
    assert kept.forms
    site.caller.said["clarify.weigh_factor"] = {"case_id": "k1", "number": "1"}
    sent = site.client.post(WEIGHED, data={**form_of(refused.text), **changed})
    assert sent.status_code == 302
    assert (form_of(refused.text)[UNSENT], kept.forms) == (form_of(site.get(INTENT).text)[UNSENT], {})
