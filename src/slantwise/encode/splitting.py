"""Sentences split into words and marks, as the Penn Treebank does and as the taggers learnt it.

Possessives and contractions are words of their own ("did", "n't"), as is every mark; hyphens part
words, points of abbreviations and numbers do not.
"""

import re

from slantwise.records import Span

_TITLES = (
    "Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Reps|Sens|Gov|Lt|Col|Sgt|Jr|Sr|Prof|Rev|Capt|Maj|Adm|Inc|Corp|"
    "Co|Ltd|Bros|Messrs|Mt|Pvt|vs"
)
_DATES = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
_STATES = (
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|"
    "Neb|Nev|Okla|Ore|Pa|Tenn|Va|Wash|Wis"
)
_LETTER = r"[^\W\d_]"
_CLITIC = r"(?:s|S|ll|re|ve|d|m|LL|RE|VE|D|M)\b"
_WORD = re.compile(
    rf"""
    (?:{_LETTER}\.){{2,}}                                  # U.S.
  | (?:{_TITLES}|{_DATES}|{_STATES})\.                      # Sen.
  | [ap]\.m\. | e\.g\. | i\.e\.
  | (?:https?://|www\.)\S+
  | [@\#]\w+
  | \d+(?:[.,]\d+)+(?={_LETTER})                            # 1.5 m
  | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?!\w)               # 1,250.5  9:30  1990s  3rd
  | {_LETTER}+(?=n['’]t\b) | n['’]t\b                       # did n't
  | (?i:can)(?=not\b)                                       # can not
  | ['’]{_CLITIC}                                           # 's
  | \w+(?:[-–.]\d\w*|(?<=\d)-{_LETTER}+|['’](?!{_CLITIC}|t\b)\w+|&\w+)*   # G-7  O'Neill  AT&T
  | \.{{2,}} | -{{2,}}                                      # … --
  | [^\w\s]
    """,
    re.VERBOSE,
)


def word_bounds(text: str) -> list[tuple[int, int]]:
    """Start and end of each word and mark of a text, in order; [] for a text of blanks.

    >>> word_bounds("No. 9")
    [(0, 2), (2, 3), (4, 5)]
    """
    return [match.span() for match in _WORD.finditer(text)]


def split_words(text: str) -> list[Span]:
    """Where the words and marks of a text stand, in order; [] for a text of blanks.

    >>> text = "The U.S. didn't—and won't—pay O'Neill's $1.5bn."
    >>> " ".join(span.of(text) for span in split_words(text))
    "The U.S. did n't — and wo n't — pay O'Neill 's $ 1.5 bn ."
    """
    return [Span(start, end) for start, end in word_bounds(text)]
