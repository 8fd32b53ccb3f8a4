"""Puts meetings as they stand into a database; nothing is told of how they came there."""

from typing import Any

from bench.meeting_hall import voted
from rongcuo.chassis.config import load_config
from rongcuo.chassis.workshop import Workshop
from services.review.storage import METADATA, CaseStorage


def main(facts: dict[str, Any]) -> None:
    """All of them in one transaction."""
    config = load_config(None, {"RONGCUO_DATABASE_URL": facts["url"]})
    shop: Workshop[Any] = Workshop("review", METADATA, CaseStorage, config)
    with shop.database.writing() as session:
        store = CaseStorage(session)
        for meeting_id in facts["ids"]:
            store.put(voted(meeting_id))
        session.commit()
    print("null")
