"""What notify is told to do, and asked."""

from types import NoneType

from rongcuo.contracts import identity
from rongcuo.contracts import notify as contract
from rongcuo.contracts.ledger import checkpoint
from rongcuo.contracts.operation import Command, Query

SERVICE = "notify"

MAIL_LINK = Command(SERVICE, "mail_link", identity.MailLink, NoneType, by="identity")
MARK_READ = Command(SERVICE, "mark_read", contract.MarkRead, contract.MessageView,
    zh="标为已读", en="Mark as read")
CHOOSE_DIGEST = Command(SERVICE, "choose_digest", contract.ChooseDigest, contract.DigestView,
    zh="例行通知的邮件每天汇总一次,或者逐条发送",
    en="Have what is routine mailed once a day, or each at once")
SEND_AGAIN = Command(SERVICE, "send_again", contract.SendAgain, contract.DeliveryView,
    zh="重新发送", en="Send again")

TASKS = Query(SERVICE, "tasks", contract.TasksQuery, contract.TasksPage,
    zh="我的和本单位的待办,先到期的在前", en="My tasks and my organ's, soonest first")
MATTER = Query(SERVICE, "matter", contract.MatterTasksQuery, contract.MatterTasks,
    zh="一件事项的任务和已发通知", en="A matter's tasks, and what each party has been told")
INBOX = Query(SERVICE, "inbox", contract.InboxQuery, contract.InboxPage,
    zh="我的消息,新的在前", en="My messages, newest first")
DELIVERIES = Query(SERVICE, "deliveries", contract.DeliveriesQuery, contract.DeliveriesPage,
    zh="各状态的通知投递", en="Deliveries by state")
WATCHDOG = Query(SERVICE, "watchdog", contract.WatchdogQuery, contract.WatchdogReport,
    zh="看门狗:未办结而没有任务的事项", en="The watchdog: open matters without an open task")
CHECKPOINT = checkpoint(SERVICE)
