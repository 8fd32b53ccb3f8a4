"""What a figure counts. Different measures are never added together."""

from enum import StrEnum


class Measure(StrEnum):
    """One person may stand in two matters, and in one twice; money and households are neither."""

    MATTERS = "matters"            # 件
    PERSONS = "persons"            # 人
    PERSON_TIMES = "person_times"  # 人次
    ITEM_TIMES = "item_times"      # 件次
    ORGANISATIONS = "organisations"  # 个（组织）
    MEETINGS = "meetings"          # 次（会议）
    HOUSEHOLDS = "households"      # 户
    CNY = "cny"                    # 元
    JOBS = "jobs"                  # 个（岗位）
