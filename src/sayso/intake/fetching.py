"""Pages and feeds from the web, fetched as if every server were hostile.

http and https only. A name is resolved once for a connection, every address it gives is judged (`addresses.py`), and
the connection goes to an address so judged: what the name leads to a moment later makes no difference, nor does a
redirect, which is a new request with all its checks. Size, packed and unpacked, the whole time and the number of
redirects have limits. No proxy, certificate or password is taken from the environment, no cookie kept, and of
encodings only gzip and deflate are asked for, which `packing.py` undoes with a limit.

The connection is made by httpcore, beneath httpx: it is the one that lets the program choose the address.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from importlib.metadata import version
from socket import SOCK_STREAM, gaierror, getaddrinfo
from typing import Any

import httpcore
import httpx

from sayso.intake.addresses import not_public
from sayso.intake.pacing import Pace
from sayso.intake.packing import PackingError, TooMuchError, unpacked

MAX_BYTES = 10_000_000
SECONDS = 30.0
MAX_REDIRECTS = 5
PATIENCE = 60.0  # seconds waited for a host at most, when it asks to be left alone

_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5"
_REDIRECTS = {301, 302, 303, 307, 308}
_OK = {200, 203}
_NOT_MODIFIED = 304
_SAY_WHEN = {429, 503}  # the answers with which a server may say when to come again
_MANNERS = {"http": 80, "https": 443}


class NotFetched(Exception):  # noqa: N818 - an answer of the web, no fault of the program
    """An address from which nothing was fetched; its message says why."""

    def __init__(self, reason: str, *, status: int | None = None, retry_after: float | None = None) -> None:
        """`retry_after`: the seconds after which the server wants to be asked again, where it says so."""
        super().__init__(reason)
        self.status = status
        self.retry_after = retry_after


class Refused(NotFetched):
    """An address that is not to be fetched, now or later: of another kind than http, of a private network."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at an address."""

    url: str  # where it was found in the end, after redirects
    status: int  # 200 or 203; 304 where it has not changed since
    content_type: str | None  # as the server says: "text/html"
    charset: str | None  # as the server says
    data: bytes
    etag: str | None
    last_modified: str | None


@dataclass
class Fetcher:
    """Fetches one thing after another, with the same limits and manners for each."""

    allow_private: bool = False  # also addresses of private networks and of this machine
    max_bytes: int = MAX_BYTES  # of a body, packed or unpacked
    seconds: float = SECONDS  # for all of it, redirects and slow servers included
    max_redirects: int = MAX_REDIRECTS
    user_agent: str = field(default_factory=lambda: f"sayso/{version('sayso')} (reads news reports)")
    pace: Pace = field(default_factory=Pace)

    def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """What stands at an address, or that it is still what had this `etag` or `last_modified`.

        Errors: `NotFetched`, and `Refused` among them, whose messages say why.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers: dict[bytes | str, bytes | str] = {
            "User-Agent": self.user_agent,
            "Accept": _ACCEPT,
            "Accept-Language": "en, *;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
            **{name: value for name, value in conditions.items() if value and value.isascii() and value.isprintable()},
        }
        target = _target(url)
        self._wait(target)
        deadline = _Deadline(self.seconds)
        network = _CheckedNetwork(self.allow_private, deadline)
        with httpcore.ConnectionPool(ssl_context=self._tls, network_backend=network) as pool:
            for _ in range(self.max_redirects + 1):
                try:
                    with pool.stream("GET", str(target), headers=headers) as response:
                        answer = httpx.Headers(response.headers)
                        if response.status not in _REDIRECTS or "location" not in answer:
                            return self._answered(target, response, answer, deadline)
                        target = _redirected(target, answer["location"])
                except (httpcore.TimeoutException, TimeoutError):
                    raise NotFetched(f"it took longer than {self.seconds:g} seconds") from None
                except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
                    raise NotFetched(f"the connection failed ({str(error) or type(error).__name__})") from None
        raise NotFetched(f"more than {self.max_redirects} redirects")

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return httpx.create_ssl_context(trust_env=False)

    def _wait(self, target: httpx.URL) -> None:
        """Wait for the host's turn, unless it is a long way off."""
        left = self.pace.left(target.host)
        if left > PATIENCE:
            raise NotFetched(f"{target.host} asked to be left alone for another {left:.0f} seconds", retry_after=left)
        self.pace.take_turn(target.host)

    def _answered(
        self, target: httpx.URL, response: httpcore.Response, answer: httpx.Headers, deadline: _Deadline
    ) -> Fetched:
        status = response.status
        if status not in _OK and status != _NOT_MODIFIED:
            wait = _retry_after(answer.get("retry-after"))
            if wait and status in _SAY_WHEN:
                self.pace.hold(target.host, wait)
            phrase = httpx.codes.get_reason_phrase(status)
            raise NotFetched(f"the server answered {status} {phrase}".rstrip(), status=status, retry_after=wait)
        told = httpx.Response(status, headers=answer)  # for what its content type says
        return Fetched(
            url=str(target),
            status=status,
            content_type=answer.get("content-type", "").partition(";")[0].strip().lower() or None,
            charset=told.charset_encoding,
            data=b"" if status == _NOT_MODIFIED else self._body(response, answer, deadline),
            etag=answer.get("etag"),
            last_modified=answer.get("last-modified"),
        )

    def _body(self, response: httpcore.Response, answer: httpx.Headers, deadline: _Deadline) -> bytes:
        too_much = NotFetched(f"longer than {self.max_bytes:,} bytes")
        length = answer.get("content-length", "")
        if length.isdecimal() and int(length) > self.max_bytes:
            raise too_much

        def arriving() -> Iterator[bytes]:
            size = 0
            for piece in response.iter_stream():
                size += len(piece)
                if size > self.max_bytes:
                    raise too_much
                deadline.left()
                yield piece

        try:
            return unpacked(arriving(), answer.get("content-encoding"), self.max_bytes)
        except TooMuchError:
            raise too_much from None
        except PackingError as error:
            raise NotFetched(str(error)) from None


def _target(url: str) -> httpx.URL:
    """An address that may be asked for, without its fragment."""
    try:
        target = httpx.URL(url)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise Refused(f"refused: no address ({error})") from None
    if target.scheme not in _MANNERS:
        raise Refused(f"refused: {target.scheme or 'an address without http'} is neither http nor https")
    if not target.host:
        raise Refused("refused: an address without a host")
    if target.userinfo:
        raise Refused("refused: an address with a user's name in it")
    return target.copy_with(fragment=None)


def _redirected(target: httpx.URL, location: str) -> httpx.URL:
    try:
        return _target(str(target.join(location)))
    except httpx.InvalidURL as error:
        raise Refused(f"refused: a redirect to no address ({error})") from None
    except Refused as refused:
        raise Refused(f"{refused}, after a redirect") from None


def _retry_after(value: str | None) -> float | None:
    """The seconds that `Retry-After` asks for, given as such or as a date."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value[:9])
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() - datetime.now(UTC).timestamp())


class _Deadline:
    """The moment by which all must be done."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds left. Errors: `TimeoutError` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _CheckedNetwork(httpcore.NetworkBackend):
    """Connections to addresses that were judged, none of which outlives the deadline."""

    def __init__(self, allow_private: bool, deadline: _Deadline) -> None:
        self._allow_private = allow_private
        self._deadline = deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._addresses(host, port)
        for last, address in enumerate(addresses, 1 - len(addresses)):
            try:
                stream = self._sockets.connect_tcp(address, port, self._deadline.left(), local_address, socket_options)
                return _TimedStream(stream, self._deadline)
            except httpcore.ConnectError:
                if not last:
                    raise
        raise httpcore.ConnectError(f"{host} has no address")

    def _addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host that may be connected to. Errors: `Refused` if there is none but others."""
        try:
            found = getaddrinfo(host, port, type=SOCK_STREAM)
        except (gaierror, UnicodeError):
            raise httpcore.ConnectError(f"no address is known of {host}") from None
        addresses = list(dict.fromkeys(str(at[0]) for *_, at in found))
        if self._allow_private:
            return addresses
        public = [address for address in addresses if not not_public(address)]
        if addresses and not public:
            told = addresses[0] if addresses[0] == host else f"{host} is {addresses[0]},"
            raise Refused(f"refused: {told}{' is' if addresses[0] == host else ''} {not_public(addresses[0])}")
        return public


class _TimedStream(httpcore.NetworkStream):
    """A connection that ends with the deadline, however slowly the other side goes on."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
