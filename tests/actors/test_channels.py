import pytest


@pytest.mark.parametrize(
    "marked",
    [
        "The minister wrote on [ORG Facebook]",
        "She deleted her [ORG Facebook] page",
        "Lund's [ORG Telegram] channel closed",
        "Lund took to [ORG Truth Social] on Monday",
        "He told his [ORG Facebook] and [ORG Instagram] followers",
        "He posted on [ORG Facebook] and [ORG Instagram]",
        "She used [ORG TikTok] to say so",
    ],
)
def test_a_platform_where_something_is_said_is_no_actor(linked, marked):
    linking = linked(marked)
    named = [mention.actor for mention in linking.mentions if "unlisted" in mention.actor]
    assert [actor for actor in named if "lund" not in actor] == []
    reasons = [d.reason for d in linking.decisions if not d.merged]
    assert any(reason.startswith("a medium here") for reason in reasons)


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[ORG Facebook] said it was sorry", "facebook"),
        ("The ban on [ORG TikTok] stays", "tiktok"),
        ("Paris imposed a tax on [ORG Facebook]", "facebook"),
        # A name that is no platform's.
        ("The report on [ORG Corwen Motors] was late", "corwen-motors"),
    ],
)
def test_what_a_platform_does_or_undergoes_is_its_own(linked, marked, name):
    assert f"unlisted:{name}" in [mention.actor for mention in linked(marked).mentions]
