"""The `events` stage: articles that report one event, found by text and date.

Takes articles of several outlets; gives groups, each with the wire copies inside it. Events
that the data name are left as they are.
"""

from slantwise.events.matching import Event, EventArticle, match, match_read
from slantwise.events.reading import Reading, in_order, read
from slantwise.events.settings import EventSettings

__all__ = [
    "Event",
    "EventArticle",
    "EventSettings",
    "Reading",
    "in_order",
    "match",
    "match_read",
    "read",
]
