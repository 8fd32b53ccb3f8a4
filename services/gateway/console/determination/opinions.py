"""复核意见: how the members of a panel would decide, as their page shows it and their forms hold it."""

from flask import g

from services.gateway.console.backend import Answer
from services.gateway.console.forms import Content, Form


def opinions_of(appeal: Answer) -> list[Content]:
    """Each as a decision is shown, with who says so and how many more have to."""
    return [_shown(appeal, each) for each in appeal["opinions"]]


def to_sign(appeal: Answer) -> list[Content]:
    """Those of colleagues that the person does not hold already, and what more than half hold by now."""
    return [each for each in opinions_of(appeal) if not (each["mine"] and each["more"])]


def mine(appeal: Answer) -> Answer | None:
    """What the person has said."""
    return next((each["opinion"] for each in appeal["opinions"] if _holds(each)), None)


def signed(form: Form, _: Content) -> Content:
    """Whose opinion, and by which digest it was read."""
    whose, _between, digest = form.get("opinion", "").partition(" ")
    return {"officer_id": whose, "digest": digest}


def _shown(appeal: Answer, said: Answer) -> Content:
    opinion, agree = said["opinion"], len(said["held_by"])
    whose = said["held_by"][0]["officer_id"] if agree else ""
    return {**opinion, "key": f"{whose} {said['digest']}", "mine": _holds(said), "agree": agree,
            "more": max(appeal["majority"] - agree, 0),
            "names": "、".join(each["name"] for each in said["held_by"])}


def _holds(said: Answer) -> bool:
    return g.person["officer_id"] in {each["officer_id"] for each in said["held_by"]}
