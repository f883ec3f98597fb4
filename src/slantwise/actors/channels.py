"""Platforms that are only where something is said: "wrote on Twitter", "his Facebook page".

Like a place where something only happens, such a name is no mention of the company. What the
company does or undergoes ("Twitter said", "a ban on TikTok") is one.
"""

from slantwise.actors.page import POSSESSIVE, Page
from slantwise.actors.word_lists import word_list

_PLATFORMS = word_list(
    "twitter facebook instagram youtube tiktok telegram whatsapp reddit snapchat linkedin bluesky "
    "mastodon weibo wechat vk vkontakte douyin discord parler gettr rumble viber twitch substack"
)
_OF_TWO = frozenset({("truth", "social")})
_MEDIUM = word_list(
    "account accounts post posts posting postings page pages feed feeds message messages profile "
    "profiles handle handles thread threads video videos clip clips photo photos user users "
    "follower followers feud war storm rant rants tirade spat poll hashtag hashtags channel "
    "channels livestream broadcast blast blasts outburst chat chats direct"
)
"""Nouns that after a platform's name say what is on it."""
_ON = word_list("on via through")
_USING = word_list("use uses used using")
_POSTING = word_list(
    "take takes took taken taking turn turns turned turning post posts posted posting upload "
    "uploads uploaded uploading"
)
_UNDERGONE = word_list(
    "ban bans tax taxes pressure sanction sanctions restriction restrictions attack attacks "
    "crackdown crackdowns curb curbs fine fines limit limits assault war block blocks tariff "
    "tariffs law laws rule rules vote probe ruling report hearing verdict decision clampdown "
    "injunction levy levies duty duties imposed impose imposes"
)
"""Words before "on" that tell what befalls the company."""
_JOINED = frozenset({"and", "or", ",", "&"})


def channel(page: Page, words: range) -> str:
    """Why a name is only where something is said; "" where it is not, or names no platform."""
    if not _platform(page, words.start, words.stop):
        return ""
    first, end = _row(page, words)
    if page.near(end, words.start) and page.lowers[end] in _MEDIUM:
        return f"a medium here: it stands before {page.lowers[end]!r}"
    before = page.lower(first - 1) if page.near(first - 1, first) else ""
    further = page.lower(first - 2) if page.near(first - 2, first) else ""
    if before in _ON and further not in _UNDERGONE:
        return f"a medium here: it follows {before!r}"
    if before in _USING or (before == "to" and further in _POSTING):
        return f"a medium here: it follows {before!r}"
    if before and (page.tags[first - 1] == "PRP$" or before in POSSESSIVE):
        return "a medium here: it is said to be somebody's"
    return ""


def _platform(page: Page, first: int, end: int) -> bool:
    lowers = tuple(page.lower(index) for index in range(first, end))
    return lowers in _OF_TWO or (len(lowers) == 1 and lowers[0] in _PLATFORMS)


def _row(page: Page, words: range) -> tuple[int, int]:
    """The first word and the end of the row of platforms in which one stands."""
    first, end = words.start, words.stop
    while _joined(page, first - 1, first) and _platform(page, first - 2, first - 1):
        first -= 2
    while _joined(page, end, first) and _platform(page, end + 1, end + 2):
        end += 2
    return first, end


def _joined(page: Page, index: int, other: int) -> bool:
    return page.near(index, other) and page.lowers[index] in _JOINED
