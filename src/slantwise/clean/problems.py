"""What cleaning finds that keeps an article out of the analysis."""

from slantwise.clean.language import ANALYSED
from slantwise.records import CleanedArticle, Problem


def language_problem(cleaned: CleanedArticle) -> Problem | None:
    """Why the article's language keeps it out; None where it is English, or cannot be told."""
    if cleaned.language in ("", ANALYSED):
        return None
    return _problem(
        cleaned,
        "other-language",
        f"the text is in the language {cleaned.language!r}, which is not analysed; only English "
        "is. The article is kept and counted, and never scored.",
    )


def text_problem(cleaned: CleanedArticle) -> Problem | None:
    """Why an article without paragraphs is left out; None where it has some."""
    if cleaned.paragraphs:
        return None
    rules = ", ".join(sorted({removal.rule for removal in cleaned.removals})) or "none"
    return _problem(
        cleaned,
        "no-text",
        "nothing of the article's body is left after cleaning; expected at least one paragraph. "
        f"See what was left out (rules: {rules}) and whether the file holds the article.",
    )


def _problem(cleaned: CleanedArticle, reason: str, message: str) -> Problem:
    source = cleaned.article.source
    return Problem("clean", reason, f"{source}: {message}", source, cleaned.id)
