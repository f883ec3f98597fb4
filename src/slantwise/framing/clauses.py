"""One sentence as the actor rules see it: its words, its mentions, who governs whom.

There is no parse: order, tags and a few joints ("by", "of", possessives, "and") decide.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from slantwise.records import EncodedArticle, Linking, Mention, Span, Word

BREAKS = frozenset({";", ":", "that", "which", "who", "while", "but", "because", "although"})
"""Words and marks that part one clause from another."""
_GOVERNED = frozenset(
    {"of", "in", "with", "to", "against", "between", "from", "on", "at", "over", "for", "near"}
    | {"into", "about", "toward", "towards", "after", "before", "under", "through", "by"}
)
_APPOSED = re.compile(
    r"(?:,|\s+(?:is|are|was|were|as|,))\s*(?:(?:a|an|the|its|their|his|her)\s+)?(?:[\w-]+\s+){0,3}"
)
_INSIDE_PHRASE = frozenset({"DT", "JJ", "PRP$", "CD", "NN", "NNP", "POS"})
_OF = frozenset({"of", "by", "from"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "gets", "got", "am"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence with its words and mentions.

    Attributes:
        text: the article's text.
        span: the sentence's span in it.
        words: the sentence's words.
        mentions: the sentence's mentions, in order.
    """

    text: str
    span: Span
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]

    def lower(self, word: Word) -> str:
        """The word in lower case."""
        return word.span.of(self.text).lower()

    def first_word(self, span: Span) -> int:
        """Index of the first word that ends after the span's start."""
        return bisect_left(self.words, span.start + 1, key=lambda word: word.span.end)

    def after_last(self, span: Span) -> int:
        """Index of the first word that starts at or after the span's end."""
        return bisect_left(self.words, span.end, key=lambda word: word.span.start)

    def is_verb(self, span: Span) -> bool:
        """Whether the span acts as a verb; a participle before its noun does not."""
        start, stop = self.first_word(span), self.after_last(span)
        verbs = [word for word in self.words[start:stop] if word.tag.startswith("VB")]
        if not verbs or "-" in span.of(self.text):
            return False
        following = self.words[stop].tag if stop < len(self.words) else ""
        attributive = verbs[-1].tag in ("VBN", "VBG") and following.startswith(("NN", "JJ"))
        return not (attributive and self._begins_phrase(start))

    def _begins_phrase(self, at: int) -> bool:
        """Whether a determiner, a possessive or a preposition stands before the word."""
        return at > 0 and self.words[at - 1].tag in ("DT", "PRP$", "POS", "IN", "TO", "JJ", "CD")

    @property
    def opens_with_pronoun(self) -> bool:
        """Whether the sentence's first noun-like word is a subject pronoun."""
        for word in self.words[:6]:
            if word.tag == "PRP":
                return self.lower(word) in {"it", "they", "he", "she"}
            if word.tag.startswith(("NN", "VB")):
                return False
        return False

    def main_subject(self) -> Mention | None:
        """The first mention with a finite verb right after it; else the first free one, or any."""
        free = [mention for mention in self.mentions if not self.governed(mention)]
        acting = [mention for mention in free if self.verb_follows(mention)]
        return next(iter(acting or free or self.mentions), None)

    def verb_follows(self, mention: Mention) -> bool:
        """Whether a finite verb stands right after the mention, adverbs apart."""
        following = self.words[self.after_last(mention.span) :][:3]
        tags = [word.tag for word in following if word.tag != "RB"]
        return bool(tags) and tags[0] in ("VBD", "VBZ", "VBP", "MD")

    def is_passive(self, span: Span) -> bool:
        """Whether the span's participle is passive: after a form of be, or before "by"."""
        inside = self.words[self.first_word(span) : self.after_last(span)]
        if not any(word.tag in ("VBN", "VBD") for word in inside):
            return False
        before = self.words[max(0, self.first_word(span) - 3) : self.first_word(span)]
        if any(self.lower(word) in ("have", "has", "had", "having", "'ve") for word in before):
            return any(self.lower(word) == "been" for word in before)
        return any(self.lower(word) in _BE for word in before) or self._by_follows(span)

    def _by_follows(self, span: Span) -> bool:
        at = self.after_last(span)
        return at < len(self.words) and self.lower(self.words[at]) == "by"

    def agent(self, span: Span) -> Mention | None:
        """The first mention after a "by" that follows the span within the clause."""
        for at in range(self.after_last(span), len(self.words)):
            word = self.lower(self.words[at])
            if word in BREAKS:
                return None
            if word == "by":
                return self._first_from(self.words[at].span.end, reach=60)
        return None

    def subject(self, span: Span) -> Mention | None:
        """The mention that most likely governs the span from before.

        The nearest one before it that no preposition governs, no clause break parts off and that
        is no object; then the nearest object; then the nearest across a break, and of all.
        """
        before = [m for m in self.mentions if m.span.end <= span.start]
        free = [m for m in before if not self.governed(m)]
        same = [m for m in free if not self._broken(m.span.end, span.start)]
        acting = [m for m in same if not self.is_object(m)]
        for candidates in (acting, same, free, before):
            if candidates:
                return candidates[-1]
        return None

    def governed(self, mention: Mention) -> bool:
        """Whether a preposition (or a possessor's noun) stands before the mention's phrase."""
        word = self.before_phrase(mention)
        return word is not None and self.lower(word) in _GOVERNED

    def is_object(self, mention: Mention) -> bool:
        """Whether a verb other than a form of be stands right before the mention's phrase."""
        word = self.before_phrase(mention)
        return word is not None and word.tag.startswith("VB") and self.lower(word) not in _BE

    def before_phrase(self, mention: Mention) -> Word | None:
        """The word before the mention's noun phrase; None at the sentence's start."""
        at = self.first_word(mention.span) - 1
        steps = 0
        while at >= 0 and steps < 8 and self.words[at].tag in _INSIDE_PHRASE:
            at, steps = at - 1, steps + 1
        return self.words[at] if at >= 0 else None

    def possessor(self, span: Span) -> Mention | None:
        """The mention that owns the span ("Tel Aviv's violent campaign")."""
        for mention in reversed(self.mentions):
            if mention.span.end > span.start:
                continue
            between = self.text[mention.span.end : span.start]
            return mention if re.fullmatch(r"['’]s?\s+(?:\w+\s+){0,2}", between) else None
        return None

    def owned_by_pronoun(self, span: Span) -> bool:
        """Whether a possessive pronoun opens the span's phrase: "its illegal occupation"."""
        at = self.first_word(span)
        if at < len(self.words) and self.words[at].tag == "PRP$":
            return True
        while at > 0 and self.words[at - 1].tag in ("JJ", "RB", "NN"):
            at -= 1
        return at > 0 and self.words[at - 1].tag == "PRP$"

    def of_phrase(self, span: Span) -> Mention | None:
        """The mention that stands inside the span, in its noun phrase, or after its "of"."""
        for mention in self.mentions:
            if mention.span.overlaps(span):
                return mention
        after = self.nearest_after(span)
        if after is None:
            return None
        between = self.words[self.after_last(span) : self.first_word(after.span)]
        phrase = all(
            word.tag[:2] in ("NN", "JJ", "DT", "CD", "VB", "PR") or self.lower(word) in _OF
            for word in between
        )
        finite = any(word.tag in ("VBD", "VBZ", "VBP", "MD", "PRP") for word in between)
        return after if phrase and not finite and len(between) <= 5 else None

    def apposed(self, span: Span) -> Mention | None:
        """The mention that the span describes after a comma or a form of be."""
        before = [m for m in self.mentions if m.span.end <= span.start]
        if not before:
            return None
        between = self.text[before[-1].span.end : span.start].lower()
        return before[-1] if _APPOSED.fullmatch(between) else None

    def nearest_after(self, span: Span) -> Mention | None:
        """The first mention after the span."""
        return self._first_from(span.end, reach=10_000)

    def partners(self, mention: Mention) -> tuple[Mention, ...]:
        """The mention and those it is joined to by "and" or a comma list."""
        at = self.mentions.index(mention)
        first = last = at
        while first and self._joined(self.mentions[first - 1], self.mentions[first]):
            first -= 1
        while last + 1 < len(self.mentions) and self._joined(
            self.mentions[last], self.mentions[last + 1]
        ):
            last += 1
        return self.mentions[first : last + 1]

    def _joined(self, left: Mention, right: Mention) -> bool:
        between = self.text[left.span.end : right.span.start].lower()
        return re.fullmatch(r"\s*(?:,\s*)?(?:and|&|as well as)\s+(?:the\s+)?", between) is not None

    def _first_from(self, start: int, reach: int) -> Mention | None:
        return next((m for m in self.mentions if start <= m.span.start <= start + reach), None)

    def _broken(self, start: int, end: int) -> bool:
        between = self.words[self.after_last(Span(start, start)) : self.first_word(Span(end, end))]
        return any(self.lower(word) in BREAKS for word in between)


def clauses(encoded: EncodedArticle, linking: Linking) -> tuple[Clause, ...]:
    """One clause record a sentence, in order."""
    starts = [word.span.start for word in encoded.words]
    mentions: dict[int, list[Mention]] = {}
    for mention in linking.mentions:
        mentions.setdefault(mention.sentence, []).append(mention)
    return tuple(
        Clause(
            encoded.text,
            sentence.span,
            _between(encoded.words, starts, sentence.span),
            tuple(mentions.get(sentence.index, ())),
        )
        for sentence in encoded.sentences
    )


def _between(words: Sequence[Word], starts: Sequence[int], span: Span) -> tuple[Word, ...]:
    return tuple(words[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
