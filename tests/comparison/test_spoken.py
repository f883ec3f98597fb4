from slantwise.comparison import ComparisonSettings
from slantwise.comparison.reading import read_counts
from slantwise.comparison.spoken import spoken_cells
from slantwise.comparison.units import units_of
from slantwise.events import Event
from slantwise.records import ArticleStance, Stance, StanceJudgement, State, Voice
from slantwise.records.comparison import Quoted

JUDGED = [(name, Voice.OUTLET, 0.0) for name in ("vel<varenia", "aro<varenia", "dockers")]


def says(speaker, actor, against, voice=Voice.DIRECT, n=1):
    """A judgement with that probability against and the rest neutral."""
    label = Stance.AGAINST if against > 0.5 else Stance.NEUTRAL
    judgement = StanceJudgement(State.LABELLED, label, against, 1 - against, 0.0)
    return ArticleStance(actor, voice, speaker, judgement, n, 0, 0)


def cells(write_run, article, quoted=Quoted.ALL):
    counts = read_counts(write_run([article]))
    everyone = tuple(range(len(counts.actors)))
    units = units_of(counts, [Event("x", (article.id,), True, ())])
    found = spoken_cells(
        counts, units, (everyone, everyone), ComparisonSettings(), abstain_below=0.4
    )
    return {(cell.speaker, cell.actor): cell for cell in found if cell.quoted is quoted}


def test_a_side_says_what_its_members_say_weighted_by_mentions(invent, write_run):
    spoken = [says("vel", "dockers", 0.9, n=3), says("aro", "dockers", 0.1, n=1)]
    found = cells(write_run, invent.article("a", "Courier", judged=JUDGED, spoken=spoken))
    assert set(found) == {("vel", "dockers"), ("aro", "dockers"), ("varenia", "dockers")}
    side = found["varenia", "dockers"]
    # (3 · 0.9 + 0.1) / 4 = 0.7 against: one article, labelled against
    assert (side.n_articles, side.against, side.neutral, side.mean) == (1, 1, 0, None)
    assert (found["aro", "dockers"].against, found["aro", "dockers"].neutral) == (0, 1)


def test_what_a_side_says_of_its_own_is_left_out(invent, write_run):
    article = invent.article("a", "Courier", judged=JUDGED, spoken=[says("vel", "aro", 0.9)])
    # Vel on Aro is one person on another; Varenia on Aro is Varenia on itself
    assert set(cells(write_run, article)) == {("vel", "aro")}


def test_direct_words_alone(invent, write_run):
    spoken = [says("vel", "dockers", 0.9, Voice.REPORTED)]
    article = invent.article("a", "Courier", judged=JUDGED, spoken=spoken)
    assert cells(write_run, article, Quoted.DIRECT) == {}
    assert cells(write_run, article)["vel", "dockers"].against == 1
