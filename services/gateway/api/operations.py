"""For operators: is anything stuck? Case content is never shown here."""

from rongcuo.contracts.identity.operations import ALARMS
from rongcuo.contracts.notify.operations import DELIVERIES, SEND_AGAIN, WATCHDOG
from services.gateway.api.route import Part, get, post

PART = Part("operations", "运行 · Operations", (
    get("/operations/watchdog", WATCHDOG),
    get("/operations/deliveries", DELIVERIES),
    get("/operations/alarms", ALARMS),
    post("/operations/deliveries/<id:delivery_id>/send-again", SEND_AGAIN),
))
