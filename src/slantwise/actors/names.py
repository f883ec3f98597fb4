"""Names of persons taken apart: full name, surname, and whether two names may be one person's."""

import re
from collections.abc import Iterator

from slantwise.actors.folding import fold_form
from slantwise.actors.word_lists import word_list

Name = tuple[str, ...]
"""Words of a name in lower case, folded; titles, initials' points and "Jr." left out."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = word_list(
    "al el bin ibn ben abu abd van von der den de da do dos das di del della la le du st san "
    "ould ap ter ten zu"
)
# Frequent Chinese and Korean family names, which stand first; a list, as no spelling tells.
_FAMILY_FIRST = word_list(
    "ahn bai ban bo cai cao chan chang chen cheung chow ip kwok lam lau leung mak ng poon tam "
    "tsang tse wong yeung yip chen cheng cho choe choi chung cui dai deng ding dong du fan "
    "fang feng fu gao geng gong gu guo gwak han hao he hong hou hu huang hwang jang jeong ji jia "
    "jiang jin jo joo jun jung kang kim kong kwon lai lee lei li liang lim lin liu lou lu luo ma "
    "mao meng mo moon na oh pak pan park peng qian qiao qin qiu ren ri ryu seo shao shen shi shin "
    "sim son song su suh sun tan tang tian tsai wan wang wei wen won wu xi xia xiao xie xiong xu "
    "yan yang yao ye yeon yi yin yoo yoon you yu yuan yun zeng zhai zhang zhao zheng zhong zhou "
    "zhu zou"
)
_SHORT_FOR = {
    "bob": "robert", "bill": "william", "joe": "joseph", "mike": "michael", "jim": "james",
    "tom": "thomas", "dick": "richard", "rick": "richard", "ted": "edward", "tony": "anthony",
    "chuck": "charles", "jack": "john", "kate": "katherine", "liz": "elizabeth",
    "hank": "henry", "jeff": "geoffrey", "steve": "stephen", "dave": "david",
}  # fmt: skip
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|"
    r"ui|un|uo|a|e|i|o|u)){1,2}"
)
_SYLLABLE = re.compile(r"[bcdfghjklmnpqrstwxyz]{0,2}[aeiouy]{1,3}(?:ng|[nmklprt])?")


def name_words(surface: str) -> Name:
    """The words of a person's name.

    >>> name_words("Robert F. Kennedy Jr.")
    ('robert', 'f', 'kennedy')
    >>> name_words("Ahmad] al-Sharaa")
    ('ahmad', 'al', 'sharaa')
    """
    words = _WORD.findall(fold_form(surface).lower())
    while len(words) > 1 and words[-1] in _GENERATIONS:
        words.pop()
    return tuple(words)


def family_first(name: Name) -> bool:
    """Whether the family name stands first, as in Xi Jinping or Kim Jong Un.

    >>> family_first(("xi", "jinping")), family_first(("kim", "davis"))
    (True, False)
    """
    if not 2 <= len(name) <= 3 or name[0] not in _FAMILY_FIRST:
        return False
    if len(name) == 3:
        return all(_SYLLABLE.fullmatch(word) for word in name[1:])
    # Kim and Lee are also first names in English; two words do not tell.
    return name[0] not in ("kim", "lee") and _PINYIN.fullmatch(name[1]) is not None


def surnames(name: Name) -> Iterator[Name]:
    """The short forms that may stand for a full name; none for a single word.

    >>> list(surnames(("ahmad", "al", "sharaa")))
    [('al', 'sharaa'), ('sharaa',)]
    >>> list(surnames(("xi", "jinping")))
    [('xi',)]
    """
    if family_first(name):
        yield name[:1]
        return
    for start in range(1, len(name)):
        if not all(word in _PARTICLES or len(word) == 1 for word in name[start:]):
            yield name[start:]


def same_person(one: Name, other: Name) -> bool:
    """Whether two full names may be one person's.

    First and last word agree, an initial stands for a first name, and middle words do not
    contradict.

    >>> same_person(("george", "w", "bush"), ("george", "bush"))
    True
    >>> same_person(("joe", "biden"), ("hunter", "biden"))
    False
    """
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return False
    if not _agree(one[0], other[0]):
        return False
    middle, others = one[1:-1], other[1:-1]
    if not middle or not others:
        return True
    shorter, longer = sorted((middle, others), key=len)
    return all(any(_agree(word, full) for full in longer) for word in shorter)


def _agree(word: str, other: str) -> bool:
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) == 1 or len(shorter) > 2:
        # "J." and "Tim" for Joseph and Timothy.
        return longer.startswith(shorter) or _SHORT_FOR.get(shorter) == longer
    return word == other
