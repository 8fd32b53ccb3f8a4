"""What the service is asked about what is gathered in verification."""

from rongcuo.chassis.service import command, on_event
from rongcuo.contracts import determination as contract
from rongcuo.contracts import filing
from rongcuo.contracts.determination import operations
from services.determination.service.context import InContext
from services.determination.usecases import verification


class Verification(InContext):
    """What is gathered in verification."""

    @command(operations.LINK_FILING)
    def link_filing(self, command: contract.LinkFiling) -> contract.DeterminationView:
        return verification.link_filing(self.context, command)

    @on_event(filing.FilingVoided, selective=True)
    def filing_voided(self, event: filing.FilingVoided) -> None:
        verification.heed_void(self.context, event)

    @command(operations.ADD_EVIDENCE)
    def add_evidence(self, command: contract.AddEvidence) -> contract.DeterminationView:
        return verification.add_evidence(self.context, command)

    @command(operations.RECORD_FINDING)
    def record_finding(self, command: contract.RecordFinding) -> contract.DeterminationView:
        return verification.record_finding(self.context, command)

    @command(operations.RECORD_STATEMENT)
    def record_statement(self, command: contract.RecordStatement) -> contract.DeterminationView:
        return verification.record_statement(self.context, command)

    @command(operations.WRITE_FACTS_MATERIAL)
    def write_facts_material(self, command: contract.WriteFactsMaterial) -> contract.DeterminationView:
        return verification.write_facts_material(self.context, command)

    @command(operations.ANSWER_NEGATIVE_ITEM)
    def answer_negative_item(self, command: contract.AnswerNegativeItem) -> contract.DeterminationView:
        return verification.answer_negative_item(self.context, command)

    @command(operations.ASSESS)
    def assess(self, command: contract.Assess) -> contract.DeterminationView:
        return verification.assess(self.context, command)

    @command(operations.REPORT_DETERMINATION)
    def report_determination(self, command: contract.ReportDetermination) -> contract.DeterminationView:
        return verification.report(self.context, command)
