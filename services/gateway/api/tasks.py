"""What is to be done, and by when."""

from rongcuo.contracts.notify import MatterTasks, MatterTasksQuery, TasksPage, TasksQuery
from services.gateway.api.route import Part, get

PART = Part("tasks", "任务 · Tasks", (
    get("/tasks", "notify.tasks", TasksQuery, TasksPage,
        "我的和本单位的待办,先到期的在前", "My tasks and my organ's, soonest first"),
    get("/matters/<id:matter_id>/tasks", "notify.matter", MatterTasksQuery, MatterTasks,
        "一件事项的任务和已发通知", "A matter's tasks, and what each party has been told"),
))
