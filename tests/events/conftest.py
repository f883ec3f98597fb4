"""Invented articles for event matching."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from slantwise.events import EventArticle

DAY = datetime(2026, 3, 2, 8)

STORIES = {
    "harbour": "harbour dredging contract awarded Portmere council vote objection tender barge",
    "vaccine": "measles vaccine clinic Tarnby outbreak children nurses schools doses infection",
    "bridge": "bridge collapse Vell river lorry inspectors girders closure detour engineers rust",
}


@pytest.fixture
def story() -> Callable[..., EventArticle]:
    """An article on one of `STORIES`: its words, `extra` words of its own, a day of publication."""

    def make(
        id_: str,
        about: str,
        *,
        outlet: str = "Courier",
        days: int | None = 0,
        event: str = "",
        extra: str = "",
    ) -> EventArticle:
        words = STORIES[about].split()
        return EventArticle(
            id=id_,
            outlet=outlet,
            title=" ".join(words[:5]),
            text=" ".join([*words, extra]),
            published=None if days is None else DAY + timedelta(days=days),
            event=event,
        )

    return make
