"""Who is named in the phrase that an attribution gives as its source."""

from slantwise.actors.cast import Draft, Naming
from slantwise.actors.page import NOUNS, POSSESSIVE, Page
from slantwise.actors.titles import PAST, is_title
from slantwise.actors.word_lists import word_list
from slantwise.records import ActorKind

_CUTS = word_list(
    "who that which cited quoted speaking told interviewed familiar close briefed in near on "
    "whose where when after during said , ( )"
)
_PREPOSITIONS = word_list("of for from at with to by inside within")
_TOWARD = frozenset({"to", "by", "about", "against", "on"})
_ROW = frozenset({"and", "or", ",", "the", "&"})
_SIDES = word_list("side state team camp")
_APART = word_list(
    "critics opponents rivals supporters allies detractors foes victims relatives backers "
    "voters fans"
)
"""People whom a name only describes: Netanyahu's critics are not Netanyahu."""
_GROUPS = _APART | word_list(
    "sources officials experts analysts observers activists campaigners diplomats witnesses "
    "residents researchers scientists economists historians lawyers doctors medics protesters "
    "rebels militants families survivors eyewitnesses commentators academics scholars lawmakers "
    "politicians insiders people aides advocates groups"
)
_SOME = word_list("some many others most several")
_THINGS = word_list(
    "reports documents records figures results polls studies statistics files papers emails "
    "letters messages filings accounts images photos surveys estimates data numbers words days "
    "weeks months years posts tweets"
)
"""Plurals that a statement is taken from, and that do not speak."""
_NOT_DESCRIBING = frozenset({"DT", "CD", "PRP$", "PDT", "WDT"})
_SINGULAR = {
    "source": "sources",
    "official": "officials",
    "expert": "experts",
    "analyst": "analysts",
    "witness": "witnesses",
    "resident": "residents",
    "diplomat": "diplomats",
    "activist": "activists",
    "critic": "critics",
}


def head_of(draft: Draft, words: range) -> range:
    """The part of a source that names the speaker: up to "cited by", "who" or a comma."""
    page, noun = draft.page, False
    for index in words:
        uncovered = draft.at_word(index) is None
        if noun and uncovered and page.lowers[index] in _CUTS:
            return range(words.start, index)
        noun = noun or not uncovered or page.tags[index] in NOUNS
    return words


def speaker_in(draft: Draft, head: range, words: range) -> Naming | None:
    """The mention that speaks; None where the source names no actor.

    Args:
        draft: the article with its mentions.
        head: the part of the source that names the speaker.
        words: the whole source.
    """
    naming = _among(draft, head)
    if naming is None or draft.kind(naming.actor) is not ActorKind.PERSON:
        # "A spokesman, Zeki Aktürk": the person beside the phrase.
        after = head.stop + 1
        beside = draft.at_word(after) if draft.page.lower(head.stop) == "," else None
        named = after < words.stop or is_title(draft.page.lower(head.stop - 1))
        if beside and named and draft.kind(beside.actor) is ActorKind.PERSON:
            return beside
    return naming


def named_group(draft: Draft, head: range) -> Naming | None:
    """The first group or role that the head of a source names; None for none."""
    page = draft.page
    namings = list(draft.touching(page.span(head.start, head.stop)))
    group = next((n for n in namings if n.how == "group"), None)
    if group is None:
        return None
    # "Netanyahu's critics" are critics of his, not those of somebody else.
    apart = page.lowers[page.words_of(group.span)[-1]] in _APART
    return None if apart and any(n.how != "group" for n in namings) else group


def group_in(draft: Draft, head: range) -> tuple[str, str] | None:
    """Unnamed speakers ("two western sources"): their noun, and the words that describe them."""
    page = draft.page
    nouns = [i for i in head if _is_group(page, i)]
    # "Some" and "others" speak only where no noun says who.
    nouns = [i for i in nouns if page.lowers[i] not in _SOME] or nouns
    if not nouns:
        return None
    noun = _SINGULAR.get(page.lowers[nouns[-1]], page.lowers[nouns[-1]])
    described = [
        page.word(i)
        for i in range(head.start, nouns[-1])
        if page.tags[i] not in _NOT_DESCRIBING
        and page.lowers[i] not in _SOME
        and page.word(i).isalnum()
    ]
    return noun, " ".join(described)


def _is_group(page: Page, index: int) -> bool:
    word = page.lowers[index]
    if page.lower(index + 1) in POSSESSIVE:
        return False
    people = page.tags[index] == "NNS" and word not in _THINGS
    return people or word in _GROUPS or word in _SINGULAR or word in _SOME


def _among(draft: Draft, head: range) -> Naming | None:
    page = draft.page
    if not head:
        return None
    namings = [
        naming
        for naming in draft.touching(page.span(head.start, head.stop))
        if naming.how != "group" and not _describes(draft, naming, head)
    ]
    if any(page.lowers[i] in PAST for i in head):
        # "A former Justice Department prosecutor" does not speak for the department.
        namings = [n for n in namings if draft.kind(n.actor) is ActorKind.PERSON]
    persons = [n for n in namings if draft.kind(n.actor) is ActorKind.PERSON]
    persons = [n for n in persons if not _modifies(draft, n, persons[-1])]
    free = [n for n in persons if page.lower(page.words_of(n.span).stop) not in POSSESSIVE]
    if persons:
        return (free or persons)[0]
    cut = next(
        (i for i in head if page.lowers[i] in _PREPOSITIONS and draft.at_word(i) is None), head.stop
    )
    before = [n for n in namings if page.words_of(n.span).start < cut]
    return _row_start(draft, before) if before else next(iter(namings), None)


def _describes(draft: Draft, naming: Naming, head: range) -> bool:
    """Whether a mention only says what sort of speaker: "US-backed", "an Israeli mother"."""
    page, after = draft.page, draft.page.words_of(naming.span).stop
    first = page.words_of(naming.span).start
    if first > head.start + 1 and page.lowers[first - 1] in _TOWARD:
        return True
    if page.hyphen(after) or any(page.lowers[i] in _APART for i in range(after, head.stop)):
        return True
    if naming.how != "demonym" or after >= head.stop or draft.at_word(after):
        return False
    return page.tags[after][:2] in ("NN", "JJ") and page.lowers[after] not in _SIDES


def _modifies(draft: Draft, naming: Naming, last: Naming) -> bool:
    """Whether a person only says whose man speaks: "Obama campaign manager Jim Messina"."""
    page = draft.page
    gap = range(page.words_of(naming.span).stop, page.words_of(last.span).start)
    return bool(gap) and all(page.tags[i] in NOUNS or page.tags[i] in ("JJ", "HYPH") for i in gap)


def _row_start(draft: Draft, namings: list[Naming]) -> Naming:
    """The last of some mentions, or the first of the row that it ends ("Reuters and AFP")."""
    page, chosen = draft.page, len(namings) - 1
    while chosen:
        gap = range(
            page.words_of(namings[chosen - 1].span).stop, page.words_of(namings[chosen].span).start
        )
        if not gap or not all(page.lowers[i] in _ROW for i in gap):
            break
        chosen -= 1
    return namings[chosen]
