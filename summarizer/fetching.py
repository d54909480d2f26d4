"""One page from the network, with every limit that a stranger's address asks for.

http(s) only; a time limit for each step and one for the whole; a size limit; private
addresses refused. The address that was checked is the one connected to, so a name
cannot mean another machine between the check and the connection. Proxy settings of
the environment are not used.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from summarizer.addresses import is_public
from summarizer.decoding import MAX_BYTES
from summarizer.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterator

PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS = 5
STEP_TIMEOUT = 10.0
TOTAL_TIMEOUT = 30.0
CHUNK = 65_536
PACKED = frozenset({"gzip", "x-gzip"})
UNPACKED = frozenset({"", "identity"})
SAFE = "%/:=&?~#+!$,;'@()*[]"
HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; summarizer)",
    "Accept": "text/html, application/xhtml+xml, text/plain, text/markdown, */*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Download:
    """What an address gave."""

    body: bytes
    url: str
    """The address after all redirects."""
    charset: str | None = None
    """The encoding that the answer's header names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a fetch may take."""

    allow_private: bool = False
    """Whether loopback, private and other non-public addresses may be asked."""
    timeout: float = STEP_TIMEOUT
    """Seconds for each single step."""
    total_timeout: float = TOTAL_TIMEOUT
    """Seconds for the whole, redirects included."""
    max_bytes: int = MAX_BYTES
    """Of the body, unpacked."""


def download(url: str, *, limits: Limits) -> Download:
    """The bytes at ``url`` with what the answer says of them."""
    deadline = _Deadline(limits.total_timeout)
    try:
        return _follow(url, limits, deadline)
    # ValueError is what the standard library says to an address out of shape.
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        raise FetchError(url, _told(error, limits, deadline)) from error
    finally:
        deadline.cancel()


def _told(error: Exception, limits: Limits, deadline: _Deadline) -> str:
    if deadline.passed:
        return _too_slow(limits)
    if isinstance(error, TimeoutError):
        return f"no answer within {limits.timeout:g} s; try again later"
    if isinstance(error, ssl.SSLError):
        return "the certificate or encryption failed; check the address"
    what = " ".join(str(error).split()) or type(error).__name__
    return f"the connection failed ({what}); check the address"


def _follow(url: str, limits: Limits, deadline: _Deadline) -> Download:
    current = url
    for _ in range(MOST_REDIRECTS + 1):
        answer = _ask(current, limits, deadline)
        if isinstance(answer, Download):
            return answer
        current = urljoin(current, answer)
    message = f"more than {MOST_REDIRECTS} redirects; give the final address"
    raise FetchError(url, message)


def _ask(url: str, limits: Limits, deadline: _Deadline) -> Download | str:
    """The page, or the address that the server points to instead."""
    parts = _checked(url)
    connection = _connect(url, parts, limits, deadline)
    try:
        path = quote(parts.path or "/", safe=SAFE)
        query = f"?{quote(parts.query, safe=SAFE)}" if parts.query else ""
        connection.request("GET", path + query, headers=HEADERS)
        with connection.getresponse() as response:
            location = response.getheader("Location")
            if response.status in REDIRECTS and location:
                return location
            return _page(url, response, limits, deadline)
    finally:
        connection.close()


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        usable = parts.scheme in PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        message = "not a valid address; give one like https://example.org/story"
        raise FetchError(url, message) from error
    if not usable:
        message = "only http and https addresses are fetched; give one of these"
        raise FetchError(url, message)
    if parts.username is not None:
        raise FetchError(url, "holds a user name; give the address without it")
    return parts


def _connect(
    url: str, parts: SplitResult, limits: Limits, deadline: _Deadline
) -> http.client.HTTPConnection:
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    address = _resolve(url, host, port, limits)
    plain = socket.create_connection((address, port), timeout=limits.timeout)
    deadline.watch(plain)
    if parts.scheme == "http":
        connection = http.client.HTTPConnection(host, port, timeout=limits.timeout)
        connection.sock = plain
        return connection
    context = ssl.create_default_context()
    secure = http.client.HTTPSConnection(host, port, timeout=limits.timeout)
    # The handshake comes after the watch, so that it too can be cut.
    secure.sock = context.wrap_socket(
        plain, server_hostname=host, do_handshake_on_connect=False
    )
    deadline.watch(secure.sock)
    try:
        secure.sock.do_handshake()
    except BaseException:
        secure.close()
        raise
    return secure


def _resolve(url: str, host: str, port: int, limits: Limits) -> str:
    """The first address of ``host``; all of them must be allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        message = f"no machine called {host} was found; check the address"
        raise FetchError(url, message) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not limits.allow_private and not all(map(is_public, addresses)):
        advice = "give --allow-private (allow_private=True) to fetch it"
        message = f"{host} is a private or local address; {advice}"
        raise FetchError(url, message)
    return addresses[0]


def _page(
    url: str, response: http.client.HTTPResponse, limits: Limits, deadline: _Deadline
) -> Download:
    if response.status != http.HTTPStatus.OK:
        reason = f"{response.status} {response.reason}".strip()
        message = f"the server answered {reason}; check the address"
        raise FetchError(url, message)
    body = bytearray()
    for piece in _pieces(response, limits.max_bytes):
        body += piece
        if len(body) > limits.max_bytes:
            message = f"larger than {limits.max_bytes:,} bytes; give another address"
            raise FetchError(url, message)
    # A connection cut by the deadline can look like the end of the page.
    if deadline.passed:
        raise FetchError(url, _too_slow(limits))
    return Download(bytes(body), url, response.headers.get_content_charset())


def _pieces(response: http.client.HTTPResponse, most: int) -> Iterator[bytes]:
    coding = response.getheader("Content-Encoding", "").lower()
    packed = coding in PACKED
    if not packed and coding not in UNPACKED:
        message = f"the page is packed with {coding}, which nobody asked for"
        raise ConnectionError(message)
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    received = 0
    while piece := response.read1(CHUNK):
        received += len(piece)
        yield unpacker.decompress(piece, most + 1) if packed else piece
    promised = int(response.getheader("Content-Length", "0"))
    if received < promised or (received and packed and not unpacker.eof):
        message = "the page broke off"  # the standard library takes it for the end
        raise ConnectionError(message)


def _too_slow(limits: Limits) -> str:
    return f"did not end within {limits.total_timeout:g} s; try again later"


class _Deadline:
    """Cuts the connection when the time for the whole is over.

    A server that sends a byte now and then never trips a time limit on single steps,
    neither in the header nor in the handshake.
    """

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, connection: socket.socket) -> None:
        self._socket = connection
        if self.passed:
            self._cut()

    def cancel(self) -> None:
        self._timer.cancel()

    def _cut(self) -> None:
        self.passed = True
        if self._socket is not None:
            try:
                # Not the TLS object's own method: that one is not for two threads.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
            except OSError:
                return
