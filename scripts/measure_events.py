"""Score event matching on public data, and choose its settings on halves of them.

    python scripts/measure_events.py [--data ../shared/data] [--choose]

BASIL's 60 triplets (three outlets on one story) stand among the 2,589 articles of
allsides_events; pairs of BASIL articles are scored, and pairs of a BASIL article with another
are counted apart, for most of them do report one event: the groups of allsides_events were made
by machine and are not scored. NeuS's stories are leads of about 90 words from two or three
sides; the story's date stands in for the articles'. Halves are every second triplet or story by
id; settings were chosen on the first halves.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product
from pathlib import Path

from measure_options import folder_and_switch
from slantwise.evaluation.metrics import pair_counts
from slantwise.events import EventArticle, EventSettings, match

THRESHOLDS = (0.12, 0.14, 0.16, 0.18, 0.20, 0.22, 0.25, 0.30)
UNDATED_THRESHOLDS = (0.22, 0.24, 0.26, 0.28, 0.30, 0.33)
DECAYS = (0.0, 0.05, 0.1, 0.15)
LEADS = (60, 150, 400)


@dataclass(frozen=True)
class Gold:
    """Articles with the story each tells.

    Attributes:
        articles: without their events.
        story: story of each article, by id; "" for articles not scored.
    """

    articles: tuple[EventArticle, ...]
    story: dict[str, str]

    def undated(self) -> "Gold":
        """The same without dates."""
        return Gold(tuple(replace(a, published=None) for a in self.articles), self.story)


def basil(data: Path) -> Gold:
    """The 180 articles of BASIL."""
    articles, story = [], {}
    for path in sorted((data / "basil" / "articles").glob("*/*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        body = "\n\n".join(" ".join(paragraph) for paragraph in row["body-paragraphs"])
        day = datetime.fromisoformat(row["date"])
        id_ = f"{path.parent.name}/{path.stem}"
        articles.append(EventArticle(id_, row["source"].lower(), row["title"], body, day))
        story[id_] = id_.rpartition("_")[0]
    return Gold(tuple(articles), story)


def allsides(data: Path) -> tuple[EventArticle, ...]:
    """The articles of allsides_events."""
    with gzip.open(data / "allsides_events" / "articles.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return tuple(
        EventArticle(
            id=f"allsides-{number}",
            outlet=row["source"],
            title=row["title"],
            text=row["content_original"],
            published=_day(row["date"]),
        )
        for number, row in enumerate(rows)
    )


def neus(data: Path) -> Gold:
    """The raw stories of NeuS; an article that two stories hold counts with the first."""
    path = data / "neus" / "headline_11_2021-10-19_crawled_all.jsonl.gz"
    articles: dict[str, EventArticle] = {}
    story = {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            day = datetime.fromisoformat(row["date"][:10])
            for side, news in sorted(row["news"].items()):
                link = news["newsLink"]
                if link not in articles:
                    id_, body = f"{row['id']}-{side}", "\n\n".join(news["newBody"])
                    articles[link] = EventArticle(
                        id_, news["newsSource"], news["newsTitle"], body, day
                    )
                    story[id_] = row["id"]
    return Gold(tuple(articles.values()), story)


def half(gold: Gold, which: int) -> set[str]:
    """Every second story, counted from `which` (0 or 1)."""
    return set(sorted(set(gold.story.values()))[which::2])


def scores(
    gold: Gold, stories: set[str], settings: EventSettings, others: Iterable[EventArticle] = ()
) -> tuple[float, float, float, int]:
    """Pairwise precision, recall and F1 over `stories`, and pairs with articles of `others`."""
    events = match([*gold.articles, *others], settings)
    found = {id_: number for number, event in enumerate(events) for id_ in event.articles}
    ids = list(gold.story)
    counts = pair_counts([gold.story[id_] for id_ in ids], [found[id_] for id_ in ids])
    rows = [row for row, story in enumerate(_in_order(gold.story.values())) if story in stories]
    both, in_gold, in_found = counts[rows].sum(axis=0)
    return (
        float(both / max(in_found, 1)),
        float(both / in_gold),
        float(2 * both / (in_gold + in_found)),
        _mixed(gold, stories, found),
    )


def _mixed(gold: Gold, stories: set[str], found: dict[str, int]) -> int:
    ours = Counter(found[id_] for id_, story in gold.story.items() if story in stories)
    all_of = Counter(found.values())
    in_gold = Counter(found[id_] for id_ in gold.story)
    return sum(n * (all_of[event] - in_gold[event]) for event, n in ours.items())


def _in_order(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _day(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d" if "-" in text else "%m/%d/%y")


def show(name: str, figures: tuple[float, float, float, int]) -> None:
    """One line of figures."""
    precision, recall, f1, mixed = figures
    print(f"{name:<46} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  with others {mixed}")


def choose(triplets: Gold, around: Sequence[EventArticle], stories: Gold) -> None:
    """Figures of every setting on the first halves; the best mean F1 is to be taken."""
    print("chosen on the first halves (mean of F1 on BASIL and on NeuS)")
    for decay, lead, threshold in product(DECAYS, LEADS, THRESHOLDS):
        settings = EventSettings(threshold=threshold, day_decay=decay, lead_words=lead)
        first = scores(triplets, half(triplets, 0), settings, around)
        second = scores(stories, half(stories, 0), settings)
        mean = (first[2] + second[2]) / 2
        print(f"{decay:<5} {lead:<4} {threshold:<5} {first[2]:.3f} {second[2]:.3f} {mean:.3f}")
    undated = [replace(article, published=None) for article in around]
    for threshold in UNDATED_THRESHOLDS:
        settings = EventSettings(undated_threshold=threshold)
        first = scores(triplets.undated(), half(triplets, 0), settings, undated)
        second = scores(stories.undated(), half(stories, 0), settings)
        mean = (first[2] + second[2]) / 2
        print(f"undated    {threshold:<5} {first[2]:.3f} {second[2]:.3f} {mean:.3f}")


def main() -> None:
    """Measure and print."""
    data, choosing = folder_and_switch(
        __doc__, folder=("data", "data"), switch=("choose", "try a grid of settings first")
    )
    triplets, stories = basil(data), neus(data)
    around = allsides(data)
    if choosing:
        choose(triplets, around, stories)
    settings = EventSettings()
    undated = [replace(article, published=None) for article in around]
    whole = set(triplets.story.values())
    show(
        "BASIL, second half, among allsides", scores(triplets, half(triplets, 1), settings, around)
    )
    show("BASIL, all 60, among allsides", scores(triplets, whole, settings, around))
    show("BASIL, all 60, no dates", scores(triplets.undated(), whole, settings, undated))
    show("NeuS, second half", scores(stories, half(stories, 1), settings))
    show("NeuS, second half, no dates", scores(stories.undated(), half(stories, 1), settings))


if __name__ == "__main__":
    main()
