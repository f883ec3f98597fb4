"""Addresses of articles made comparable, so that one page is found under any of them."""

import re
from urllib.parse import urlsplit

_HOST_PREFIX = re.compile(r"(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_LONGEST = 8000


def comparable(address: str) -> str:
    """The address without what differs between copies of one page; empty where it is none.

    Left out: scheme, "www.", "m." and "amp.", default ports, marks of campaigns (utm_…, fbclid
    and the like, as courlan knows them), fragment, index page and closing slash. The rest of the
    query is kept, in the order of its names.

    >>> comparable("HTTP://www.Example.org:80/a/?utm_source=x&b=2&a=1#top")
    'example.org/a?a=1&b=2'
    >>> comparable("example.org/a"), comparable("urn:a")
    ('', '')
    """
    text = address.strip()
    if not text[:8].lower().startswith(("http://", "https://")) or len(text) > _LONGEST:
        return ""
    from courlan import normalize_url

    try:
        parts = urlsplit(normalize_url(text).partition("#")[0])
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if not host:
        return ""
    named = _HOST_PREFIX.sub("", host, count=1)
    if port not in (None, 80, 443):
        named += f":{port}"
    path = _INDEX.sub("/", parts.path).rstrip("/")
    return f"{named}{path}?{parts.query}" if parts.query else f"{named}{path}"
