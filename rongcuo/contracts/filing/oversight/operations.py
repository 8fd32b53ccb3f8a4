"""What can be done in the later life of a filing, and asked."""

from rongcuo.contracts import filing as contract
from rongcuo.contracts.operation import Command, Query

SERVICE = "filing"
VIEW = contract.OversightView

PLAN_OVERSIGHT = Command(SERVICE, "plan_oversight", contract.PlanOversight, VIEW,
    zh="制定检查计划", en="Plan the checkpoints")
RECORD_CHECKPOINT = Command(SERVICE, "record_checkpoint", contract.RecordCheckpoint, VIEW,
    zh="记录检查情况", en="Record what was found at a checkpoint")
REPORT_PROGRESS = Command(SERVICE, "report_progress", contract.ReportProgress, VIEW,
    zh="报告进度", en="Report progress")
REPORT_DEVIATION = Command(SERVICE, "report_deviation", contract.ReportDeviation, VIEW,
    zh="报告偏差", en="Report a deviation")
GIVE_GUIDANCE = Command(SERVICE, "give_guidance", contract.GiveGuidance, VIEW,
    zh="给予指导", en="Give guidance")
REPORT_CORRECTION = Command(SERVICE, "report_correction", contract.ReportCorrection, VIEW,
    zh="报告纠正情况", en="Report a correction")
DISPUTE_DEVIATION = Command(SERVICE, "dispute_deviation", contract.DisputeDeviation, VIEW,
    zh="对偏差提出异议", en="Contradict a deviation")
ANSWER_DISPUTE = Command(SERVICE, "answer_dispute", contract.AnswerDispute, VIEW,
    zh="答复异议", en="Answer what was said against a deviation")
REGISTER_MEDDLING = Command(SERVICE, "register_meddling", contract.RegisterMeddling, VIEW,
    zh="登记打招呼", en="Register meddling")
EVALUATE_MATTER = Command(SERVICE, "evaluate_matter", contract.EvaluateMatter, VIEW,
    zh="评估事项", en="Evaluate the matter")
RECORD_OUTCOME = Command(SERVICE, "record_outcome", contract.RecordOutcome, VIEW,
    zh="登记成效", en="Record an outcome")
HOLD_RETROSPECTIVE = Command(SERVICE, "hold_retrospective", contract.HoldRetrospective, VIEW,
    zh="一案一议", en="Hold the one-case review")
CLOSE_OVERSIGHT = Command(SERVICE, "close_oversight", contract.CloseOversight, VIEW,
    zh="办结，写明结果运用", en="Close, with the use that is made of it")

OVERSIGHT = Query(SERVICE, "oversight", contract.OversightQuery, VIEW,
    zh="一件报备的事中监督和事后评估", en="Oversight and evaluation of one filing")
OVERSIGHTS = Query(SERVICE, "oversights", contract.OversightsQuery, contract.OversightsPage,
    zh="事中监督列表", en="Oversights within your rights")
