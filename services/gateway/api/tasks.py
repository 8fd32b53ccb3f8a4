"""What is to be done, and by when."""

from rongcuo.contracts.notify import operations
from services.gateway.api.route import Part, get

PART = Part("tasks", "任务 · Tasks", (
    get("/tasks", operations.TASKS),
    get("/matters/<id:matter_id>/tasks", operations.MATTER),
))
