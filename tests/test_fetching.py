"""Pages come from a server on this machine; every limit is tried."""

import gzip
import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from summarizer import fetching
from summarizer.addresses import is_public
from summarizer.errors import FetchError
from summarizer.fetching import Limits, download
from summarizer.reading import read_url

PAGE = (
    "<html><head><title>Bridge closes after storm</title></head><body>"
    "<h1>Bridge closes after storm</h1><p>The café by the bridge closed on Monday.</p>"
    "<p>Nobody was hurt in the storm, the mayor said.</p></body></html>"
)
PUBLIC = "93.184.215.14"


def fetch(url, **limits):
    return download(url, limits=Limits(**limits)).body


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        # A client that gives up in the middle is what some of these tests are about.
        try:
            getattr(self, f"give_{self.path.strip('/').split('?')[0]}")()
        except OSError:
            self.close_connection = True

    def log_message(self, *_):
        pass

    def answer(self, body, status=200, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def give_page(self):
        self.answer(PAGE.encode("cp1252"), Content_Type="text/html; charset=cp1252")

    def give_packed(self):
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def give_bomb(self):
        self.answer(gzip.compress(bytes(5_000_000)), Content_Encoding="gzip")

    def give_broken(self):
        self.answer(b"no gzip at all", Content_Encoding="gzip")

    def give_half(self):
        # Half a page once gave a bullet that ended in the middle of a word.
        body = PAGE.encode()
        self.answer(body[: len(body) // 2], Content_Length=str(len(body)))

    def give_half_packed(self):
        body = gzip.compress(PAGE.encode())
        self.answer(body[:-20], Content_Encoding="gzip")

    def give_brotli(self):
        # Such a page was called one without a whole sentence.
        self.answer(b"\x1b\x03\x00", Content_Encoding="br")

    def give_once(self):
        self.answer(b"", status=302, Location="/page?a=b c")

    def give_round(self):
        self.answer(b"", status=301, Location="/round")

    def give_away(self):
        port = self.server.server_address[1]
        self.answer(b"", status=302, Location=f"http://inside.example:{port}/page")

    def give_file(self):
        self.answer(b"", status=302, Location="file:///etc/hostname")

    def give_nonsense(self):
        self.answer(b"", status=302, Location="http://[nonsense/")

    def give_missing(self):
        self.answer(b"gone", status=404)

    def give_pdf(self):
        self.answer(b"%PDF-1.7 \xe2\xe3", Content_Type="application/pdf")

    def give_large(self):
        self.answer(b"a" * 300_000)

    def give_silence(self):
        time.sleep(1)

    def give_drip(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.05)

    def give_header(self):
        for _ in range(40):
            self.wfile.write(b"H")
            self.wfile.flush()
            time.sleep(0.05)


@pytest.fixture(scope="module")
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        thread = threading.Thread(target=running.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


@contextmanager
def refused(said):
    with pytest.raises(FetchError, match=said) as raised:
        yield
    assert "\n" not in str(raised.value)


def test_a_page_becomes_an_article(server):
    article = read_url(f"{server}/page", allow_private=True)
    assert article.title == "Bridge closes after storm"
    assert article.source == f"{server}/page"
    assert article.paragraphs[0].of(article.text).startswith("The café")


def test_a_packed_page_is_unpacked(server):
    assert fetch(f"{server}/packed", allow_private=True) == PAGE.encode()


def test_a_redirect_is_followed(server):
    assert b"Monday" in fetch(f"{server}/once", allow_private=True)


@pytest.mark.parametrize(
    ("path", "limits", "said"),
    [
        ("round", {}, "more than 5 redirects"),
        ("half", {}, "broke off"),
        ("brotli", {}, "packed with br"),
        ("half_packed", {}, "broke off"),
        ("file", {}, "only http and https"),
        ("nonsense", {}, "connection failed|not a valid address"),
        ("missing", {}, "404"),
        ("large", {"max_bytes": 100_000}, "larger than 100,000 bytes"),
        ("bomb", {"max_bytes": 100_000}, "larger than 100,000 bytes"),
        ("broken", {}, "connection failed"),
        ("silence", {"timeout": 0.1}, "no answer within 0.1 s"),
        ("drip", {"total_timeout": 0.3}, "did not end within 0.3 s"),
        ("header", {"total_timeout": 0.3}, "did not end within 0.3 s"),
    ],
)
def test_a_limit_ends_a_fetch(server, path, limits, said):
    started = time.perf_counter()
    with refused(said):
        fetch(f"{server}/{path}", allow_private=True, **limits)
    assert time.perf_counter() - started < 1.5


def test_a_page_that_is_no_text_says_so(server):
    with pytest.raises(Exception, match="this is a PDF"):
        read_url(f"{server}/pdf", allow_private=True)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("file:///etc/hostname", "only http and https"),
        ("example.org/story", "only http and https"),
        ("http://", "only http and https"),
        ("http://[::1", "not a valid address"),
        ("http://example.org:99999/", "not a valid address"),
        ("http://me:secret@example.org/", "user name"),
        ("http://127.0.0.1:9/", "private or local"),
        ("http://localhost:9/", "private or local"),
        ("http://[::1]:9/", "private or local"),
        ("http://10.0.0.1/", "private or local"),
        ("http://169.254.169.254/latest/meta-data", "private or local"),
        ("http://0.0.0.0/", "private or local"),
        ("http://2130706433/", "private or local"),
    ],
)
def test_an_address_is_refused_before_anything_is_sent(url, said):
    with refused(said):
        fetch(url)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (PUBLIC, True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("169.254.0.1", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
    ],
)
def test_public_addresses_are_told_from_others(address, expected):
    assert is_public(address) is expected


@pytest.fixture
def names(monkeypatch):
    """Names that mean what the test says, and connections that all go home."""
    meant = {"outside.example": [PUBLIC], "inside.example": ["127.0.0.1"]}
    connect, asked = socket.create_connection, []

    def resolve(host, port, *_, **__):
        if host == "127.0.0.1":
            return [(socket.AF_INET, 1, 6, "", (host, port))]
        if host not in meant:
            raise socket.gaierror(-2, "Name or service not known")
        return [(socket.AF_INET, 1, 6, "", (a, port)) for a in meant[host]]

    def home(target, **options):
        asked.append(target[0])
        return connect(("127.0.0.1", target[1]), **options)

    monkeypatch.setattr(fetching.socket, "getaddrinfo", resolve)
    monkeypatch.setattr(fetching.socket, "create_connection", home)
    meant["asked"] = asked
    return meant


def test_the_checked_address_is_the_one_connected_to(server, names):
    port = server.rpartition(":")[2]
    assert b"Monday" in fetch(f"http://outside.example:{port}/page")
    assert names["asked"] == [PUBLIC]


def test_one_private_address_among_several_is_enough_to_refuse(names):
    names["outside.example"] = [PUBLIC, "10.0.0.1"]
    with refused("private or local"):
        fetch("http://outside.example/")
    assert names["asked"] == []


def test_a_redirect_to_a_private_address_is_refused(server, names):
    port = server.rpartition(":")[2]
    with refused("inside.example is a private or local address; give --allow-private"):
        fetch(f"http://outside.example:{port}/away")
    assert names["asked"] == [PUBLIC]


def test_a_name_nobody_has_is_told(names):
    with refused("no machine called"):
        fetch("http://nowhere.example/")
    assert names["asked"] == []


def test_a_closed_door_is_told():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with refused("connection failed"):
        fetch(f"http://127.0.0.1:{port}/", allow_private=True)


def test_a_server_without_encryption_is_told(server):
    with refused("certificate or encryption"):
        fetch(server.replace("http:", "https:") + "/page", allow_private=True)
