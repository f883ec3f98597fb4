"""Cleaned articles and problems as plain data."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from slantwise.records.articles import (
    Article,
    CleanedArticle,
    OffsetRun,
    Origin,
    Problem,
    Removal,
    Source,
)
from slantwise.records.as_json.spans import (
    Plain,
    optional_span_from_dict,
    optional_span_to_dict,
    span_from_dict,
    span_to_dict,
    spans_from_list,
    spans_to_list,
)
from slantwise.records.spans import Span


def article_to_dict(cleaned: CleanedArticle) -> Plain:
    """A cleaned article with all that was read; `title` is the headline's words."""
    article = cleaned.article
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": cleaned.title.of(cleaned.text) if cleaned.title else "",
        "outlet_given": article.outlet_given,
        "published": article.published.isoformat() if article.published else None,
        "precision": article.precision,
        "url": article.url,
        "event": article.event,
        "byline": article.byline,
        "agencies": list(article.agencies),
        "section": article.section,
        "language": cleaned.language,
        "path": article.source.path,
        "record": article.source.record,
        **_texts(cleaned),
        "raw_language": article.language,
        "origins": [{"field": o.field, "place": o.place} for o in article.origins],
        "offsets": [_offset(run) for run in cleaned.offsets],
        "removals": [
            {**span_to_dict(r.span), "text": r.text, "rule": r.rule} for r in cleaned.removals
        ],
    }


def article_from_dict(data: Mapping[str, Any]) -> CleanedArticle:
    """The article that `article_to_dict` gave `data` for."""
    return CleanedArticle(
        article=_as_read(data),
        text=data["text"],
        title=optional_span_from_dict(data["title_span"]),
        paragraphs=spans_from_list(data["paragraphs"]),
        offsets=tuple(
            OffsetRun(span_from_dict(r), Span(r["raw_start"], r["raw_end"]))
            for r in data["offsets"]
        ),
        removals=tuple(Removal(span_from_dict(r), r["text"], r["rule"]) for r in data["removals"]),
        language=data["language"],
    )


def problem_to_dict(problem: Problem) -> Plain:
    """A problem as plain data."""
    return {
        "stage": problem.stage,
        "reason": problem.reason,
        "message": problem.message,
        "path": problem.source.path,
        "record": problem.source.record,
        "article_id": problem.article_id,
        "fatal": problem.fatal,
    }


def problem_from_dict(data: Mapping[str, Any]) -> Problem:
    """The problem that `problem_to_dict` gave `data` for."""
    source = Source(data["path"], data["record"])
    rest = {key: value for key, value in data.items() if key not in ("path", "record")}
    return Problem(source=source, **rest)


def _texts(cleaned: CleanedArticle) -> Plain:
    article = cleaned.article
    return {
        "text": cleaned.text,
        "title_span": optional_span_to_dict(cleaned.title),
        "paragraphs": spans_to_list(cleaned.paragraphs),
        "raw": article.raw,
        "raw_title": optional_span_to_dict(article.title),
        "raw_body": spans_to_list(article.body),
    }


def _offset(run: OffsetRun) -> Plain:
    return {**span_to_dict(run.text), "raw_start": run.raw.start, "raw_end": run.raw.end}


def _as_read(data: Mapping[str, Any]) -> Article:
    return Article(
        id=data["id"],
        outlet=data["outlet"],
        raw=data["raw"],
        title=optional_span_from_dict(data["raw_title"]),
        body=spans_from_list(data["raw_body"]),
        source=Source(data["path"], data["record"]),
        published=datetime.fromisoformat(data["published"]) if data["published"] else None,
        url=data["url"],
        event=data["event"],
        byline=data["byline"],
        section=data["section"],
        language=data["raw_language"],
        precision=data["precision"],
        outlet_given=data["outlet_given"],
        agencies=tuple(data["agencies"]),
        origins=tuple(Origin(o["field"], o["place"]) for o in data["origins"]),
    )
