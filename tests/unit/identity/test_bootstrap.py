"""What is done once at the start and is refused: why the start does not end is said, once."""

from types import SimpleNamespace

from structlog.testing import capture_logs

from rongcuo.chassis.call_context import CallContext
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.errors import CaseError
from services.identity.bootstrap import AtStart


def test_a_refusal_is_said_once_and_another_as_well():
    entry = AtStart()
    entry.container, entry.method_name = SimpleNamespace(service_name="identity"), "found"
    context = CallContext(SYSTEM, "c", float("inf"))
    with capture_logs() as said:
        for code in ("identity.weak_password", "identity.weak_password", "service_unavailable"):
            entry._tell(context, CaseError(code))
    assert [line["code"] for line in said if line["event"] == "start_waits"] == [
        "identity.weak_password", "service_unavailable"]
