"""What the service is asked about what is gathered in verification."""

from rongcuo.chassis.service import carries_out, on_event
from rongcuo.contracts import filing
from rongcuo.contracts.determination import operations
from services.determination.service.context import InContext
from services.determination.usecases import verification


class Verification(InContext):
    """What is gathered in verification."""

    link_filing = carries_out(operations.LINK_FILING, verification.link_filing)

    @on_event(filing.FilingVoided, selective=True)
    def filing_voided(self, event: filing.FilingVoided) -> None:
        verification.heed_void(self.context, event)

    @on_event(filing.FilingChanged, selective=True)
    def filing_changed(self, event: filing.FilingChanged) -> None:
        verification.heed_change(self.context, event)

    add_evidence = carries_out(operations.ADD_EVIDENCE, verification.add_evidence)
    record_finding = carries_out(operations.RECORD_FINDING, verification.record_finding)
    record_statement = carries_out(operations.RECORD_STATEMENT, verification.record_statement)
    write_facts_material = carries_out(operations.WRITE_FACTS_MATERIAL, verification.write_facts_material)
    answer_negative_item = carries_out(operations.ANSWER_NEGATIVE_ITEM, verification.answer_negative_item)
    assess = carries_out(operations.ASSESS, verification.assess)
    report_determination = carries_out(operations.REPORT_DETERMINATION, verification.report)
