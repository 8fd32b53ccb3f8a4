"""The forms by which a recusal is asked for and answered."""

import re

from tests.unit.gateway.casework import case
from tests.unit.gateway.console_site import Site

PAGE = "/determinations/f1/act"


def test_who_is_meant_is_not_preset():
    answer = Site("lead", determination=case("answer_recusal")).get(f"{PAGE}/answer_recusal")
    assert re.search(r'<select id="officer_id"[^>]*><option value="">请选择</option>', answer.text)


def test_who_asks_is_told_who_reads_their_reason():
    page = Site("subject", determination=case("ask_recusal")).get(f"{PAGE}/ask_recusal")
    assert "请谁回避" in page.text
    assert "看不到" not in page.text
