"""Signing in and out, and who one is."""

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from rongcuo.contracts.identity import OfficerView, SignedIn, SignIn
from services.gateway import body
from services.gateway.api.route import Part, Route
from services.gateway.calls import ask
from services.gateway.session import actor, officer, sessions, token_of


def sign_in() -> ResponseReturnValue:
    """The one route that knows no actor yet."""
    who = body.message(SignIn, body.read_object(request), {})
    return jsonify(ask("identity.sign_in", who, None)), 201


def sign_out() -> ResponseReturnValue:
    """Of the present token."""
    token = token_of(request)
    ask("identity.sign_out", {"token": token}, actor())
    sessions().forget(token)
    return "", 204


def me() -> ResponseReturnValue:
    """The officer who asks."""
    return jsonify(officer())


PART = Part("tokens", "登录 · Signing in", (
    Route(verb="POST", address="/tokens", does=sign_in, takes=SignIn, gives=(SignedIn,), status=201,
          public=True, zh="登录,换取 12 小时有效的令牌",
          en="Sign in for a bearer token that is valid for 12 hours"),
    Route(verb="DELETE", address="/tokens/current", does=sign_out, takes=None, gives=(), status=204,
          zh="退出登录,令牌立即失效", en="Sign out; the token ends at once"),
    Route(verb="GET", address="/me", does=me, takes=None, gives=(OfficerView,),
          zh="我是谁:姓名、机关、岗位", en="Who I am: name, organ, roles"),
))
