"""The server of a review: pages and answers for one person's browser on this machine, behind an address that nobody can guess.

It listens on 127.0.0.1 alone and answers only under its token, only to this host (no other name can be made to point here), and takes actions only
from its own pages. It asks nothing of any network.
"""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from planlint.errors import PlanlintError
from planlint.review.page import folder_policy, policies
from planlint.review.reviewing import Refused

if TYPE_CHECKING:
    import socket
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from planlint.review.reviewing import Reviewing

HOST = "127.0.0.1"
_MOST_BYTES = 1 << 18
_CLOSED = "default-src 'none'; frame-ancestors 'none'"
_HEADERS = {
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store", "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
}  # fmt: skip


def application(reviewing: Reviewing, token: str, port: int) -> Starlette:
    """The web application; everything outside of the token is not found."""
    web = _Web(reviewing, token, {f"{HOST}:{port}", f"localhost:{port}"})
    plan = "/{token}/plan/{number:int}"
    return Starlette(
        routes=[
            Route("/{token}/", web.answering(web.folder)),
            Route(plan, web.answering(web.plan)),
            Route(f"{plan}/progress", web.answering(web.progress)),
            Route(f"{plan}/state", web.answering(web.state)),
            Route(f"{plan}/propose", web.answering(web.propose)),
            Route(f"{plan}/act", web.answering(web.act), methods=["POST"]),
        ]
    )


def serve(app: Starlette, listening: socket.socket) -> None:
    """Answer until somebody presses Ctrl-C."""
    import uvicorn

    config = uvicorn.Config(
        app, log_level="critical", access_log=False, server_header=False, date_header=False, lifespan="off", ws="none", http="h11",
        timeout_graceful_shutdown=1,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])


class _Json(JSONResponse):
    """JSON in ASCII: a file name may have bytes that are no text, which UTF-8 cannot carry."""

    def render(self, content: Any) -> bytes:  # noqa: ANN401 - what JSON holds
        """The bytes of the answer."""
        return json.dumps(content).encode("ascii")


class _Web:
    """What is asked over HTTP, and the answers."""

    def __init__(self, reviewing: Reviewing, token: str, hosts: set[str]) -> None:
        self._reviewing, self._token, self._hosts = reviewing, token, hosts

    def answering(
        self, work: Callable[[Request], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        """The work behind the checks that every request passes, its answer with the headers that every answer has."""

        async def answer(request: Request) -> Response:
            status = self._refused(request)
            try:
                found = Response(str(status), status) if status else await work(request)
            except Refused as refused:
                found = _Json({"error": refused.text}, refused.status)
            except OSError as error:  # a review file that cannot be read, a folder that is gone
                found = _Json({"error": f"{error.filename or ''}: {error.strerror or error}"}, 507)
            found.headers.setdefault("Content-Security-Policy", _CLOSED)
            found.headers.update(_HEADERS)
            return found

        return answer

    def _refused(self, request: Request) -> int | None:
        """The status of a request that is not answered: of another host, without the token, or from a page that is not ours."""
        given = request.path_params["token"].encode("utf-8", "replace")
        if request.headers.get("host") not in self._hosts:
            return 403
        if not secrets.compare_digest(given, self._token.encode()):
            return 404
        if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return 403
        if request.method != "POST":
            return None
        if request.headers.get("origin") not in {f"http://{host}" for host in self._hosts}:
            return 403
        is_json = request.headers.get("content-type", "").partition(";")[0] == "application/json"
        return None if is_json else 415

    async def folder(self, _request: Request) -> Response:
        """The list of plans; the plan itself where there is one."""
        if len(self._reviewing.plans) == 1:
            return RedirectResponse(f"{self._reviewing.base}plan/1", 303)
        page = await run_in_threadpool(self._reviewing.folder)
        return HTMLResponse(page, headers={"Content-Security-Policy": folder_policy()})

    async def plan(self, request: Request) -> Response:
        """The page of one plan."""
        try:
            page = await run_in_threadpool(self._reviewing.page, _number(request))
        except PlanlintError as error:
            text = "\n".join(self._reviewing.words.of(text) for text in error.texts)
            return Response(text, 422, media_type="text/plain; charset=utf-8")
        return HTMLResponse(page, headers={"Content-Security-Policy": policies()})

    async def progress(self, request: Request) -> Response:
        """How far one plan is."""
        return _Json(await run_in_threadpool(self._reviewing.progress, _number(request)))

    async def state(self, request: Request) -> Response:
        """What the page shows now; nothing where it shows that already."""
        since = request.query_params.get("since", "")
        found = await run_in_threadpool(self._reviewing.state, _number(request), since)
        return Response(status_code=204) if found is None else _Json(found)

    async def propose(self, request: Request) -> Response:
        """The fields of a fact that may be added."""
        asked = request.query_params
        try:
            start, end = int(asked.get("start", "")), int(asked.get("end", ""))
        except ValueError as error:
            raise Refused(422, "span") from error
        kind = asked.get("kind", "")
        return _Json(await run_in_threadpool(self._reviewing.propose, _number(request), kind, start, end))

    async def act(self, request: Request) -> Response:
        """One action."""
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > _MOST_BYTES:
                raise Refused(413, str(_MOST_BYTES))
        try:
            asked = json.loads(body)
        except ValueError as error:
            raise Refused(400, "JSON") from error
        if not isinstance(asked, dict):
            raise Refused(400, "JSON")
        return _Json(await run_in_threadpool(self._reviewing.act, _number(request), asked))


def _number(request: Request) -> int:
    number: int = request.path_params["number"]
    return number
