"""Only what a mail may link to becomes a link, and one page has one key."""

import pytest

from summarizer import links


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/x?y=1&z#top", "https://a.example/x?y=1&z#top"),
        (" https://a.example/ ", "https://a.example/"),
        ("HTTP://a.example/", "HTTP://a.example/"),
        ("mailto:desk@a.example", "mailto:desk@a.example"),
        ("https://a.example/é", "https://a.example/é"),
        ("https://a.example/a b", "https://a.example/a%20b"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
        ("https://a.example/\u202eevil", "https://a.example/%E2%80%AEevil"),
        ("https://a.example/a\nb", "https://a.example/ab"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("\x01javascript:alert(1)", None),
        ("data:text/html,<script>", None),
        ("vbscript:x", None),
        ("file:///etc/hosts", None),
        ("tag:a.example,2026:1", None),
        ("//a.example/x", None),
        ("news/1", None),
        ("https://", None),
        ("http://[", None),
        ("https://a.example/" + "x" * 2_000, None),
        ("", None),
        (None, None),
    ],
)
def test_an_address_becomes_a_link_or_none(address, expected):
    assert links.safe(address) == expected


@pytest.mark.parametrize(
    ("address", "base", "expected"),
    [
        ("/x", "https://a.example/feed/", "https://a.example/x"),
        ("x", "https://a.example/feed/", "https://a.example/feed/x"),
        ("//b.example/x", "https://a.example/", "https://b.example/x"),
        ("https://b.example/x", "https://a.example/", "https://b.example/x"),
        ("x", "javascript:alert(1)//", None),
        ("x", "http://[", None),
    ],
)
def test_a_relative_address_is_made_whole(address, base, expected):
    assert links.safe(address, base=base) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x", "http://www.A.example/x/", True),
        ("https://a.example/x#top", "https://a.example/x?utm_source=rss", True),
        ("https://a.example/?id=1&utm_medium=x", "https://a.example/?id=1", True),
        ("https://a.example/?id=1", "https://a.example/?id=2", False),
        ("https://a.example/x", "https://a.example/y", False),
        ("https://a.example/X", "https://a.example/x", False),
    ],
)
def test_addresses_of_one_page_have_one_key(one, other, same):
    assert (links.key(one) == links.key(other)) is same


@pytest.mark.parametrize(
    ("address", "expected"),
    [("https://www.a.example:80/x", "a.example"), ("mailto:a@b.example", None)],
)
def test_a_site_is_named_by_its_machine(address, expected):
    assert links.site(address) == expected
