"""A programme as its view. Pure: the use cases answer with it, and so do the queries."""

from rongcuo.contracts import followup as contract
from services.followup.domain.programme import Programme


def view_of(programme: Programme) -> contract.ProgrammeView:
    """As commands and questions answer it."""
    return contract.ProgrammeView(
        programme_id=programme.id, organ_id=programme.organ_id, content=programme.content,
        opened_by_name=programme.opened_by_name, opened_at=programme.opened_at,
        noted_at=programme.noted_at)
