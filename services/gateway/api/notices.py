"""What is to be done and by when, messages to the officer, and, for operators, whether anything is stuck:
case content is never shown there."""

from rongcuo.contracts.identity.operations import ALARMS
from rongcuo.contracts.notify import operations
from services.gateway.api.route import Part, get, post

TASKS = Part("tasks", "任务 · Tasks", (
    get("/tasks", operations.TASKS),
    get("/matters/<id:matter_id>/tasks", operations.MATTER),
))

INBOX = Part("inbox", "消息 · Inbox", (
    get("/inbox", operations.INBOX),
    post("/inbox/<id:message_id>/read", operations.MARK_READ),
    post("/inbox/digest", operations.CHOOSE_DIGEST),
))

OPERATIONS = Part("operations", "运行 · Operations", (
    get("/operations/watchdog", operations.WATCHDOG),
    get("/operations/deliveries", operations.DELIVERIES),
    get("/operations/alarms", ALARMS),
    post("/operations/deliveries/<id:delivery_id>/send-again", operations.SEND_AGAIN),
))
