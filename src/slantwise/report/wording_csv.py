"""Wording contrasts as CSV tables: expressions, aligned acts, typical terms."""

from collections.abc import Iterator

from slantwise.records import Voice
from slantwise.records.contrasts import Sentence, WordingContrasts
from slantwise.spreadsheets import Row, table


def wording_tables(contrasts: WordingContrasts) -> dict[str, str]:
    """Content of every table by file name; a table without rows still has its header."""
    return {
        "wording_acts.csv": table(_acts(contrasts)),
        "wording_expressions.csv": table(_expressions(contrasts)),
        "wording_terms.csv": table(_terms(contrasts)),
    }


def _expressions(contrasts: WordingContrasts) -> Iterator[Row]:
    yield [
        *("actor", "name", "role", "outlet", "words", "lemma", "form", "plain"),
        *("n_articles", "of_articles", *(f"n_{voice}" for voice in Voice), "n_others", "z"),
        *_SENTENCE,
    ]
    for row in contrasts.actors:
        for each in row.expressions:
            what = (each.outlet, each.words, each.lemma, each.form, "yes" if each.plain else "no")
            counts = (each.n_articles, row.n_articles.get(each.outlet, 0))
            uses = (each.n_uses.get(voice, 0) for voice in Voice)
            figures = (*counts, *uses, each.n_others, each.z)
            for sentence in each.sentences:
                yield [row.actor, row.name, row.role, *what, *figures, *_sentence(sentence)]


_SENTENCE = ("event", "article", "voice", "speaker", "sentence", "start", "end")


def _sentence(sentence: Sentence) -> Row:
    return (
        *(sentence.event, sentence.article, sentence.voice, sentence.speaker, sentence.text),
        *(sentence.span.start, sentence.span.end),
    )


def _acts(contrasts: WordingContrasts) -> Iterator[Row]:
    yield [
        *("act", "title", "probability", "alike", "outlet", "agent", "words", "patient", "form"),
        *_SENTENCE,
    ]
    for number, act in enumerate(contrasts.acts, 1):
        about = (number, act.title, act.probability, "yes" if act.alike else "no")
        for each in act.wordings:
            words = (each.outlet, each.agent, each.words, each.patient, each.form)
            yield [*about, *words, *_sentence(each.sentence)]


def _terms(contrasts: WordingContrasts) -> Iterator[Row]:
    yield [
        *("outlet", "term", "n_articles", "of_articles", "n_others", "of_others", "n_events"),
        *("log_odds", "z", "low", "high", "holds"),
    ]
    for term in contrasts.typical:
        yield [
            *(term.outlet, term.term, term.n_articles, term.of_articles, term.n_others),
            *(term.of_others, term.n_events, term.log_odds, term.z, term.low, term.high),
            "yes" if term.holds else "no",
        ]
