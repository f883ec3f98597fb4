"""Invented articles: what is told in them, by whom, of whom; each drawn from a seed of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

SHARD = 64
SENTENCES, TOKENS = 22, 22
"""Sentences of an article, and words of a sentence."""
FIRST, VERB, MODIFIER, SECOND, OTHER_VERB, NOUN = 0, 1, 2, 3, 8, 10
"""Where a sentence holds its two actors, its two verbs, and what stands beside them."""
QUOTED = slice(11, 21)
N_COMMON, N_MAIN = 20_000, 60
OWN_WORDS, OWN_PERSONS, OWN_SHARE = 40, 5, 0.2
COPIES = 0.05
START = datetime(2024, 1, 1)
VERBS = (
    "kill arrest attack block occupy clear pass reject demand offer visit back repair raise cut "
    "announce accept win allow meet find expel refuse open end lead send claim close change"
).split()

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Size:
    """How much is invented.

    Attributes:
        articles: of the whole run.
        outlets: that they are dealt to.
    """

    articles: int
    outlets: int

    @property
    def events(self) -> int:
        """About five articles each."""
        return max(1, self.articles // 5)


@dataclass(frozen=True)
class Invented:
    """One article.

    Attributes:
        number: among all.
        outlet: its outlet.
        published: when.
        title: its headline.
        text: headline and body.
        starts: array [sentence, token], where each word of the body begins.
        ends: the same for its end.
        words: list [sentence][token] of the words.
        actors: array [sentence, 2], numbers of the actors named: below `N_MAIN` a main one.
        chance: its generator, for all that is judged.
    """

    number: int
    outlet: str
    published: datetime
    title: str
    text: str
    starts: Numbers
    ends: Numbers
    words: list[list[str]]
    actors: Numbers
    chance: np.random.Generator


def invent(number: int, size: Size) -> Invented:
    """The article of that number; the first of its event and its copies have one text."""
    event = number % size.events
    chance = np.random.default_rng([1, number])
    copied = number < size.events or chance.random() < COPIES
    told = np.random.default_rng([2, event]) if copied else chance
    words, actors = _told(event, told)
    title = " ".join(_told(event, chance)[0][0][:9]) + f" {own_words(event)[1]}"
    body, starts, ends = _laid_out(words, len(title) + 2)
    return Invented(
        number=number,
        outlet=f"Outlet {chance.integers(size.outlets):02}",
        published=START + timedelta(days=event % 365, hours=int(chance.integers(36))),
        title=title,
        text=f"{title}\n\n{body}",
        starts=starts,
        ends=ends,
        words=words,
        actors=actors,
        chance=chance,
    )


def _told(event: int, chance: np.random.Generator) -> tuple[list[list[str]], Numbers]:
    """Words by sentence, and the numbers of the two actors of each sentence."""
    shape = (SENTENCES, TOKENS)
    common = np.searchsorted(_heights(), chance.random(shape))
    own = own_words(event)
    tokens = _pool()[common]
    tokens[chance.random(shape) < OWN_SHARE] = ""
    words = tokens.tolist()
    fill = iter(chance.integers(OWN_WORDS, size=shape[0] * shape[1]).tolist())
    actors = _cast(event)[chance.integers(8 + OWN_PERSONS, size=(SENTENCES, 2))]
    verbs = chance.integers(len(VERBS), size=(SENTENCES, 2)).tolist()
    for sentence, (row, (first, second)) in enumerate(zip(words, actors.tolist(), strict=True)):
        row[:] = [word or own[next(fill)] for word in row]
        row[FIRST], row[SECOND] = name_of(event, first), name_of(event, second)
        row[VERB], row[OTHER_VERB] = (f"{VERBS[verb]}ed" for verb in verbs[sentence])
    return words, actors


def _laid_out(words: Sequence[Sequence[str]], start: int) -> tuple[str, Numbers, Numbers]:
    """The body, and where each word begins and ends; two sentences make a paragraph."""
    pieces: list[str] = []
    for number, sentence in enumerate(words):
        pieces += [f"{word} " for word in sentence[:-1]]
        pieces.append(sentence[-1] + (". " if number % 2 == 0 else ".\n\n"))
    lengths = np.array([len(piece) for piece in pieces])
    starts = (start + np.concatenate([[0], np.cumsum(lengths)[:-1]])).reshape(len(words), -1)
    widths = np.array([len(word) for sentence in words for word in sentence])
    body = "".join(pieces).rstrip()
    return body, starts, starts + widths.reshape(starts.shape)


@cache
def _pool() -> NDArray[np.object_]:
    syllables = [a + b for a, b in product("bdfgklmnprstvz", "aeiou")]
    made = [a + b + c for a, b, c in product(syllables, repeat=3)][:: 343_000 // N_COMMON]
    return np.array(made[:N_COMMON], dtype=object)


@cache
def _heights() -> NDArray[np.float64]:
    chances = 1 / np.arange(1, N_COMMON + 1)
    heights: NDArray[np.float64] = np.cumsum(chances / chances.sum())
    return heights


@cache
def own_words(event: int) -> tuple[str, ...]:
    """Words that only this event's articles hold."""
    mark = np.base_repr(event, 26).lower().translate(str.maketrans("0123456789", "qrstuvwxyz"))
    return tuple(f"{mark}{chr(97 + n // 20)}{chr(98 + n % 20)}o" for n in range(OWN_WORDS))


def _cast(event: int) -> Numbers:
    """Numbers of the event's actors: eight main ones, and persons of its own."""
    main = np.random.default_rng([3, event]).zipf(1.3, 8) % N_MAIN
    return np.concatenate([main, np.arange(N_MAIN, N_MAIN + OWN_PERSONS)])


def name_of(event: int, actor: int) -> str:
    """Name of an actor."""
    if actor < N_MAIN:
        return str(_pool()[actor * 7 + 11]).capitalize() + "ia"
    return f"{own_words(event)[actor - N_MAIN].capitalize()}son"


def id_of(event: int, actor: int) -> str:
    """Id of an actor."""
    return f"main-{actor:02}" if actor < N_MAIN else f"unlisted:{event}-{actor - N_MAIN}"
