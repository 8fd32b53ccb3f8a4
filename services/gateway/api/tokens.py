"""Signing in and out, passwords, and who one is."""

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from rongcuo.contracts.identity import OfficerView, operations
from services.gateway.api.organs import end_sessions
from services.gateway.api.route import Part, Route, get, post, secret
from services.gateway.clients import address
from services.gateway.queueing import ask_in_turn
from services.gateway.rpc import ask
from services.gateway.session import actor, officer, sessions, token_of


def sign_in() -> ResponseReturnValue:
    """A route that knows no actor yet."""
    who = secret(operations.SIGN_IN, address=address())
    return jsonify(ask_in_turn(operations.SIGN_IN, who)), 201


def sign_out() -> ResponseReturnValue:
    """Of the present token."""
    token = token_of(request)
    ask(operations.SIGN_OUT, {"token": token}, actor())
    sessions().forget(token)
    return "", 204


def me() -> ResponseReturnValue:
    """The officer who asks."""
    return jsonify(officer())


def where() -> ResponseReturnValue:
    """Where the officer is signed in."""
    return jsonify(ask(operations.SESSIONS, {"token": token_of(request)}, actor()))


def sign_out_everywhere() -> ResponseReturnValue:
    """The present token too."""
    return end_sessions(actor().officer_id)


def change_password() -> ResponseReturnValue:
    """All other sessions end; this one goes on."""
    asker = actor()
    order = secret(operations.CHANGE_PASSWORD, token=token_of(request), address=address())
    answer = ask_in_turn(operations.CHANGE_PASSWORD, order, asker)
    sessions().forget_officer(asker.officer_id)
    return jsonify(answer)


def forgot_password() -> ResponseReturnValue:
    """The same answer whether there is such an account."""
    ask(operations.FORGOT_PASSWORD, secret(operations.FORGOT_PASSWORD, address=address()), None)
    return "", 202


def link_is_for() -> ResponseReturnValue:
    """In a body, not in an address: addresses are written down on the way."""
    return jsonify(ask(operations.LINK, secret(operations.LINK), None))


def set_password() -> ResponseReturnValue:
    """By a link."""
    answer = ask_in_turn(operations.SET_PASSWORD, secret(operations.SET_PASSWORD, address=address()))
    sessions().forget_officer(answer["officer_id"])
    return jsonify(answer)


PART = Part("tokens", "登录 · Signing in", (
    post("/tokens", operations.SIGN_IN, does=sign_in, status=201, public=True, without=("address",)),
    post("/tokens/current", operations.SIGN_OUT, verb="DELETE", does=sign_out, takes=None, status=204),
    Route(verb="GET", address="/me", does=me, takes=None, gives=(OfficerView,),
          zh="我是谁:姓名、机关、岗位", en="Who I am: name, organ, roles"),
    get("/me/sessions", operations.SESSIONS, does=where, takes=None),
    post("/me/sign-out-everywhere", operations.SIGN_OUT_EVERYWHERE, does=sign_out_everywhere,
         without=("officer_id",), zh="在所有地方退出登录", en="Sign out everywhere"),
    post("/me/password", operations.CHANGE_PASSWORD, does=change_password, without=("token", "address"),
         keyed=False),
    post("/password/forgotten", operations.FORGOT_PASSWORD, does=forgot_password, status=202, public=True,
         without=("address",)),
    post("/password/link", operations.LINK, does=link_is_for, public=True),
    post("/password", operations.SET_PASSWORD, does=set_password, public=True, without=("address",)),
))
