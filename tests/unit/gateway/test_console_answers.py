"""Each answer on a page to check leads back to the field it was typed in."""

import pytest

from tests.unit.gateway.casework import DECIDED, case
from tests.unit.gateway.console_site import Site, are_led_to
from tests.unit.gateway.test_console_acts import ACTS, PAGE

ADVERSE = [(verb, form) for verb, _, form, _ in ACTS
           if verb in ("refuse", "withdraw", "suspend", "extend", "make", "correct", "revoke")]


@pytest.mark.parametrize(("verb", "form"), ADVERSE, ids=[verb for verb, _ in ADVERSE])
def test_an_answer_leads_back_to_its_field(verb: str, form: dict[str, object]) -> None:
    site = Site("lead", determination=case(verb, **DECIDED))
    preview = site.post(f"{PAGE}/act/{verb}", **form).text
    assert "还没有办理" in preview
    assert are_led_to(preview, site.post(f"{PAGE}/act/{verb}", step="again", **form).text)
