"""Files that reporters handed in, to be kept by whoever may: the clean copy, and an original that was
unsealed. What is refused is said as a page."""

from flask import g
from flask.typing import ResponseReturnValue

from services.gateway.console.page.layout import signed_in
from services.gateway.session import actor_of
from services.vault.pages import handing_in, pages


@pages.get("/reporters/<reporter_ref>/files/<int:number>")
@signed_in
def reporter_file(reporter_ref: str, number: int) -> ResponseReturnValue:
    """The clean copy."""
    return handing_in.copy(actor_of(g.person), reporter_ref, number)


@pages.get("/unsealings/<order_id>/files/<int:number>")
@signed_in
def original_file(order_id: str, number: int) -> ResponseReturnValue:
    """As it was sent."""
    return handing_in.original(actor_of(g.person), order_id, number)
