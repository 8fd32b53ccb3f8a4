"""Where a review stands, and why someone may not take part."""

from enum import StrEnum


class ReviewState(StrEnum):
    """Where the review of a filing stands."""

    PRELIMINARY_REVIEW = "preliminary_review"    # 初审
    AWAITING_SUPPLEMENT = "awaiting_supplement"  # 待补正, clock suspended
    VERIFICATION = "verification"                # 核查
    ACCEPTED = "accepted"                        # 受理
    DECLINED = "declined"                        # 不予受理
    OBJECTED = "objected"                        # 异议审查中
    CLOSED = "closed"                            # 报备人撤回


class HeldBy(StrEnum):
    """In whose hands a matter is: who has to act next."""

    ASSIGNMENT = "assignment"      # 待分派: nobody yet, the leads assign it
    HANDLER = "handler"            # 承办人, with the team
    TEAM_FORMING = "team_forming"  # the leads, who form a team
    FILER = "filer"                # 报备人, of whom a supplement is awaited
    CONVENING = "convening"        # the leads, who convene a meeting
    MEETING = "meeting"            # 联席会议
    DECISION = "decision"          # the leads, who decide as the meeting found
    APPEAL = "appeal"              # whoever hears the appeal
    NOBODY = "nobody"              # it is over


class RecusalGround(StrEnum):
    """Why a person may not take part (检举控告规则 art. 48; 监察法 of 2024 art. 67, art. 58 in 2018)."""

    SELF = "self"
    RELATIVE = "relative"
    WITNESS = "witness"        # 担任过本案的证人
    INTEREST = "interest"
    OTHER = "other"
