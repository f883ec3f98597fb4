"""Groups of verbs that word one sort of act, from sober to charged.

Evidence for alignment beside shared arguments: "cleared" and "stormed" share no letters. A verb
may stand in several groups.
"""

from types import MappingProxyType

_GROUPS = """
kill murder die slaughter massacre execute assassinate shoot gun neutralise neutralize eliminate
  liquidate slay perish lose catch
wound injure hurt bruise maim treat hit strike harm
arrest detain seize round sling bundle drag nab hold abduct kidnap jail imprison lock
occupy seize capture take grab conquer annex liberate retake control administer overrun regain
clear remove evict expel storm disperse sweep blast restore drive flatten crush dismantle tidy
  raze bulldoze demolish beat move reopen free
attack raid storm invade assault ambush bomb shell burst smash enter strike target pound
fire shoot use launch turn aim deploy choke
protest march gather demonstrate rally riot pour camp stand sit occupy mob converge
block blockade strangle hold choke close shut
strike stop walk down halt begin choke
dismiss fire sack axe cut release shed lay lapse replace
fill hand give replace
vote pass approve adopt force ram impose slap order require rule foist award grant
end collapse break fail storm finish conclude abandon
begin start open launch
offer propose give chip pay grant claim
ask demand urge request want call beg plead
examine investigate probe look inspect review study
suspend freeze halt delay postpone pause scrap bin sabotage repeal undo
summon call haul
send visit fly dispatch deploy travel
lead run head chair command own
back support lean like endorse
mend fix repair pay rebuild
rise jump soar climb surge go
fall drop slump plunge
announce declare sign decree enact
damage break smash rip destroy vandalise lose crack wreck
claim covet want
cost lose put
accept recognise concede
win take get give elect declare
allow let permit
meet gather sit bang
find uncover discover lie seize
expel remove bundle frogmarch eject throw
object speak shout heckle protest
reject refuse rebuff brush dismiss snub
"""


def _groups() -> MappingProxyType[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    # A line that begins with blanks goes on from the one before.
    for number, group in enumerate(_GROUPS.replace("\n  ", " ").strip().splitlines()):
        for verb in group.split():
            found.setdefault(verb, set()).add(number)
    return MappingProxyType({verb: frozenset(groups) for verb, groups in found.items()})


GROUPS_OF = _groups()
"""Verb lemma → numbers of the groups it stands in."""
