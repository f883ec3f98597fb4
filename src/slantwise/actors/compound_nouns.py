"""Common nouns that name a body only in company: "the tax office", "the youth wing".

Beside them stand nouns for places and offices that name a body only where it acts: "the mine said".
"""

from types import MappingProxyType

from slantwise.actors.word_lists import word_list
from slantwise.records import ActorKind

_COMPOUND = MappingProxyType(
    {
        **dict.fromkeys(("service", "services", "office", "bureau", "registry"), ActorKind.AGENCY),
        **dict.fromkeys(("unit", "centre", "center", "corps", "mission"), ActorKind.AGENCY),
        **dict.fromkeys(("wing", "faction", "tank"), ActorKind.ORGANISATION),
        "cell": ActorKind.ARMED_GROUP,
        "command": ActorKind.ARMY,
        "department": ActorKind.MINISTRY,
        "hall": ActorKind.GOVERNMENT,
    }
)
_SERVED = word_list(
    "admissions agriculture air anti-corruption archives asylum audit aviation benefits border "
    "broadcasting budget census climate communications compliance conservation consumer copyright "
    "culture customs defence defense disaster education election elections electoral energy "
    "environment equality ethics excise export finance fire fisheries food foreign forest forestry "
    "guidance health heritage housing immigration information inspection integrity intelligence "
    "investment justice labor labour land lands language liaison licensing lottery maritime "
    "meteorological migration mines mining monuments parks passport patent pension pensions "
    "planning police port postal press price prison probation procurement propaganda protocol "
    "public-health quarantine railway reconstruction records registration relief relocation rescue "
    "resettlement revenue safety sanctions sanitation secret security settlement sports standards "
    "state statistics survey tax tourism trade transport treasury vaccination veterans veterinary "
    "visa water weather welfare wildlife works youth"
)
"""What an office, a service or a unit may be for."""
_PURPOSES = MappingProxyType(
    {
        "hall": word_list("city town village"),
        "tank": word_list("think"),
        "wing": word_list("youth student women armed military political"),
        "faction": word_list("parliamentary opposition rebel"),
        "cell": word_list("terror sleeper targeting guerrilla militant jihadist resistance"),
        "command": word_list("high central northern southern eastern western army naval regional"),
    }
)
"""Words before the nouns that are not for a purpose."""
SEATS = word_list(
    "abattoir abbey academy archive barracks bench casino city consulate convent county department "
    "depot district estate farm gallery inquiry jail kindergarten kingdom laboratory lab library "
    "mine monastery nursery office orphanage plantation prison province quarry railroad railway "
    "ranch region republic restaurant site smelter studio tannery town village zoo"
)
"""Nouns, singular, for places and offices that name somebody only as the subject of a verb."""


def compound_kind(noun: str, before: str) -> ActorKind | None:
    """What sort of actor a lower-case noun names with the word before it; None for none.

    >>> compound_kind("office", "tax").value, compound_kind("office", "corner")
    ('agency', None)
    """
    fitting = before in _PURPOSES.get(noun, _SERVED)
    return _COMPOUND.get(noun) if fitting else None
