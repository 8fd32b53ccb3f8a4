"""What people do on the way of a filing, over HTTP; each step waits for what it brings about."""

from typing import Any

from rongcuo.policy.rules import Rules
from scenarios.people import Place
from scenarios.platform import Answer, Person, Refused, awaited
from scenarios.translation import matter
from tests.e2e.platform import Platform


def content_of(platform: Platform, division: str, title: str, situation: str = "project_construction", /,
               **other: Any) -> Answer:
    """A filing's content that the pack in force lets pass, but for what `other` says."""
    today = platform.time.now().date()
    pack = Rules().pack(division, today)
    whole = matter(title, situation, today)
    return {**whole, "negative_answers": dict.fromkeys(pack.negative_list, False), **other}


def submitted(filer: Person, content: Answer, key: str = "") -> Answer:
    """The receipt of a filing submitted at once."""
    return filer.post("/filings", {"content": content, "submit": True}, key)


def opened(place: Place, filing_id: str) -> Answer:
    """The case that the filing has become."""
    return awaited(lambda: place.lead.get(f"/reviews/{filing_id}"), "case")


def taken(place: Place, filing_id: str) -> Answer:
    """The case, given to the reviewer by the lead."""
    opened(place, filing_id)
    return place.lead.post(f"/reviews/{filing_id}/assign", {"officer_id": place.reviewer.officer_id})


def come_to(filer: Person, filing_id: str, state: str) -> Answer:
    """The filing, when it has come to a state."""
    def look() -> Answer | None:
        filing = filer.get(f"/filings/{filing_id}")
        return filing if filing["state"] == state else None
    return awaited(look, state)


def case_come_to(person: Person, filing_id: str, state: str) -> Answer:
    """The case, when it has come to a state."""
    def look() -> Answer | None:
        case = person.get(f"/reviews/{filing_id}")
        return case if case["state"] == state else None
    return awaited(look, state)


def told(person: Person, number: str, subject: str) -> Answer:
    """The message about a filing in somebody's inbox."""
    def look() -> Answer | None:
        found = [message for message in messages(person, number) if message["subject"].startswith(subject)]
        return found[0] if found else None
    return awaited(look, f"{subject} {number}")


def messages(person: Person, number: str) -> list[Answer]:
    """All messages about a filing in somebody's inbox, newest first."""
    inbox = person.get("/inbox", limit=200)["messages"]
    return [message for message in inbox if number in message["subject"]]


def mailed(platform: Platform, username: str, subject: str, number: str) -> str:
    """The text of the mail that really arrived in the mailbox."""
    def look() -> Answer | None:
        for mail in platform.mailbox.mails():
            said = str(mail["Subject"])
            if said.startswith(subject) and number in said and username in str(mail["X-RcptTo"]):
                return {"text": mail.get_body(("plain",)).get_content()}
        return None
    return str(awaited(look, f"mail {subject} {number}")["text"])


def open_task(person: Person, filing_id: str) -> Answer:
    """The one open task of a matter, as soon as there is one."""
    def look() -> Answer | None:
        tasks = person.get(f"/matters/{filing_id}/tasks")["tasks"]
        found = [task for task in tasks if task["state"] == "open"]
        assert len(found) < 2, found
        return found[0] if found else None
    return awaited(look, "open task")


def nothing_open(person: Person, filing_id: str) -> Answer:
    """The tasks of a matter, as soon as none is open."""
    def look() -> Answer | None:
        found = person.get(f"/matters/{filing_id}/tasks")
        return None if any(task["state"] == "open" for task in found["tasks"]) else found
    return awaited(look, "no open task")


def refusal_of(person: Person, path: str, body: Answer | None = None, key: str = "") -> Refused:
    """What the platform says no with. Fails where it says yes."""
    try:
        answer = person.post(path, body, key)
    except Refused as refusal:
        return refusal
    raise AssertionError(f"{path} was not refused: {answer}")


def code_of_reading(person: Person, path: str) -> str:
    """The code with which a reading is refused; empty where it is answered."""
    try:
        person.get(path)
    except Refused as refusal:
        return refusal.code
    return ""
