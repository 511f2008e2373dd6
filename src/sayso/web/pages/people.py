"""Signing in and out, one's own password and tokens, the users, and what everybody did. For a team alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from sayso.ledger.deeds import Deeds, record, recorded
from sayso.web import addresses, rendering
from sayso.web.people import credentials, passwords, sessions, signing_in, tokens, users
from sayso.web.people.door import SIGN_IN
from sayso.web.people.roles import MAY, ROLES
from sayso.web.people.users import UserError
from sayso.web.problems import Problem
from sayso.web.settings import PAGE, PAGE_MOST, Settings
from sayso.web.visits import Managing, SignedIn, Visit

router = APIRouter(include_in_schema=False)

Field = Annotated[str, Form(max_length=200)]
Password = Annotated[str, Form(max_length=passwords.LONGEST)]


# --- in and out ---


@router.get(SIGN_IN)
def sign_in_page(request: Request, next: str = "") -> HTMLResponse:
    """Where one signs in."""
    return rendering.page(request, "sign_in.html", next=addresses.local(next), name="", wrong="")


@router.post(SIGN_IN)
def sign_in(request: Request, name: Field, password: Password, next: Annotated[str, Form()] = "") -> Response:
    """Sign in, and go on to where one wanted to."""
    state = request.app.state
    try:
        secret = signing_in.sign_in(state.ledger, name, password, _address(request))
    except signing_in.WaitError as wait:
        page = rendering.page(request, "sign_in.html", 429, next=addresses.local(next), name=name, wrong=str(wait))
        page.headers["Retry-After"] = str(wait.seconds)
        return page
    if secret is None:
        wrong = "No user has that name with that password."
        return rendering.page(request, "sign_in.html", 401, next=addresses.local(next), name=name, wrong=wrong)
    answer = RedirectResponse(addresses.local(next), 303)
    _set_cookie(answer, state.settings, secret)
    return answer


@router.post("/sign-out")
def sign_out(visit: SignedIn) -> Response:
    """End the session of this browser."""
    with visit.ledger.writing() as connection:
        sessions.end(connection, visit.request.cookies[credentials.cookie_name(visit.settings)])
        record(connection, visit.person.name, "signed out")
    answer = RedirectResponse(SIGN_IN, 303)
    secure = visit.settings.secure
    answer.delete_cookie(credentials.cookie_name(visit.settings), secure=secure, httponly=True, samesite="lax")
    answer.headers["Clear-Site-Data"] = '"cache"'  # the next at this machine does not go back to what was read
    return answer


# --- oneself ---


@router.get("/me")
def me(visit: SignedIn) -> HTMLResponse:
    """Oneself: the role, the password, the tokens."""
    return _me(visit)


@router.post("/me/password")
def change_password(visit: SignedIn, old: Password, new: Password) -> Response:
    """Have another password. All sessions end, and this browser begins a new one."""
    try:
        secret = signing_in.change_password(visit.ledger, visit.person.name, old, new, _address(visit.request))
    except UserError as wrong:
        return _me(visit, str(wrong))
    except signing_in.WaitError as wait:
        page = _me(visit, str(wait), 429)
        page.headers["Retry-After"] = str(wait.seconds)
        return page
    if secret is None:
        return _me(visit, "The old password is another.")
    answer = RedirectResponse("/me", 303)
    _set_cookie(answer, visit.settings, secret)
    return answer


@router.post("/me/tokens")
def make_token(
    visit: SignedIn,
    name: Field,
    days: Annotated[int, Form(ge=0, le=max(tokens.DAYS))],
    scopes: Annotated[list[str] | None, Form(max_length=10)] = None,
) -> Response:
    """Make a token. It is shown this once. days: 0 is for ever."""
    person = visit.person.name
    try:
        made = tokens.make(visit.ledger, person, name, scopes or [], days or None, by=person)
    except UserError as wrong:
        return _me(visit, str(wrong))
    page = rendering.page(visit.request, "token.html", 201, token=made, name=name)
    page.headers["Cache-Control"] = "no-store"
    return page


@router.post("/me/tokens/{id}/revoke")
def revoke_token(visit: SignedIn, id: str) -> Response:
    """Have a token count no longer."""
    try:
        tokens.revoke(visit.ledger, visit.person.name, id, by=visit.person.name)
    except KeyError:
        raise Problem(404, f"you have no token {id!r}") from None
    return RedirectResponse("/me", 303)


# --- the team ---


@router.get("/users")
def all_users(visit: Managing) -> HTMLResponse:
    """Everybody who may sign in, and who no longer may."""
    return _users(visit)


@router.post("/users")
def add_user(visit: Managing, name: Field, role: Field, password: Password) -> Response:
    """Make a user."""
    return _changed(visit, lambda by: users.add(visit.ledger, name, role, password, by=by))


@router.post("/users/{name}/role")
def give_role(visit: Managing, name: str, role: Field) -> Response:
    """Give a user another role."""
    return _changed(visit, lambda by: users.give_role(visit.ledger, name, role, by=by))


@router.post("/users/{name}/password")
def give_password(visit: Managing, name: str, password: Password) -> Response:
    """Give a user another password."""
    return _changed(visit, lambda by: users.give_password(visit.ledger, name, password, by=by))


@router.post("/users/{name}/disable")
def disable(visit: Managing, name: str) -> Response:
    """Let a user sign in no more."""
    return _changed(visit, lambda by: users.disable(visit.ledger, name, by=by))


@router.post("/users/{name}/enable")
def enable(visit: Managing, name: str) -> Response:
    """Let a user sign in again."""
    return _changed(visit, lambda by: users.enable(visit.ledger, name, by=by))


@addresses.page(router, "/deeds", "deeds.html")
def deeds(
    visit: Managing,
    who: Annotated[str | None, Query(max_length=200)] = None,
    after: Annotated[int | None, Query(ge=1, le=2**31)] = None,
    limit: Annotated[int, Query(ge=1, le=PAGE_MOST)] = PAGE,
) -> Deeds:
    """What was done, the last first."""
    with visit.ledger.reading() as connection:
        return recorded(connection, after, limit, who=who)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _set_cookie(answer: Response, settings: Settings, secret: str) -> None:
    # Lax: a link in a letter leads to a page, and no other site's form or picture to anything.
    age = int(sessions.LONGEST.total_seconds())
    name = credentials.cookie_name(settings)
    answer.set_cookie(name, secret, max_age=age, path="/", secure=settings.secure, httponly=True, samesite="lax")


def _me(visit: Visit, wrong: str = "", status: int = 422) -> HTMLResponse:
    with visit.ledger.reading() as connection:
        listed = tokens.listed(connection, visit.person.name)
    allowed = [scope for scope in tokens.SCOPES if scope in MAY[visit.person.role]]
    given = {"tokens": listed, "scopes": allowed, "days": tokens.DAYS, "shortest": passwords.SHORTEST}
    return rendering.page(visit.request, "me.html", status if wrong else 200, wrong=wrong, **given)


def _users(visit: Visit, wrong: str = "") -> HTMLResponse:
    with visit.ledger.reading() as connection:
        listed = users.listed(connection)
    given = {"users": listed, "roles": ROLES, "shortest": passwords.SHORTEST}
    return rendering.page(visit.request, "users.html", 422 if wrong else 200, wrong=wrong, **given)


def _changed(visit: Visit, change: Callable[[str], None]) -> Response:
    """The users after a change, which is given who makes it."""
    try:
        change(visit.person.name)
    except UserError as wrong:
        return _users(visit, str(wrong))
    except KeyError as error:
        raise Problem(404, f"there is no user {error.args[0]!r}") from None
    return RedirectResponse("/users", 303)
