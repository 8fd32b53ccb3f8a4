"""Whoever leaves a required text empty is told who would have read it, and of nobody else."""

import dataclasses
import inspect
import re
from collections.abc import Mapping
from typing import Any, get_type_hints

import pytest
from marshmallow import fields

from rongcuo.contracts.clarify import ReportDisposal
from rongcuo.contracts.determination import DisposeClue, RecuseFromDetermination, RecuseMember
from rongcuo.contracts.errors import CaseError, sentence_of
from rongcuo.contracts.fields import text
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import RecuseReviewer
from rongcuo.contracts.serialisation import load
from services.gateway.problems.problem import problem_of
from services.gateway.problems.words import in_chinese
from tests.contract.test_writing import ALL, ASKED, UNSEEN, refusal, required, rule

# The running texts of commands whose contract is a folder, but for those that may always be left out, and who
# reads them. A new verb of these that asks for words belongs here, with the readers that its views,
# letters and notices have.
READ_BY = {
    "AskApproval.summary": Reader.ORGAN_ABOVE, "PrepareSheet.body": Reader.APPROVER,
    "ObjectToRefusal.grounds": Reader.REVIEWERS, "TakeUpFiling.reasons": Reader.FILER,
    "UpholdRefusal.reasons": Reader.FILER,
    "LodgeAppeal.grounds": Reader.PANEL,
    "DecideAppeal.terms.reasons": Reader.SUBJECT, "DecideAppeal.terms.rectification.what": Reader.SUBJECT,
    "DecideAppeal.overturned[].reason": Reader.SUBJECT,
    "OpenDetermination.act.what": Reader.CASEWORKERS, "OpenDetermination.grounds": Reader.CASEWORKERS,
    "DisposeClue.act.what": Reader.CASEWORKERS, "DisposeClue.reasons": Reader.ORGAN,
    "AskForRecusal.reason": Reader.CASEWORKERS, "AnswerRecusal.reason": Reader.SUBJECT,
    "RecuseFromDetermination.reason": Reader.ORGAN, "RefuseDetermination.reasons": Reader.SUBJECT,
    "WithdrawDetermination.reason": Reader.CASEWORKERS, "SuspendDetermination.reason": Reader.SUBJECT,
    "HandDeterminationUp.reason": Reader.ORGAN_ABOVE, "ExtendDetermination.reason": Reader.SUBJECT,
    "MakeDetermination.terms.reasons": Reader.SUBJECT,
    "MakeDetermination.terms.rectification.what": Reader.SUBJECT,
    "GiveFeedback.note": Reader.SUBJECT,
    "CorrectDetermination.terms.reasons": Reader.SUBJECT,
    "CorrectDetermination.terms.rectification.what": Reader.SUBJECT,
    "CorrectDetermination.why": Reader.SUBJECT,
    "RevokeDetermination.reasons": Reader.SUBJECT, "RecuseMember.reason": Reader.MEMBERS,
    "AdjournMeeting.reason": Reader.MEMBERS, "NameChair.reason": Reader.MEMBERS,
    "CancelMeeting.reason": Reader.MEMBERS, "WriteMinutes.minutes": Reader.MEMBERS,
    "RecordFinding.finding": Reader.INSIDE, "RecordStatement.words": Reader.CASEWORKERS,
    "WriteFactsMaterial.facts": Reader.SUBJECT, "WriteFactsMaterial.tolerance_opinion": Reader.SUBJECT,
    "AnswerNegativeItem.reason": Reader.INSIDE, "Assess.answers[].reason": Reader.INSIDE,
    "ReportDetermination.report": Reader.INSIDE, "ReportDetermination.terms.reasons": Reader.SUBJECT,
    "ReportDetermination.terms.rectification.what": Reader.SUBJECT,
    "ReturnDetermination.reasons": Reader.INSIDE,
    "CorrectLetter.body": Reader.ADDRESSEE, "CorrectLetter.reason": Reader.ADDRESSEE,
    **{f"{verb}.content.risks[].{each}": Reader.REVIEWERS for each in ("risk", "measure")
       for verb in ("DraftFiling", "ReviseFiling", "SubmitFiling", "SupplementFiling")},
    "RecordCheckpoint.finding.finding": Reader.FILER, "ReportDeviation.what": Reader.REVIEWERS,
    "DisputeDeviation.words": Reader.REVIEWERS, "AnswerDispute.words": Reader.FILER,
    "GiveGuidance.words": Reader.FILER, "ReportCorrection.words": Reader.REVIEWERS,
    "RegisterMeddling.meddling.what": Reader.ORGAN, "EvaluateMatter.conclusion": Reader.FILER,
    "EvaluateMatter.marks[].reason": Reader.FILER,
    "HoldRetrospective.learned": Reader.ORGAN, "CloseOversight.words": Reader.FILER,
    "ProposeChange.content.reasons": Reader.REVIEWERS, "StepBackFromChange.reason": Reader.ORGAN,
    "DeclineChange.reasons": Reader.FILER, "WithdrawChange.reason": Reader.REVIEWERS,
    "ObjectToDeclinedChange.grounds": Reader.REVIEWERS, "AnswerChangeObjection.reasons": Reader.FILER,
    "WithdrawFiling.reason": Reader.REVIEWERS, "WhitelistFiling.reason": Reader.FILER,
    "RecuseReviewer.reason": Reader.ORGAN, "RequestSupplement.needed": Reader.FILER,
    "DeclineFiling.reasons": Reader.FILER, "ReportVerification.findings": Reader.FILER,
    "SuspendReview.reason": Reader.FILER, "ExtendReview.reason": Reader.FILER,
    "HandReviewUp.reason": Reader.ORGAN_ABOVE,
    **{f"{verb}.description.words": Reader.ORGAN for verb in ("RaiseProblem", "DescribeProblem")},
    **{f"{verb}.reason": Reader.ORGAN for verb in (
        "DismissProblem", "MergeProblem", "RecuseFromProblem", "MoveMeasure", "ReturnMeasure", "DropMeasure",
        "RepealRule", "WithdrawRiskPoint")},
    **{f"{verb}.words": Reader.ORGAN for verb in (
        "ReportMeasure", "CloseMeasure", "NoteRecurrence", "CloseProblem")},
    "HandProblemUp.reason": Reader.ORGAN_ABOVE, "PlanMeasure.measure.words": Reader.ORGAN,
    "EnterRule.rule.text": Reader.ORGAN,
    "WriteRiskPoint.words": Reader.FILER, "WriteRiskPoint.advice": Reader.FILER,
    "ClassifyPerson.reason": Reader.INSIDE, "PlanVisit.outline": Reader.INSIDE,
    "RecordProgrammeVisit.talks[].words": Reader.CASEWORKERS, "CancelVisit.reason": Reader.SUBJECT,
    "RequestVisit.words": Reader.CASEWORKERS, "WriteStep.words": Reader.SUBJECT,
    "GoOnUnsigned.reason": Reader.SUBJECT, "WriteGrowthPlan.own_words": Reader.SUBJECT,
    **{f"WriteGrowthPlan.goals[].{each}": Reader.SUBJECT for each in ("goal", "measure", "actions")},
    "RecordMilestone.milestone.words": Reader.SUBJECT, "ExtendExecution.reason": Reader.ORGAN,
    **{f"GatherInformation.gathered.{each}": Reader.INSIDE
       for each in ("attitude", "mind", "work", "life", "unit_says")},
    "RecordUnitEvaluation.words": Reader.SUBJECT, "EvaluateProgramme.words": Reader.INSIDE,
    "EscalateProgramme.words": Reader.ORGAN_ABOVE, "AnswerEscalation.answer": Reader.INSIDE,
    "ChangePeriod.words": Reader.SUBJECT, "ChangePerson.words": Reader.INSIDE,
    "CompleteProgramme.words": Reader.SUBJECT, "AddRemark.words": Reader.CASEWORKERS,
    "CorrectTalk.words": Reader.CASEWORKERS,
    "SendCareCard.words": Reader.SUBJECT, "SendCareCard.reminders": Reader.SUBJECT,
    **{f"{verb}.text.{each}": Reader.CASEWORKERS for each in ("gist", "facts", "meaning")
       for verb in ("BeginEntry", "WriteEntry")},
    "SendEntryBack.reason": Reader.CASEWORKERS, "WithdrawEntry.reason": Reader.ORGAN,
    "RecuseFromProgramme.reason": Reader.ORGAN, "HandProgrammeUp.reason": Reader.ORGAN_ABOVE,
    "AddRecordRemark.words": Reader.ORGAN_OF_RECORD, "AskCorrection.words": Reader.ORGAN_OF_FACT,
    "AnswerCorrection.reason": Reader.SUBJECT, "DrawUpYearReport.words": Reader.ORGAN,
    "DrawUpYearPlan.why": Reader.ORGAN,
    "AnswerClearing.words": Reader.SUBJECT, "DisposeReport.reasons": Reader.ORGAN,
    "ExtendReport.reason": Reader.ORGAN, "GiveReporterFeedback.words": Reader.REPORTER,
    "HandReportUp.reason": Reader.ORGAN_ABOVE, "JudgeMatch.reasons": Reader.INSIDE,
    "PassReportUp.reason": Reader.ORGAN_ABOVE, "ReceiveReport.content.allegations[].text": Reader.INSIDE,
    "RecordFindings.findings[].words": Reader.INSIDE, "RecuseFromReport.reason": Reader.ORGAN,
    "RefuseReport.words": Reader.REPORTER, "RegisterReport.content.allegations[].text": Reader.INSIDE,
    "ReturnReport.reasons": Reader.INSIDE, "SuspendReport.reason": Reader.ORGAN,
    "WriteRetrospective.learned": Reader.ORGAN,
    "RecuseFromFalseAccusation.reason": Reader.ORGAN, "RequestBeginning.grounds": Reader.ORGAN_ABOVE,
    "AnswerBeginning.reasons": Reader.INSIDE, "WeighFactor.weighing.reasons": Reader.INSIDE,
    "AskReporter.question": Reader.ADDRESSEE, "RecordReporterHearing.source": Reader.INSIDE,
    "RecordReporterHearing.basis": Reader.INSIDE, "RecordReporterUnheard.account": Reader.ORGAN_ABOVE,
    "RecordCircumstances.circumstances[].reasons": Reader.INSIDE, "RecordGain.what": Reader.INSIDE,
    "ServeDraftFinding.draft.facts": Reader.ADDRESSEE,
    "ServeDraftFinding.draft.fabrication": Reader.ADDRESSEE,
    "ServeDraftFinding.draft.intent": Reader.ADDRESSEE,
    "ServeDraftFinding.draft.mistake_excluded": Reader.ADDRESSEE,
    "ServeDraftFinding.draft.handling": Reader.ADDRESSEE, "RecordDraftAnswer.words": Reader.ORGAN_ABOVE,
    "RecordDraftAnswer.considered": Reader.ORGAN_ABOVE, "TakeDraftBack.reasons": Reader.INSIDE,
    "RequestFinding.file.review_opinion": Reader.ORGAN_ABOVE, "AnswerFinding.reasons": Reader.ADDRESSEE,
    "EndFalseAccusation.reasons": Reader.ADDRESSEE, "LodgeComplaint.words": Reader.ORGAN_ABOVE,
    "AnswerComplaint.reasons": Reader.ADDRESSEE, "RecordHandling.handling.what": Reader.INSIDE,
    "UndoGain.how": Reader.INSIDE, "ExtendFalseAccusation.reason": Reader.INSIDE,
    "HandFalseAccusationUp.reason": Reader.ORGAN_ABOVE,
    "ApplyForClarification.situation": Reader.CASEWORKERS,
    "ApplyForClarification.reported": Reader.CASEWORKERS, "ApplyForClarification.wish": Reader.CASEWORKERS,
    "RecuseFromClarification.reason": Reader.ORGAN,
    "AssessClarification.allegations[].words": Reader.SUBJECT,
    "AssessClarification.allegations[].conclusion": Reader.SUBJECT,
    "RequestApproval.recommendation": Reader.INSIDE, "RequestApproval.review_opinion": Reader.INSIDE,
    "ProposeRefusal.reasons": Reader.INSIDE, "ReturnClarification.reasons": Reader.INSIDE,
    "RefuseClarification.reasons": Reader.SUBJECT, "ObjectToNoClarification.words": Reader.ORGAN_ABOVE,
    "AnswerObjection.reasons": Reader.SUBJECT, "DropMode.reasons": Reader.SUBJECT,
    "AskUnit.what": Reader.ADDRESSEE, "RecordVisit.visit.words": Reader.SUBJECT,
    "GiveClearingFeedback.note": Reader.SUBJECT, "WithdrawClarification.reason": Reader.CASEWORKERS,
    "ExtendClarification.reason": Reader.SUBJECT, "HandClarificationUp.reason": Reader.ORGAN_ABOVE,
    "WriteByCode.text": Reader.CASEWORKERS, "AskByCode.text": Reader.CASEWORKERS,
    "WriteToReporter.text": Reader.REPORTER, "AskToUnseal.ground": Reader.CUSTODIANS,
    "RefuseUnsealing.reason": Reader.CASEWORKERS,
    **{f"{verb}.content.{each}": Reader.ADDRESSEE for each in ("found_by", "problems", "causes")
       for verb in ("DraftProposal", "ReviseProposal")},
    "RecuseFromProposal.reason": Reader.ORGAN, "ReviewProposal.opinion": Reader.ORGAN,
    "SendProposalBack.reason": Reader.ORGAN, "ReplyToProposal.words": Reader.CASEWORKERS,
    "ReplyToProposal.rules[].text": Reader.CASEWORKERS, "ExtendProposal.reason": Reader.ADDRESSEE,
    "RemindOfProposal.words": Reader.ADDRESSEE, "EvaluateRectification.words": Reader.ADDRESSEE,
    "EvaluateRectification.marks[].reason": Reader.ADDRESSEE, "CloseProposal.words": Reader.ADDRESSEE,
    "ReturnRectification.words": Reader.ADDRESSEE, "ReferProposal.words": Reader.ADDRESSEE,
    "RecordSuperior.words": Reader.ADDRESSEE, "LookBackAtProposal.words": Reader.ADDRESSEE,
    "RecordRecurrence.words": Reader.ADDRESSEE, "WithdrawProposal.reason": Reader.ADDRESSEE,
}
NEVER_ASKED = {"AcceptDetermination.opinion", "AcceptFiling.opinion", "WithdrawAppeal.reason",
               "GiveFeedback.answer", "FileForRecord.note", "CastVote.reason", "AddEvidence.about",
               "SupplementFiling.note", "RecordCheckpoint.finding.guidance", "ReportProgress.words",
               "RecordOutcome.outcome.reason", "ApproveChange.opinion",
               *(f"ProposeChange.content.{each}" for each in ("scope", "way", "procedure")),
               "HoldRetrospective.rule_gaps", "HoldRetrospective.power_risks",
               "HoldRetrospective.oversight_gaps", "WriteRetrospective.rule_gaps",
               "WriteRetrospective.power_risks", "WriteRetrospective.oversight_gaps",
               "AddAccusationEvidence.about",
               "ConfirmReporter.could_not",
               "PlanClarification.plan.despite",
               "GiveOpinion.opinion.words", "GiveOpinion.opinion.of_whom", "ObjectToNoClarification.of_whom",
               "ApproveClarification.note",
               "RecordAct.act.persons_words",
               "RecordUnitAnswer.reason",
               "AnswerVisit.answer.words", "AnswerVisit.answer.of_whom",
               "RecordVisit.visit.measures", "DeclineVisit.reason", "OptOut.reason",
               "RecordProgrammeVisit.wishes",
               "CheckExecution.check.words", "GatherInformation.gathered.personnel_says",
               "AnswerApproval.reason", "AnswerRequest.reason", "SubmitReturn.reason",
               "RaiseProblem.description.cause", "DescribeProblem.description.cause"}
OF_A_WHOLE = (".effects", ".consent.words", ".description", ".situation_reason", ".policy_basis", ".remedy")
RUNNING = {at: field for at, field in ALL.items() if isinstance(field, fields.String)
           and (found := rule(field)) and not found.one_line}
TEXTS = {re.sub("^[^A-Z]+", "", at): field for at, field in RUNNING.items() if ".commands." in at}


def test_every_verb_that_asks_for_words_says_who_reads_them() -> None:
    asked = {at: field for at, field in TEXTS.items()
             if at not in NEVER_ASKED and not at.endswith(OF_A_WHOLE)}
    assert {at: declared(field) for at, field in asked.items()} == READ_BY


def test_so_does_a_verb_of_a_service_that_brings_its_contract_in_one_module() -> None:
    """No line is written for it here."""
    assert readerless({at: field for at, field in RUNNING.items() if ".commands." not in at}) == []


def test_what_may_be_left_out_has_a_default_that_says_so() -> None:
    contracts = {kind.__name__: kind for kind in ASKED.values()}
    for at in NEVER_ASKED:
        name, *path = at.split(".")
        kind: Any = contracts[name]
        for part in path[:-1]:
            kind = get_type_hints(kind)[part]
        assert {each.name: each.default for each in dataclasses.fields(kind)}[path[-1]] == ""


def test_a_new_verb_without_a_reader_is_found() -> None:
    planted = fields.String(validate=text(2_000, 1).metadata["validate"])
    assert readerless({"rongcuo.contracts.vault.MendSecret.why": planted}) == [
        "rongcuo.contracts.vault.MendSecret.why"]


@pytest.mark.parametrize("at", READ_BY)
def test_the_refusal_of_an_empty_one_names_its_reader(at: str) -> None:
    field, reader = TEXTS[at], READ_BY[at]
    for nothing in UNSEEN if required(field) else ():
        told = refusal(field, nothing)
        assert reader.en in told
        assert not [each for each in Reader if each.en in told.replace(reader.en, "")]
    missing = str(field.error_messages["required"])
    assert missing.endswith(reader.en)
    assert in_chinese(missing).endswith(reader.zh)
    assert str(field.error_messages["null"]) == missing


@pytest.mark.parametrize("kind", [DisposeClue, RecuseFromDetermination, RecuseReviewer, RecuseMember])
def test_the_person_concerned_reads_neither_disposals_nor_recusals(kind: type[Any]) -> None:
    told = {"command_id": "c", "reason": " ", "reasons": " ", "disposal": ReportDisposal.CLOSE.value}
    names = set(inspect.signature(kind).parameters)
    with pytest.raises(CaseError) as refused:
        load(kind, {name: value for name, value in told.items() if name in names})
    name = "reasons" if kind is DisposeClue else "reason"
    said = next(each for each in problem_of(refused.value, "").errors if each["field"] == name)
    assert "看不到" in said["message"]
    assert "not" in said["message_en"] or "neither" in said["message_en"]


def test_a_refusal_by_the_matter_itself_speaks_of_the_same_reader() -> None:
    refused = CaseError("review.reasons_missing", details={"read_by": "filer"})
    assert refused.text.zh == "请写明理由或内容。报备人会看到。"
    assert problem_of(refused, "").title("en") == "Please write the reason or the text. The filer reads it."
    assert sentence_of("review.reasons_missing", {}).zh == "请写明理由或内容。"


def declared(field: fields.Field[Any]) -> Reader | None:
    found = rule(field)
    return found.read_by if found else None


def readerless(asked: Mapping[str, fields.Field[Any]]) -> list[str]:
    """Where words are required and nobody is named who reads them."""
    return [at for at, field in asked.items() if required(field) and declared(field) is None]
