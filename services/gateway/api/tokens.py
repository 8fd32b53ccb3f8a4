"""Signing in and out, passwords, and who one is."""

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from rongcuo.contracts.identity import (
    ChangePassword,
    ForgotPassword,
    LinkQuery,
    LinkView,
    OfficerView,
    SessionsView,
    SetPassword,
    SignedIn,
    SignIn,
    SignOutEverywhere,
)
from services.gateway import body
from services.gateway.api.route import Part, Route, command
from services.gateway.calls import ask
from services.gateway.clients import address
from services.gateway.queueing import ask_in_turn
from services.gateway.session import actor, officer, sessions, token_of


def sign_in() -> ResponseReturnValue:
    """A route that knows no actor yet."""
    who = body.message(SignIn, body.read_object(request), {"address": address()})
    return jsonify(ask_in_turn("identity.sign_in", who)), 201


def sign_out() -> ResponseReturnValue:
    """Of the present token."""
    token = token_of(request)
    ask("identity.sign_out", {"token": token}, actor())
    sessions().forget(token)
    return "", 204


def me() -> ResponseReturnValue:
    """The officer who asks."""
    return jsonify(officer())


def where() -> ResponseReturnValue:
    """Where the officer is signed in."""
    return jsonify(ask("identity.sessions", {"token": token_of(request)}, actor()))


def sign_out_everywhere() -> ResponseReturnValue:
    """The present token too."""
    asker = actor()
    order = command(SignOutEverywhere, {"officer_id": asker.officer_id})
    answer = ask("identity.sign_out_everywhere", order, asker)
    sessions().forget_officer(asker.officer_id)
    return jsonify(answer)


def change_password() -> ResponseReturnValue:
    """All other sessions end; this one goes on."""
    asker = actor()
    fixed = {"token": token_of(request), "address": address()}
    order = body.message(ChangePassword, body.read_object(request), fixed)
    answer = ask_in_turn("identity.change_password", order, asker)
    sessions().forget_officer(asker.officer_id)
    return jsonify(answer)


def forgot_password() -> ResponseReturnValue:
    """The same answer whether there is such an account."""
    who = body.message(ForgotPassword, body.read_object(request), {"address": address()})
    ask("identity.forgot_password", who, None)
    return "", 202


def link_is_for() -> ResponseReturnValue:
    """In a body, not in an address: addresses are written down on the way."""
    return jsonify(ask("identity.link", body.message(LinkQuery, body.read_object(request), {}), None))


def set_password() -> ResponseReturnValue:
    """By a link."""
    order = body.message(SetPassword, body.read_object(request), {"address": address()})
    answer = ask_in_turn("identity.set_password", order)
    sessions().forget_officer(answer["officer_id"])
    return jsonify(answer)


PART = Part("tokens", "登录 · Signing in", (
    Route(verb="POST", address="/tokens", does=sign_in, takes=SignIn, gives=(SignedIn,), status=201,
          public=True, without=("address",), zh="登录,换取 12 小时有效的令牌；闲置一段时间后也会失效",
          en="Sign in for a bearer token, valid for 12 hours and until it has not been used for a while"),
    Route(verb="DELETE", address="/tokens/current", does=sign_out, takes=None, gives=(), status=204,
          zh="退出登录,令牌立即失效", en="Sign out; the token ends at once"),
    Route(verb="GET", address="/me", does=me, takes=None, gives=(OfficerView,),
          zh="我是谁:姓名、机关、岗位", en="Who I am: name, organ, roles"),
    Route(verb="GET", address="/me/sessions", does=where, takes=None, gives=(SessionsView,),
          zh="我在哪里登录着", en="Where I am signed in"),
    Route(verb="POST", address="/me/sign-out-everywhere", does=sign_out_everywhere, takes=SignOutEverywhere,
          gives=(OfficerView,), without=("officer_id",), zh="在所有地方退出登录", en="Sign out everywhere"),
    Route(verb="POST", address="/me/password", does=change_password, takes=ChangePassword,
          gives=(OfficerView,), without=("token", "address"), keyed=False, zh="修改密码，其他登录随即失效",
          en="Change my password; my other sessions end"),
    Route(verb="POST", address="/password/forgotten", does=forgot_password, takes=ForgotPassword, gives=(),
          status=202, public=True, without=("address",),
          zh="忘记密码：链接发到登记的邮箱；不论账号是否存在，答复都一样",
          en="Forgotten password: a link goes to the address on file; the answer is the same for everybody"),
    Route(verb="POST", address="/password/link", does=link_is_for, takes=LinkQuery, gives=(LinkView,),
          public=True, zh="链接是给谁的、做什么用", en="For whom a link is, and what for"),
    Route(verb="POST", address="/password", does=set_password, takes=SetPassword, gives=(OfficerView,),
          public=True, without=("address",), zh="凭邀请或重设链接设置密码",
          en="Set a password by an invitation or a reset link"),
))
