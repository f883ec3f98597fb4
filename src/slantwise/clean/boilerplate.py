"""Paragraphs that are no part of the article: page furniture that came along with the text.

A rule takes out whole paragraphs only, never part of one, and only where all of it has the
rule's form. Captions with words of the outlet stay; credits alone go.
"""

import re
from dataclasses import dataclass

from slantwise.clean.boilerplate_forms import FORMS

LONGEST = 400
"""A paragraph of more characters than this is never page furniture."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of paragraph that is never text of an article.

    Attributes:
        name: what removals are logged under.
        reason: why such a paragraph goes.
        pattern: what the whole paragraph looks like.
    """

    name: str
    reason: str
    pattern: re.Pattern[str]


RULES: tuple[Rule, ...] = tuple(
    Rule(name, reason, re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE))
    for name, (reason, forms) in FORMS.items()
)
"""The rules in the order in which they are tried."""


def boilerplate_rule(paragraph: str) -> str:
    """The name of the rule that takes the paragraph out; empty where it stays.

    >>> boilerplate_rule("Post a Comment"), boilerplate_rule("He declined to comment.")
    ('blog-footer', '')
    """
    if len(paragraph) > LONGEST:
        return ""
    return next((rule.name for rule in RULES if rule.pattern.fullmatch(paragraph)), "")
