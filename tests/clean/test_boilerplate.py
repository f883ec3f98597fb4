import pytest

from slantwise.clean.boilerplate import boilerplate_rule


@pytest.mark.parametrize(
    ("paragraph", "rule"),
    [
        ("No comments:", "blog-footer"),
        ("Post a Comment", "blog-footer"),
        ("Subscribe to: Post Comments (Atom)", "blog-footer"),
        ("12 Comments", "comments"),
        ("Join our commenting forum", "comments"),
        ("READ MORE", "read-more"),
        ("Read more: How the bridge was built", "read-more"),
        ("READ MORE: Bridge to stay closed", "read-more"),
        ("Bridge to stay closed until spring Read more", "read-more"),
        ("Related: The town that waits", "read-more"),
        ("More from The Example", "read-more"),
        ("Continue reading the main story", "read-more"),
        ("Sign up for our daily newsletter", "newsletter"),
        ("Subscribe to The Example", "newsletter"),
        (
            "Get the best of the week delivered to your inbox. By signing up you agree.",
            "newsletter",
        ),
        ("Copyright © 2024 The Example. Click here for permission.", "copyright"),
        ("© 2024 The Example", "copyright"),
        ("The Example Ltd. All rights reserved.", "copyright"),
        ("We use cookies to improve our service.", "cookies"),
        ("Cookie settings", "cookies"),
        ("Share this article: Facebook | Twitter | Email", "share"),
        ("Follow us on Twitter @example", "share"),
        ("Advertisement", "advertisement"),
        ("- ADVERTISEMENT -", "advertisement"),
        ("Story continues below", "advertisement"),
        ("Download the Example app for more", "application"),
        ("Have a tip? Write to us", "contact"),
        ("Enlarge this image toggle caption Ann Lee/AP Ann Lee/AP", "media-frame"),
        ("Photo by Ann Lee/Getty Images", "credit"),
        ("Ann Lee contributed to this report.", "credits"),
        ("Reporting by Ann Lee; Editing by Bo Ek", "credits"),
        ("This story has been updated.", "update-note"),
        ("***", "rule-off"),
    ],
)
def test_page_furniture_is_known(paragraph: str, rule: str) -> None:
    assert boilerplate_rule(paragraph) == rule


@pytest.mark.parametrize(
    "paragraph",
    [
        "He declined to comment.",
        "“Read more books,” she told the pupils.",
        "Read more of the letter, he said, and the meaning changes.",
        "The newsletter was sent to 400 homes on Monday.",
        "Copyright law is in flux, the court found.",
        "The site uses cookies to track readers, the complaint says.",
        "Like many on Facebook, he believed it.",
        "The storms contributed to the delay of the report on the dam.",
        "Writing by candlelight, the prisoners kept a diary.",
        "Share prices fell on Monday.",
        "Advertisement revenue fell by a third.",
        "Follow the money, the inquiry was told.",
        "Register to vote, the ministry urged.",
        "Police carry the body of a victim on Monday. Ann Lee/AP",
        "”",
        "Live ammunition was used, the ministry said.",
        "Sign up for Copyright. " * 30,
    ],
)
def test_sentences_of_articles_stay(paragraph: str) -> None:
    assert boilerplate_rule(paragraph) == ""
