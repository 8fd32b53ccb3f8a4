"""What a reporter gave on paper goes to the vault, and no name of a file goes anywhere."""

from io import BytesIO
from typing import Any

import pytest

from services.vault import pages as vault_pages
from tests.unit.clarify_procedures import accusation_scene as accused
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.procedure_pages import INQUIRED, inquiry
from tests.unit.gateway.site import NOW

NAME = "范守真"
PAPER = {"name": "材料3.pdf", "sha256": "ab" * 32, "size": 9, "media_type": "application/octet-stream"}
FORMS = [("record_hearing", {"source": "听说", "basis": "没有"}),
         ("record_service", {"served_on": "2026-03-02"}),
         ("answer_draft", {"words": "不同意", "considered": "不采纳"}),
         ("complain", {"words": "不服", "lodged_on": "2026-03-02"})]


@pytest.mark.parametrize("step", ["", "again"])
@pytest.mark.parametrize(("verb", "form"), FORMS, ids=[verb for verb, _ in FORMS])
def test_the_vault_takes_it_in(verb: str, form: dict[str, str], step: str,
                               monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[tuple[Any, ...]] = []
    def take_in(asking: Any, reporter_ref: str, kept: list[str]) -> list[dict[str, Any]]:
        taken.append((reporter_ref, tuple(kept)))
        return [PAPER]
    monkeypatch.setattr(vault_pages, "take_in_papers", take_in)
    site = Site("reviewer")
    site.caller.said |= inquiry(accused.inquiring(), verb)
    page = site.get(f"{INQUIRED}/act/{verb}").text
    assert "存进保管库" in page
    assert f"{INQUIRED}/act/{verb}/papers" in page
    answer = site.post(f"{INQUIRED}/act/{verb}/papers", step=step, kept_file=["cd" * 32],
                       file=[(BytesIO(b"one"), f"{NAME}的送达回证.pdf")], **form)
    assert taken == [("ref7", ("cd" * 32,))]
    assert "documents.take_attachment" not in [target for target, _ in site.caller.asked]
    assert NAME not in repr(site.caller.asked) + answer.text
    if step == "again":
        assert "材料3.pdf" in answer.text
    else:
        assert [PAPER] in [told.get("attachments") for _, told in site.caller.asked]


@pytest.mark.parametrize("verb", [verb for verb, _ in FORMS])
def test_which_papers_were_used_stands_beside_where_the_next_is_put_for_a_scan_of_one_is_the_same_paper(
        verb: str) -> None:
    site, case = Site("reviewer"), accused.complained()
    site.caller.said |= inquiry(case, verb)
    page = site.get(f"{INQUIRED}/act/{verb}").text
    assert "已经用过的材料" in page
    assert all(each.name in page for each in case.papers)
    site.caller.said |= inquiry(accused.inquiring(), verb)
    assert "已经用过的材料" not in site.get(f"{INQUIRED}/act/{verb}").text


def test_of_other_evidence_the_name_stays() -> None:
    site = Site("reviewer")
    site.caller.said |= inquiry(accused.inquiring(), "add_evidence")
    site.caller.said["documents.take_attachment"] = lambda asked: {
        **asked, "sha256": "a" * 64, "size": 3, "uploaded_by": "zhao", "uploaded_at": NOW.isoformat()}
    site.post(f"{INQUIRED}/act/add_evidence/attachments", title="账目", about="",
              file=[(BytesIO(b"one"), "账目.pdf")])
    assert [told["name"] for target, told in site.caller.asked
            if target == "documents.take_attachment"] == ["账目.pdf"]
