"""Label sets. A published version never changes; a new one gets a new version number."""

from enum import StrEnum

KINDS_VERSION = 1
"""Version of the thirteen kinds of loaded framing (the codebook in docs/taxonomy.md)."""


class Kind(StrEnum):
    """The thirteen kinds of loaded framing, in the order of the codebook."""

    EVALUATIVE = "evaluative"
    LABEL = "label"
    CONTESTED_STATUS = "contested-status"
    CHARGED_VERB = "charged-verb"
    LOADED_ATTRIBUTION = "loaded-attribution"
    VAGUE_ATTRIBUTION = "vague-attribution"
    DISCREDITING = "discrediting"
    SCARE_QUOTES = "scare-quotes"
    EXAGGERATION = "exaggeration"
    THREAT_METAPHOR = "threat-metaphor"
    EUPHEMISM = "euphemism"
    AGENCY = "agency"
    ASSOCIATION = "association"


class Voice(StrEnum):
    """Whose words a stretch of text is."""

    OUTLET = "outlet"
    DIRECT = "direct"
    REPORTED = "reported"
    SCARE = "scare"


class Stance(StrEnum):
    """How the words of a voice present an actor; also the direction of a finding."""

    AGAINST = "against"
    NEUTRAL = "neutral"
    FAVOUR = "favour"


class State(StrEnum):
    """What became of a judgement."""

    LABELLED = "labelled"
    ABSTAINED = "abstained"
    FAILED = "failed"


class HarmForm(StrEnum):
    """How a clause tells a harm: with the one who does it, or without."""

    ACTIVE = "active"
    PASSIVE_BY = "passive-by"
    NOMINAL_BY = "nominal-by"
    PASSIVE = "agentless-passive"
    NOMINAL = "agentless-nominal"
    INTRANSITIVE = "agentless-intransitive"

    @property
    def names_agent(self) -> bool:
        """Whether the clause itself names the doer.

        >>> HarmForm.PASSIVE_BY.names_agent, HarmForm.PASSIVE.names_agent
        (True, False)
        """
        return self in (HarmForm.ACTIVE, HarmForm.PASSIVE_BY, HarmForm.NOMINAL_BY)


class ActorKind(StrEnum):
    """What sort of actor stands behind a name."""

    STATE = "state"
    TERRITORY = "territory"
    PEOPLE = "people"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    ARMY = "army"
    COURT = "court"
    PARTY = "party"
    ARMED_GROUP = "armed-group"
    COMPANY = "company"
    INTERNATIONAL_BODY = "international-body"
    ORGANISATION = "organisation"
    MEDIA = "media"
    AGENCY = "agency"
    PERSON = "person"
    GROUP = "group"
    ROLE = "role"
