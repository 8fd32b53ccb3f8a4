"""For operators: is anything stuck? Case content is never shown here."""

from rongcuo.contracts.identity import AlarmsQuery, AlarmsView
from rongcuo.contracts.notify import (
    DeliveriesPage,
    DeliveriesQuery,
    DeliveryView,
    SendAgain,
    WatchdogQuery,
    WatchdogReport,
)
from services.gateway.api.route import Part, get, post

PART = Part("operations", "运行 · Operations", (
    get("/operations/watchdog", "notify.watchdog", WatchdogQuery, WatchdogReport,
        "看门狗:未办结而没有任务的事项", "The watchdog: open matters without an open task"),
    get("/operations/deliveries", "notify.deliveries", DeliveriesQuery, DeliveriesPage,
        "各状态的通知投递", "Deliveries by state"),
    get("/operations/alarms", "identity.alarms", AlarmsQuery, AlarmsView,
        "大量猜测密码的警报", "Alarms: passwords guessed on a large scale"),
    post("/operations/deliveries/<id:delivery_id>/send-again", "notify.send_again", SendAgain, DeliveryView,
         "重新发送", "Send again"),
))
