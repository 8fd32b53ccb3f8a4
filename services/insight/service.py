"""The nameko service `insight`."""

from itertools import groupby

from rongcuo.casework.counting import TELLINGS
from rongcuo.chassis.service import ExecutionProvider, answers, on_event, on_events, witnessed
from rongcuo.contracts import filing, insight
from rongcuo.contracts.events import Event
from services.insight import storage, usecases, views

# Of followup each visit counts, so everything is heard, in order; of the others these kinds (ADR 0040).
IN_ORDER, SELECTED = ([*kinds] for _, kinds in groupby(
    sorted(TELLINGS, key=lambda kind: kind.source != "followup"), key=lambda kind: kind.source != "followup"))


class InsightService:
    """Counts (看板) what the others tell, so that a figure is a sum over a few rows."""

    name = "insight"
    context = ExecutionProvider(storage.METADATA, storage.InsightStorage)
    checkpoint = answers(insight.CHECKPOINT, witnessed)

    figures = answers(insight.FIGURES, views.figures)

    @on_events(SELECTED, selective=True)
    def told(self, event: Event) -> None:
        usecases.count(self.context, event)

    @on_events(IN_ORDER)
    def told_in_order(self, event: Event) -> None:
        usecases.count(self.context, event)

    @on_event(filing.OutcomeRecorded, selective=True)
    def outcome_recorded(self, event: filing.OutcomeRecorded) -> None:
        usecases.count_outcomes(self.context, event)
