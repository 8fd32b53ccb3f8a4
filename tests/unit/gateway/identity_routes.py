"""The addresses of organs, officers and units, what each asks of identity, and what it answers with."""

from typing import Any

ASKED_OF_IDENTITY: list[tuple[str, str, dict[str, Any] | None, str, dict[str, Any], int]] = [
    ("GET", "/organs?division_code=530100", None, "identity.organs", {"division_code": "530100"}, 200),
    ("GET", "/officers?organ_id=530181.gaoxin&role=lead", None, "identity.officers",
     {"organ_id": "530181.gaoxin", "role": "lead"}, 200),
    ("POST", "/officers", {"username": "u", "name": "n", "organ_id": "530127"},
     "identity.enrol_officer", {"username": "u", "roles": []}, 201),
    ("POST", "/officers/o1/confirm", None, "identity.confirm_officer", {"officer_id": "o1"}, 200),
    ("POST", "/officers/o1/unlock", None, "identity.unlock", {"officer_id": "o1"}, 200),
    ("GET", "/operations/alarms", None, "identity.alarms", {}, 200),
    ("DELETE", "/officers/o1", None, "identity.dismiss_officer", {"officer_id": "o1"}, 200),
    ("GET", "/units?organ_id=530127", None, "identity.units", {"organ_id": "530127"}, 200),
    ("POST", "/units", {"organ_id": "530127", "name": "甲"}, "identity.add_unit", {"name": "甲"}, 201),
    ("POST", "/units/o1/aliases", {"name": "测试所"}, "identity.add_unit_alias", {"unit_id": "o1"}, 200),
    ("POST", "/units/o1/rename", {"name": "园林局"}, "identity.rename_unit", {"unit_id": "o1"}, 200),
    ("POST", "/units/o1/merge", {"other_id": "u2"}, "identity.merge_units", {"other_id": "u2"}, 200),
    ("POST", "/units/o1/confirm", None, "identity.confirm_unit_change", {"unit_id": "o1"}, 200),
    ("POST", "/units/o1/withdraw", None, "identity.withdraw_unit_change", {"unit_id": "o1"}, 200),
]
