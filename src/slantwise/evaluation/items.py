"""Gold items: what one line of a gold file says, one record a task's form.

`gold` makes these from the lines of a file; `tasks` compares them with what the analyser says.
Offsets are Python characters of `text`, end exclusive.
"""

from dataclasses import dataclass
from datetime import datetime

from slantwise.records import ActorKind, HarmForm, Kind, Span, Stance, Voice


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A text that a coder called biased by its wording, or not (`framing-sentences`).

    Attributes:
        id: name of the line.
        text: a sentence or more.
        biased: the coder's answer.
        outlet: where it was published; empty where not given.
        topic: what it is about; empty where not given.
    """

    id: str
    text: str
    biased: bool
    outlet: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """A loaded stretch as a coder marked it.

    Attributes:
        span: where it stands; never empty.
        kind: main kind of framing; None where not given.
        actors: the actors it falls on, by surface name or id; none where not given.
        voice: whose words it is; None where not given.
    """

    span: Span
    kind: Kind | None = None
    actors: tuple[str, ...] = ()
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class GoldPassage:
    """A text with all its loaded stretches (`framing-spans`).

    Attributes:
        id: name of the line.
        text: a sentence, a paragraph or an article.
        spans: as the line gives them; none where nothing is loaded.
    """

    id: str
    text: str
    spans: tuple[GoldSpan, ...]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """The stance toward one mention of an actor (`stance-mentions`).

    Attributes:
        id: name of the line.
        text: the sentence.
        mention: where the mention stands; never empty.
        stance: how the words present the actor.
        actor: name of the actor; empty where not given.
    """

    id: str
    text: str
    mention: Span
    stance: Stance
    actor: str = ""


@dataclass(frozen=True, slots=True)
class GoldPair:
    """The stance that one mentioned actor holds toward another (`stance-directed`).

    Attributes:
        id: name of the line.
        text: the sentence.
        holder: mention of the one who holds the stance.
        target: mention of the one it is held toward.
        stance: what the sentence says of it.
    """

    id: str
    text: str
    holder: Span
    target: Span
    stance: Stance


@dataclass(frozen=True, slots=True)
class GoldStance:
    """The outlet's own stance toward an actor in one article (`stance-articles`).

    Attributes:
        id: name of the line.
        title: headline; empty where the line gives one text.
        body: paragraphs, parted by blank lines.
        actor: surface name of the actor.
        stance: of the article's own voice.
        aliases: other names of the actor.
        outlet: where it was published; empty where not given.
    """

    id: str
    title: str
    body: str
    actor: str
    stance: Stance
    aliases: tuple[str, ...] = ()
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Words that a text gives as somebody else's.

    Attributes:
        content: the attributed words, in one piece or several; never empty.
        source: the words that name the speaker; empty where the text names none.
        cue: the reporting words; empty where not given.
        voice: direct, reported or scare; None where not given.
        cited_by: index of the attribution of the same text that this one stands inside, or that
            passes it on; None for the outermost.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    voice: Voice | None = None
    cited_by: int | None = None


@dataclass(frozen=True, slots=True)
class GoldVoices:
    """A text with all its attributions (`voice`).

    Attributes:
        id: name of the line.
        text: a sentence, a paragraph or an article.
        attributions: as the line gives them; none where all words are the outlet's.
        headline: where the headline stands; None where the text has none.
    """

    id: str
    text: str
    attributions: tuple[GoldAttribution, ...]
    headline: Span | None = None


@dataclass(frozen=True, slots=True)
class GoldActor:
    """One mention of an actor.

    Attributes:
        span: where it stands; never empty.
        actor: id of the actor: the identity table's, or one of the line's own, which begins with
            "unlisted:" or "group:".
        kind: what sort of actor; None where not given.
        top: id of the actor that it rolls up to in the end, itself where to none; empty where
            not given.
        how: how a reader knows the actor (the ways of `Mention.how`); empty where not given.
    """

    span: Span
    actor: str
    kind: ActorKind | None = None
    top: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class GoldCast:
    """A text with every mention of an actor (`actors`).

    Attributes:
        id: name of the line.
        text: a paragraph or an article.
        mentions: as the line gives them, not overlapping; none where nobody is named.
        published: day of publication, by which office holders are known; None where not given.
    """

    id: str
    text: str
    mentions: tuple[GoldActor, ...]
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class GoldHarm:
    """One telling of a harm that people do.

    Attributes:
        span: the words that tell it; never empty.
        form: how the clause tells it, which says whether it names the doer.
        doer: surface name of the doer, whether the clause names it or the text elsewhere; empty
            where the text points to nobody.
    """

    span: Span
    form: HarmForm
    doer: str = ""


@dataclass(frozen=True, slots=True)
class GoldHarms:
    """A text with every telling of harm (`agency`).

    Attributes:
        id: name of the line.
        text: a sentence or a short paragraph.
        harms: as the line gives them; none where nobody does harm.
    """

    id: str
    text: str
    harms: tuple[GoldHarm, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article and the event it reports (`articles`).

    Attributes:
        id: name of the article, unique in the file.
        outlet: where it was published.
        body: paragraphs, parted by blank lines.
        title: headline; empty where there is none.
        published: date or time of publication; None where not given.
        url: address; empty where not given.
        event: the event; empty where not given: the article then only stands among the others.
    """

    id: str
    outlet: str
    body: str
    title: str = ""
    published: datetime | None = None
    url: str = ""
    event: str = ""
