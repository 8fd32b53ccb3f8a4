"""A paper of the reporter's keeps no name of its own, and whoever uploads it is warned."""

from hashlib import sha256
from io import BytesIO

import pytest

from tests.unit.clarify_procedures import accusation_scene as accused
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.procedure_pages import INQUIRED, inquiry
from tests.unit.gateway.site import NOW

NAME = "范守真"
FORMS = [("record_hearing", {"source": "听说", "basis": "没有"}),
         ("record_service", {"served_on": "2026-03-02"}),
         ("answer_draft", {"words": "不同意", "considered": "不采纳"}),
         ("complain", {"words": "不服", "lodged_on": "2026-03-02"})]


@pytest.mark.parametrize("step", ["", "again"])
@pytest.mark.parametrize(("verb", "form"), FORMS, ids=[verb for verb, _ in FORMS])
def test_it_is_called_by_a_number_before_it_is_stored(verb: str, form: dict[str, str], step: str) -> None:
    site = Site("reviewer")
    site.caller.said |= inquiry(accused.inquiring(), verb)
    site.caller.said["documents.take_attachment"] = lambda asked: {
        **asked, "sha256": sha256(asked["blob"].encode()).hexdigest(), "size": 3, "uploaded_by": "zhao",
        "uploaded_at": NOW.isoformat()}
    page = site.get(f"{INQUIRED}/act/{verb}").text
    assert "请遮住举报人的姓名、签名和联系方式" in page
    files = [(BytesIO(b"one"), f"{NAME}的送达回证.pdf"), (BytesIO(b"two"), f"{NAME}.jpg")]
    answer = site.post(f"{INQUIRED}/act/{verb}/attachments", step=step, file=files, **form)
    taken = [told["name"] for target, told in site.caller.asked if target == "documents.take_attachment"]
    assert taken == ["举报人书面材料1.pdf", "举报人书面材料2.jpg"]
    assert NAME not in repr(site.caller.asked) + answer.text


def test_of_other_evidence_the_name_stays() -> None:
    site = Site("reviewer")
    site.caller.said |= inquiry(accused.inquiring(), "add_evidence")
    site.caller.said["documents.take_attachment"] = lambda asked: {
        **asked, "sha256": "a" * 64, "size": 3, "uploaded_by": "zhao", "uploaded_at": NOW.isoformat()}
    site.post(f"{INQUIRED}/act/add_evidence/attachments", title="账目", about="",
              file=[(BytesIO(b"one"), "账目.pdf")])
    assert [told["name"] for target, told in site.caller.asked
            if target == "documents.take_attachment"] == ["账目.pdf"]
