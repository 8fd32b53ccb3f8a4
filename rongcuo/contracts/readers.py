"""Who reads what a person has to write. Whoever left it empty is told so, and of nobody else."""

from collections.abc import Mapping
from enum import StrEnum


class Reader(StrEnum):
    """The readers of a required text."""

    FILER = "filer"
    SUBJECT = "subject"
    REVIEWERS = "reviewers"
    CASEWORKERS = "caseworkers"
    INSIDE = "inside"
    ORGAN = "organ"
    ORGAN_ABOVE = "organ_above"
    CUSTODIANS = "custodians"
    PANEL = "panel"
    MEMBERS = "members"
    ADDRESSEE = "addressee"
    APPROVER = "approver"
    ORGAN_OF_RECORD = "organ_of_record"
    ORGAN_OF_FACT = "organ_of_fact"
    REPORTER = "reporter"

    @property
    def zh(self) -> str:
        """The sentence that a refusal says of them, in Chinese."""
        return _SAID[self][0]

    @property
    def en(self) -> str:
        """And in English."""
        return _SAID[self][1]


_SAID: Mapping[Reader, tuple[str, str]] = {
    Reader.FILER: ("报备人会看到。", "The filer reads it."),
    Reader.SUBJECT: ("当事人会看到。", "The person concerned reads it."),
    Reader.REVIEWERS: ("审查的人会看到。", "Those who review the filing read it."),
    Reader.CASEWORKERS: ("办理本案的人会看到。", "Those who handle the case read it."),
    Reader.INSIDE: ("办理本案的人会看到，当事人看不到。",
                    "Those who handle the case read it; the person concerned does not."),
    Reader.ORGAN: ("供本机关留存，报备人和当事人看不到。",
                   "Your organ keeps it; neither the filer nor the person concerned reads it."),
    Reader.ORGAN_ABOVE: ("上级机关会看到，报备人和当事人看不到。",
                         "The organ above reads it; neither the filer nor the person concerned does."),
    Reader.CUSTODIANS: ("保管人会看到，举报人和当事人看不到。",
                        "The custodians read it; neither the reporter nor the person concerned does."),
    Reader.PANEL: ("复核组会看到。", "The panel that hears the appeal reads it."),
    Reader.MEMBERS: ("会议成员会看到，当事人看不到。",
                     "The members of the meeting read it; the person concerned does not."),
    Reader.REPORTER: ("举报人会看到。", "The reporter reads it."),
    Reader.ORGAN_OF_RECORD: ("可以查看您履职记录的人会看到。", "Whoever may see your record reads it."),
    Reader.ORGAN_OF_FACT: ("掌握这一事实的机关的负责人会看到。",
                           "The leads of the organ that has this fact read it."),
    Reader.APPROVER: ("批准的人会看到。", "Whoever approves it reads it."),
    Reader.ADDRESSEE: ("收到文书的人会看到。", "Whoever receives the letter reads it."),
}
