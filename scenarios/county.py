"""The demonstration county: a few filings of 嵩明 in different states, to show a place at work.

Made by its demonstration accounts over HTTP; fixed command ids make loading twice change nothing.
"""

from datetime import date

import httpx

from rongcuo.policy.rules import Rules
from scenarios.platform import Answer, Person, awaited
from scenarios.translation import matter

DIVISION = "530127"
MATTERS = {"park": ("老旧厂区盘活手续分步办理(示例)", "legacy_problems"),
           "road": ("农村公路安全提升先行施工(示例)", "project_construction"),
           "window": ("企业开办材料容缺受理(示例)", "business_environment"),
           "heating": ("安置小区供水管网应急改造(示例)", "livelihood")}


def load_county(address: str, password: str, today: date, rules: Rules) -> int:
    """Make the county's filings; answers how many there are."""
    with httpx.Client(base_url=address, timeout=20) as http:
        filer, lead, reviewer = (Person(http, f"songming.{post}", password)
                                 for post in ("filer", "lead", "reviewer"))
        drafts = {key: _draft(filer, key, today, rules) for key in MATTERS}
        for key in ("park", "road", "window"):
            filer.post(f"/filings/{drafts[key]}/submit", key=f"county.{key}.submit")
        _assign(lead, reviewer, drafts["park"])
        _assign(lead, reviewer, drafts["window"])
        reviewer.post(f"/reviews/{drafts['park']}/accept", {"opinion": "动机为公、程序完备,予以受理。(示例)"},
                      key="county.park.accept")
        reviewer.post(f"/reviews/{drafts['window']}/request-supplement",
                      {"needed": "请补充集体决策的会议纪要。(示例)"}, key="county.window.return")
    return len(drafts)


def _draft(filer: Person, key: str, today: date, rules: Rules) -> str:
    title, situation = MATTERS[key]
    content = matter(title, situation, today)
    pack = rules.pack(DIVISION, today)
    content["negative_answers"] = dict.fromkeys(pack.negative_list, False)
    return str(filer.post("/filings", {"content": content}, key=f"county.{key}.draft")["filing_id"])


def _assign(lead: Person, reviewer: Person, case_id: str) -> None:
    def assigned() -> Answer:
        to = {"officer_id": reviewer.officer_id}
        return lead.post(f"/reviews/{case_id}/assign", to, key=f"county.{case_id}.assign")
    awaited(assigned, "审查案件")
