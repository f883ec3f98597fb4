"""Closed word lists of the wording stage: event nouns, light verbs, collective nouns.

Read by `predicates` and `references`; each list is small enough to be checked by eye.
"""

from types import MappingProxyType


def _pairs(text: str) -> MappingProxyType[str, str]:
    pairs = (entry.split(":") for entry in text.split())
    return MappingProxyType({noun: verb.replace("_", " ") for noun, verb in pairs})


EVENT_NOUNS = _pairs(
    """
    death:die killing:kill murder:murder slaughter:slaughter massacre:massacre execution:execute
    assassination:assassinate wounding:wound injury:injure beating:beat torture:torture
    abduction:abduct kidnapping:kidnap arrest:arrest detention:detain imprisonment:imprison
    expulsion:expel eviction:evict removal:remove displacement:displace deportation:deport
    attack:attack assault:assault raid:raid ambush:ambush bombing:bomb bombardment:bombard
    shelling:shell shooting:shoot invasion:invade incursion:incur occupation:occupy
    annexation:annex seizure:seize capture:capture takeover:take_over liberation:liberate
    storming:storm siege:besiege blockade:blockade closure:close reopening:reopen opening:open
    clearance:clear clearing:clear dispersal:disperse destruction:destroy demolition:demolish
    razing:raze burning:burn looting:loot withdrawal:withdraw retreat:retreat surrender:surrender
    dismissal:dismiss sacking:sack resignation:resign appointment:appoint election:elect
    defeat:defeat victory:win rejection:reject refusal:refuse approval:approve award:award
    signing:sign cancellation:cancel suspension:suspend imposition:impose ban:ban
    deployment:deploy crackdown:crack_down strike:strike walkout:walk_out protest:protest
    collapse:collapse breakdown:break_down failure:fail breach:breach violation:violate
    theft:steal sale:sell purchase:buy payment:pay punishment:punish acquittal:acquit
    conviction:convict indictment:indict
    """
)
"""Nouns that name an act → the verb of the same act."""

LIGHT_VERBS = frozenset(
    """
    take make give have launch carry hold put seize gain lose lay mount wage stage open impose
    deliver bring keep set declare inflict cause commit regain restore
    """.split()
)
"""Verbs that mean little without their object noun ("took control of")."""

LIGHT_NOUNS = frozenset(
    """
    control possession charge command hold custody aim care advantage part power attack assault
    raid operation offensive strike blow pressure force order siege blame responsibility decision
    effort attempt deal agreement vote recount claim demand objection end stop place way ground
    toll damage violence war campaign crackdown measure action step
    """.split()
)
"""Nouns that with such a verb make one predicate."""

COLLECTIVES = frozenset(
    """
    army force troop soldier military militia police officer guard fighter gunman rebel government
    regime administration authority cabinet official ministry minister leader leadership side
    people settler protester demonstrator striker docker miner worker lawmaker delegation party
    movement group coalition union company consortium operator council court parliament
    """.split()
)
"""Heads that still stand for the actor whose name modifies them ("Kestovian troops")."""

BOUND_PREPOSITIONS = frozenset("at on against over through off into upon".split())
"""Prepositions that make one predicate with a verb that has no object ("fired at")."""

HAVE = frozenset("have has had having 've 'd".split())
NEGATIONS = frozenset("not n't never no".split())
PREPOSITIONAL = frozenset("according including following regarding concerning".split())
"""Participles that mostly stand for prepositions."""

EMPTY_VERBS = frozenset("be have do will would can could may might must shall should get".split())
"""Lemmas that word no act by themselves."""
