"""年度计划和年度报告: a year of return visits."""
