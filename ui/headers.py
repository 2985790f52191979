"""The security headers of every answer, as one small ASGI middleware."""

import base64
import hashlib
import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = "Content-Security-Policy"
_INLINE = re.compile(rb"<script>([^<]{0,2000})</script>")


def policy(index: bytes) -> str:
    """The Content-Security-Policy that lets run what ``index`` holds, and nothing else.

    The hashes of its inline scripts are computed from the file that is served, never typed in.
    """
    hashes = [
        base64.b64encode(hashlib.sha256(script).digest()).decode()
        for script in _INLINE.findall(index)
    ]
    scripts = " ".join(["'self'", *(f"'sha256-{digest}'" for digest in hashes)])
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def static_policy(style: str, ancestors: str) -> str:
    """The policy of a page without scripts: its one style sheet, pictures of ours, no more.

    ``ancestors`` are the sites that may frame it, "'none'" for nobody.
    """
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{digest}'",
            "img-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            f"frame-ancestors {ancestors}",
        )
    )


class SecurityHeaders:
    """Adds the headers to every HTTP answer of the application it wraps.

    An answer that brings a policy of its own keeps it: it says itself who may frame it.
    """

    def __init__(self, app: ASGIApp, content_policy: str) -> None:
        self._app = app
        self._headers = {
            _POLICY: content_policy,
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                own = headers.get(_POLICY, "")
                for name, value in self._headers.items():
                    headers[name] = value
                if own:
                    headers[_POLICY] = own
                if own and "frame-ancestors 'none'" not in own:
                    del headers["X-Frame-Options"]
            await send(message)

        await self._app(scope, receive, send_with_headers)
