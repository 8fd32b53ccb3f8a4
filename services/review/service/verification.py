"""What review is asked about what is gathered in verification."""

from rongcuo.chassis.service import command, on_event
from rongcuo.contracts import determination as contract
from rongcuo.contracts import filing
from services.review.service.context import InContext
from services.review.usecases import verification


class Verification(InContext):
    """What is gathered in verification."""

    @command(contract.LinkFiling)
    def link_filing(self, command: contract.LinkFiling) -> contract.DeterminationView:
        return verification.link_filing(self.context, command)

    @on_event(filing.FilingVoided)
    def filing_voided(self, event: filing.FilingVoided) -> None:
        verification.heed_void(self.context, event)

    @command(contract.AddEvidence)
    def add_evidence(self, command: contract.AddEvidence) -> contract.DeterminationView:
        return verification.add_evidence(self.context, command)

    @command(contract.RecordFinding)
    def record_finding(self, command: contract.RecordFinding) -> contract.DeterminationView:
        return verification.record_finding(self.context, command)

    @command(contract.RecordStatement)
    def record_statement(self, command: contract.RecordStatement) -> contract.DeterminationView:
        return verification.record_statement(self.context, command)

    @command(contract.WriteFactsMaterial)
    def write_facts_material(self, command: contract.WriteFactsMaterial) -> contract.DeterminationView:
        return verification.write_facts_material(self.context, command)

    @command(contract.AnswerNegativeItem)
    def answer_negative_item(self, command: contract.AnswerNegativeItem) -> contract.DeterminationView:
        return verification.answer_negative_item(self.context, command)

    @command(contract.Assess)
    def assess(self, command: contract.Assess) -> contract.DeterminationView:
        return verification.assess(self.context, command)

    @command(contract.ReportDetermination)
    def report_determination(self, command: contract.ReportDetermination) -> contract.DeterminationView:
        return verification.report(self.context, command)
