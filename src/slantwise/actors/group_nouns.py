"""Common nouns for people and bodies: "residents", "the union", "a teacher".

A noun of these lists may be an actor of its article; `groups` decides where it is one.
"""

from types import MappingProxyType

from slantwise.actors.word_lists import word_list
from slantwise.records import ActorKind

# Singular nouns for persons by trade, rank, side, faith or fate.
_PERSONS = word_list(
    "abbot academic accountant activist actor actress adviser advisor agent agitator aide "
    "airman ally ambassador analyst anarchist anchor anchorman anchorwoman apprentice "
    "archbishop archivist artist assailant assassin astronaut athlete attacker attorney auditor "
    "aunt author ayatollah baker banker baron barrister believer bishop blogger bodyguard "
    "bomber bondholder borrower boss boy breadwinner brewer bride broker brother builder "
    "bureaucrat businessman businesswoman butcher buyer caller campaigner candidate captain "
    "captive cardinal carer caretaker carpenter cartoonist cashier caterer celebrity censor "
    "chairman chairwoman champion chancellor chaplain chef chief child churchgoer citizen "
    "civilian cleaner clergyman cleric clerk climber coach collaborator colleague collector "
    "colonel columnist comedian commander commentator commissioner commuter companion composer "
    "comrade conductor congressman congresswoman conscript conservationist conspirator "
    "constable constituent consul consultant consumer contractor convict cook coroner corporal "
    "correspondent councillor councilman councilwoman counsellor courier cousin coworker "
    "craftsman creditor crewman criminal critic crony curator customer cyclist dancer daughter "
    "dealer defector defendant defender delegate demonstrator dentist deputy deserter detainee "
    "detective developer deviser devotee dictator diner diplomat director dissident diver "
    "docker dockworker doctor donor driver drover druggist economist editor educator elder "
    "elector electrician emigrant emir employee employer enemy engineer entrepreneur envoy "
    "evacuee examiner executive exile expert exporter extremist faithful fan farmer farmhand "
    "farmworker father fighter filmmaker financier firefighter fireman fisher fisherman "
    "follower foreigner founder frontman fugitive gambler gangster gardener gatekeeper gendarme "
    "general geologist girl goalkeeper governor graduate grandfather grandmother grower guard "
    "guardian guardsman guerrilla guest gunman hacker hardliner haulier headmaster "
    "headteacher healer heir helper herder herdsman hero historian homeowner host hostage "
    "hostess housewife hunter husband hygienist imam immigrant importer influencer informant "
    "informer inmate insider inspector instructor insurer insurgent intellectual intern "
    "interpreter intruder invader investigator investor islamist jailer janitor jeweller "
    "jihadist journalist judge juror justice keeper kidnapper killer king laborer labourer lad "
    "lady landlord landowner lawmaker lawyer leader lecturer legislator lender lieutenant "
    "lifeguard linguist listener lobbyist local logger looter loser loyalist maid man manager "
    "manufacturer marcher marine marshal martyr master matron mayor mechanic mediator medic "
    "member mercenary merchant messenger midwife migrant militant militiaman miller miner "
    "minister missionary mobster moderator monarch moneychanger moneylender monk mother "
    "motorist mourner mullah murderer musician mutineer nationalist native naturalist "
    "negotiator neighbor neighbour neo-nazi nephew newcomer newsreader niece nominee notary "
    "novelist nun nurse observer occupier offender officer official oligarch onlooker operator "
    "opponent orator orderly organiser organizer orphan outsider owner painter paramedic "
    "paramilitary parent parishioner parliamentarian partisan partner passenger passer-by "
    "pastor pathologist patient patriarch patriot patrolman peacekeeper peasant pedestrian "
    "pensioner performer perpetrator personality pharmacist philanthropist philosopher "
    "photographer physician physicist picker picket pilgrim pilot pirate planner planter player "
    "plotter plumber poacher poet policeman policewoman politician pollster pope porter postman "
    "preacher predecessor premier presenter president priest prince princess principal printer "
    "prisoner producer professor programmer prosecutor protester protestor provocateur "
    "psychiatrist psychologist publisher pundit pupil purchaser queen rabbi racist radical "
    "rancher ranger reader rebel recruit recruiter referee refugee refuser relative reporter "
    "representative rescuer researcher reservist resident responder restaurateur retailer "
    "retiree reveller revolutionary rider ringleader rioter rival robber ruler runaway runner "
    "saboteur sailor saint salesman scholar schoolboy schoolchild schoolgirl schoolteacher "
    "scientist scout sculptor seafarer seaman secessionist secretary seller senator separatist "
    "sergeant servant serviceman settler shareholder sheikh shepherd sheriff shipowner shooter "
    "shopkeeper shopper sibling signatory singer sister skipper slave smuggler sniper socialist "
    "sociologist soldier solicitor son son-in-law songwriter speaker specialist spectator "
    "speculator spokesman spokesperson spokeswoman sponsor spouse spy squatter stakeholder "
    "statesman statistician steelworker steward stockholder stonemason storekeeper stranger "
    "strategist striker strongman student subscriber subsidiary successor suitor sultan "
    "supervisor supplier supporter surgeon surveyor survivor suspect swimmer sympathiser "
    "sympathizer tailor taxpayer teacher technician teenager teller tenant terrorist theologian "
    "thief thug toddler tourist trader trafficker trainee trainer traitor translator traveler "
    "traveller treasurer tribesman trucker trustee tutor tycoon uncle undersecretary unionist "
    "user usher vendor veteran vicar victim viewer vigilante villager violinist visitor "
    "volunteer voter waiter waitress walker warden warder warlord warrior watchdog weaver "
    "welder whistleblower widow widower wife winner witness woman worker workman worshipper "
    "wrestler writer youngster youth zealot "
    "admiral alderman alderwoman arbitrator assistant barber challenger chemist claimant "
    "accuser addict ambulanceman anaesthetist applicant appointee arbiter architect arsonist "
    "attache attaché auctioneer autocrat backbencher bailiff baroness beneficiary bookseller "
    "borderer boxer bricklayer broadcaster bully burglar burgomaster cadet cameraman canvasser "
    "boatman caseworker castaway centrist chamberlain cheerleader chieftain clansman coachman "
    "commando commissar competitor comptroller conservative consort controller coordinator counsel "
    "countess cultist curate custodian deacon deckhand demagogue democrat deportee despot disciple "
    "dissenter dj don doorman draughtsman duchess duke earl emperor empress enforcer engraver "
    "epidemiologist evaluator evangelist federalist feminist feudalist fireman fiscal footballer "
    "foreman forewoman forester frontrunner funder gamekeeper goatherd goon governess grandchild "
    "grandee grandson granddaughter gravedigger greengrocer grocer gynaecologist hardman "
    "headman headmistress heckler heiress henchman hireling housekeeper hustler industrialist "
    "inquisitor intendant intermediary invigilator jeerer kingmaker lamplighter landlady legate "
    "leftist liaison liberal librarian lifer lodger lookout lord magistrate mandarin marksman "
    "marksman matriarch midshipman monitor mp mep naysayer nominee novice oligarch "
    "organist outfitter paratrooper parolee paymaster peer petitioner plaintiff plutocrat "
    "podcaster policymaker pontiff populist postmaster postmistress potentate prelate "
    "proctor progressive promoter propagandist proprietor provost publicist pusher ranger "
    "rapporteur rector regent republican resister respondent reviewer rifleman royalist "
    "schoolmaster schoolmistress seamstress seer selectman shah shaman shelterer signaller "
    "solver spokesperson spymaster stagehand staffer statistician stevedore steward stringer "
    "swindler technocrat tenor tormentor tout townsman translator tribune trooper tsar tyrant "
    "undertaker usurper valet vet veterinarian viceroy wanderer watchman whip woodcutter "
    "wrangler yeoman "
    "commandant dean ecologist groundsman gunner incumbent magnate ombudswoman prefect registrar "
    "returnee sophomore superintendent"
)
# Singular nouns for bodies, by the kind of actor they are.
_BODIES = {
    ActorKind.COMPANY: "company firm corporation conglomerate airline automaker "
    "carmaker startup subsidiary utility retailer megabank "
    "steelmaker drugmaker chipmaker mill carrier bookmaker bank fund",
    ActorKind.ORGANISATION: "union charity organisation organization association federation "
    "league society foundation ngo institute institution think-tank group club "
    "movement board trust congregation chamber "
    "confederation guild cooperative lobby academy committee consortium syndicate caucus diocese "
    "seminary caliphate patriarchate archdiocese synod think-tank co-operative",
    ActorKind.MEDIA: "newspaper tabloid broadcaster broadsheet magazine channel network website "
    "outlet newsroom daily weekly paper media press television radio",
    ActorKind.GOVERNMENT: "government parliament council cabinet junta regime assembly "
    "legislature administration leadership delegation commission authority authorities "
    "municipality coalition directorate presidium secretariat senate prefecture bloc bureau "
    "presidency treasury emirate rectorate plenum politburo",
    ActorKind.MINISTRY: "ministry",
    ActorKind.AGENCY: "police agency regulator ombudsman patrol force coastguard "
    "customs-service gendarmerie constabulary inspectorate carabineros",
    ActorKind.COURT: "court tribunal judiciary",
    ActorKind.ARMY: "army military navy battalion brigade regiment garrison infantry platoon",
    ActorKind.PARTY: "party opposition",
    ActorKind.ARMED_GROUP: "militia cartel",
}
FACILITIES = word_list(
    "school college university church mosque synagogue temple hospital clinic station factory "
    "plant mill refinery brewery shipyard supermarket hotel shop store theatre theater museum "
    "embassy palace consulate"
)
"""Nouns for places that act only as the subject of a verb: "the hospital said"."""
_CROWDS = word_list(
    "bourgeoisie caravan children citizenry clan clergy community couple crew crowd diaspora "
    "electorate elite faithful family gang household jury locals men minority mob panel "
    "personnel populace proletariat public squad staff team tribe troops women workforce youth "
    "ultras entourage peasantry nobility gentry rearguard vanguard"
)
_SHARED = MappingProxyType(
    {word: kind for kind, words in _BODIES.items() for word in words.split()}
)
_IRREGULAR = MappingProxyType(
    {
        "men": "man", "women": "woman", "children": "child", "wives": "wife", "midwives": "midwife",
        "housewives": "housewife", "thieves": "thief",
        "spies": "spy", "people": "people", "passers-by": "passer-by", "schoolchildren":
        "schoolchild", "sons-in-law": "son-in-law",
    }
)  # fmt: skip
# Plurals in these endings are people ("bloggers", "arsonists"), but for the words below.
_AGENTIVE = ("ers", "ors", "ists", "ians", "eers", "smen", "swomen")
_THINGS = word_list(
    "airliners answers badgers bangers barriers beavers beers blinkers blisters blunders "
    "boilers bombers boosters borders boulders breasts bulldozers bumpers bunkers burgers "
    "butters calendars cancers careers carriers cellars centers centimeters centimetres centres "
    "chambers chapters characters charters cheers choppers cinders ciphers clovers clusters "
    "colors colours computers containers conveyors cookers corners corridors counters crackers "
    "craters crawlers crossovers cruisers cucumbers cylinders cyphers dampers deers destroyers "
    "detonators diapers dinners disasters disorders dollars doors drawers elevators encounters "
    "errors escalators factors favors favours feathers fertilisers fertilizers fevers filters "
    "fingers firecrackers fists floors flowers folders freezers freighters frontiers genders "
    "generators gutters hammers handovers hangers hangovers harbors harbours headers headliners "
    "headquarters heaters helicopters horrors humors humours indicators injectors interceptors "
    "jeers jumpers kilometers kilometres labors labours ladders launchers layers leftovers "
    "letters levers lighters liners lists liters litres livers loudspeakers makeovers manners "
    "markers matters mergers meters metres millimeters millimetres mirrors mists monitors "
    "mortars motors newsletters numbers offers orders others otters oysters panthers papers "
    "parameters peppers piers pillars pipers pointers posters powers prayers printers "
    "processors pushovers quarters quivers radiators reactors receivers refrigerators registers "
    "remainders rivers rollers routers rubbers rumors rumours scanners scooters sectors "
    "semesters semiconductors sensors servers setters sewers shelters shoulders shutters "
    "silencers skyscrapers sleepovers sliders slippers spiders steamers stickers stopovers "
    "streamers strollers summers superpowers suppers sweaters swers takeovers tankers tempers "
    "terrors theaters theatres thunders tiers tigers timbers towers tractors trailers transfers "
    "transformers trawlers triggers trousers tumors tumours turnovers twists typewriters "
    "vectors veneers ventilators vouchers wafers wagers waists waters winters wipers wonders "
    "wrists"
)
MEMBERS = word_list(
    "fighter rebel militant gunman soldier troop troops guerrilla insurgent mercenary agent "
    "officer official militiaman commander operative paramilitary spokesman spokeswoman "
    "spokesperson member leader leadership leaders chief boss police"
)
"""Nouns, singular, that after a body's name mean the body: "RSF fighters", "ICE agents"."""
FORCES = word_list(
    "fighter rebel militant gunman soldier troop troops guerrilla insurgent mercenary agent "
    "militiaman operative"
)
"""Those of them that belong to its name: "Wagner mercenaries" is one mention."""
MASS = word_list(
    "police parliament congress management staff clergy opposition government personnel media "
    "television radio press youth customs intelligence"
)
"""Singular nouns that stand without an article and yet mean somebody in particular."""
MEASURES = frozenset(
    "army group crowd team family couple majority minority party coalition force convoy caravan "
    "gang mob community".split()
)
"""Nouns that before "of" count what follows: "a group of students"."""


def singular(noun: str) -> str:
    """The singular of a lower-case noun, by the regular rules and a few exceptions.

    >>> singular("residents"), singular("fishermen"), singular("charities"), singular("boss")
    ('resident', 'fisherman', 'charity', 'boss')
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 5:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def noun_kind(noun: str, *, plural: bool) -> ActorKind | None:
    """What sort of actor a lower-case noun names; None for a noun that names none.

    Many persons are a group, one is a role.

    >>> noun_kind("residents", plural=True).value, noun_kind("teacher", plural=False).value
    ('group', 'role')
    >>> noun_kind("union", plural=False).value, noun_kind("numbers", plural=True)
    ('organisation', None)
    """
    one = singular(noun) if plural else noun
    if noun in _CROWDS or one in _CROWDS:
        return ActorKind.GROUP
    if one in _PERSONS:
        return ActorKind.GROUP if plural and one != noun else ActorKind.ROLE
    if one in FACILITIES:
        return ActorKind.ORGANISATION
    kind = _SHARED.get(one) or _SHARED.get(noun)
    if kind:
        return kind
    agentive = plural and noun.endswith(_AGENTIVE) and noun not in _THINGS and len(noun) > 5
    return ActorKind.GROUP if agentive else None
