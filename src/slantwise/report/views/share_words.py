"""What the tables of shares say: titles, and how to read them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShareWords:
    """What a table of shares says beside its figures.

    Attributes:
        key: a short name, unique on the page.
        title: what is shared out.
        note: how to read it.
        file: the CSV table with all rows.
        nothing: said where there are no rows.
    """

    key: str
    title: str
    note: str
    file: str
    nothing: str


SPEECH = ShareWords(
    "speech",
    "Share of quoted words, direct and reported",
    "Of all words quoted or reported from a known speaker. A state or body counts the words of "
    "its own people and parts too, so the shares of a column may add up to more than 100 %.",
    "speech.csv",
    "Nobody is quoted.",
)
DIRECT = ShareWords(
    "direct",
    "Share of directly quoted words",
    "Of the words inside quotation marks from a known speaker.",
    "speech.csv",
    "Nobody is quoted directly.",
)
INTRODUCTIONS = ShareWords(
    "introductions",
    "Loaded introductions",
    "Of the times that an outlet’s own words introduce what an actor says, how often by a verb "
    "that implies truth, falsehood or guilt (“claimed”, “admitted”) or with a qualifier that "
    "lowers trust (“self-styled”), and not by “said”.",
    "introductions.csv",
    "No outlet introduces a known speaker.",
)
AGENCY = ShareWords(
    "agency",
    "Harms that name their doer",
    "Of the harms that an outlet’s own voice tells and that an actor is named for on the event, "
    "how often the clause names it (“troops killed four”) and does not leave it out (“four were "
    "killed”). Where the clause names nobody, the actor is the one the article makes likely: "
    "read the sentences before you quote a figure.",
    "agency.csv",
    "No outlet names an actor as the doer of a harm.",
)
MENTIONS = ShareWords(
    "mentions",
    "Actors mentioned where others mention them",
    "Of the events that an outlet reports and to which, by the other outlets of the sample, the "
    "actor matters (see the method), how many on which this outlet mentions it too, in any voice.",
    "mentions.csv",
    "Events are not shared, so nothing can be said of what is left out.",
)
