"""每日汇总: at the foot of one's own notices, whether what is routine is mailed once a day."""

import pytest

from tests.unit.gateway.console_site import Site


@pytest.mark.parametrize(("daily", "said", "asked"), [
    (False, "每条通知都马上发邮件", True), (True, "例行通知每天早上汇总成一封邮件", False)])
def test_the_page_of_notices_says_how_mail_comes_and_offers_the_other_way(
        daily: bool, said: str, asked: bool) -> None:
    site = Site("reviewer")
    site.caller.said["notify.inbox"] = {"unread": 0, "messages": [], "next_cursor": "", "daily": daily}
    site.caller.said["notify.choose_digest"] = {"daily": asked}
    page = site.get("/inbox").text
    assert said in page
    offered = "yes" if asked else "no"
    assert f'name="daily" value="{offered}"' in page
    assert site.post("/inbox/digest", daily=offered).status_code == 302
    assert site.sent("notify.choose_digest") == {"daily": asked}
