"""English function words, and words of reporting, that tell nothing about an act or an outlet."""

STOPWORDS = frozenset(
    """
    a about above across after again against ago all almost along already also although always am
    amid among an and another any are around as at away back be became because been before being
    below between both but by came can cannot could did do does doing done down during each either
    else enough etc even ever every few for from further get gets getting give given go goes going
    gone got had has have having he her here hers herself him himself his how however i if in into
    is isn't it it's its itself just least less let like made make makes many may me might mine
    more most much must my myself near neither never no nobody none nor not nothing now of off
    often on once only onto or other others our ours out over own per put rather really said same
    say saying says seen several shall she should since so some somebody someone something soon
    still such take taken tell than that that's the their theirs them themselves then there these
    they this those though through thus to together told too took toward towards under until up
    upon us use used very via was we well went were what when where whether which while who whole
    whom whose why will with within without would yes yet you your yours
    don't didn't doesn't won't wouldn't can't couldn't wasn't weren't hasn't haven't hadn't i'm
    he's she's they're we're you're i've we've they've
    """.split()
)
"""Lower-case words, straight apostrophes."""

CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february april june
    july august september october november december one two three four five six seven eight nine
    ten eleven twelve twenty hundred thousand million billion cent year years month months week
    weeks day days hour hours
    """.split()
)
"""Names of days and months, and numbers: what an event is, not how it is worded."""
