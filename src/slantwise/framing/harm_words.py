"""Words that tell harm: verbs, nouns, losses; and the words that show that none is meant.

What `harms` looks for. Only words that mostly mean harm are listed, the same in every form; "hit",
"struck", "attack" and "executed" are left out, for they mostly mean otherwise. Chosen on
corpora/agency/dev.jsonl and general knowledge; `slantwise evaluate agency` measures a change.
"""

import re

_VERBS = (
    r"kill(?:s|ed|ing)?|murder(?:s|ed|ing)?|assassinat(?:es?|ed|ing)|behead(?:s|ed|ing)?|"
    r"shot(?: dead| down)?|gunned down|mow(?:ed|n) down|slain|slew|massacr(?:ed|es|ing)|"
    r"hanged|lynch(?:ed|es|ing)|strangl(?:es?|ed|ing)|poison(?:s|ed|ing)?|"
    r"wound(?:s|ed|ing)|injur(?:es|ed|ing)|maim(?:s|ed|ing)?|blind(?:ed|ing)|"
    r"beat(?:s|en|ing)?(?: up)?|club(?:bed|bing)|bludgeon(?:s|ed|ing)?|stab(?:s|bed|bing)|"
    r"flog(?:s|ged|ging)|trampl(?:es?|ed|ing)|tortur(?:ed|es|ing)|rap(?:ed|es|ing)|"
    r"displac(?:es?|ed|ing)|evict(?:s|ed|ing)?|expel(?:s|led|ling)?|deport(?:s|ed|ing)?|"
    r"(?:drove|driven|forced) (?:out|from (?:his|her|their) homes?)|"
    r"detain(?:s|ed|ing)?|arrest(?:s|ed|ing)?|jail(?:s|ed|ing)|imprison(?:s|ed|ing)?|"
    r"abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping)?|gass(?:ed|ing)|tear-gass(?:ed|ing)|"
    r"bomb(?:s|ed|ing)|shell(?:ed|ing)|blew up|blown up|"
    r"demolish(?:es|ed|ing)?|destroy(?:s|ed|ing)?|raz(?:es|ed|ing)|torch(?:ed|es|ing)|"
    r"burn(?:s|ed|t|ing) (?:down|alive)|set (?:fire to|alight|ablaze)|"
    r"loot(?:s|ed|ing)?|ransack(?:s|ed|ing)?|pillag(?:es?|ed|ing)|vandali[sz](?:es?|ed|ing)"
)
VERB = re.compile(rf"(?<![-\w])(?:{_VERBS})\b", re.I)
"""A verb that may tell harm."""

NOUN = re.compile(
    r"\b(?:killings?|murders?|assassinations?|massacres?|lynchings?|stabbings?|beheadings?|"
    r"bombings?|bombardment|shelling|destruction|demolitions?|razing|torching|burning|looting|"
    r"ransacking|torture|rapes?|poisoning|evictions?|expulsions?|deportations?|displacement|"
    r"beatings?|detentions?|arrests?|abductions?|kidnappings?|air ?strikes? on|"
    r"(?:drone|missile|rocket) strikes? on)\b",
    re.I,
)
"""A noun that may tell harm."""

LOSS = re.compile(
    r"\b(?:(?:died|perished)(?! (?:of|aged|at the age|peacefully|in (?:his|her|their) sleep))|"
    r"lost (?:his|her|their) (?:life|lives|homes?|sight|legs?|arms?|hands?)|"
    r"lost an? (?:eye|leg|arm|hand|foot)|(?:was|were) (?:found|left) dead)\b",
    re.I,
)
"""A death or a loss told as something that befell somebody."""

INSTRUMENT = re.compile(
    r"\b(?:strikes?|airstrikes?|raids?|bombs?|bombing|bombardment|shelling|shells?|fire|gunfire|"
    r"explosions?|blasts?|rockets?|missiles?|drones?|attacks?|operation|offensive|assault|"
    r"clashes|violence|bullets?|fighting|war)\b",
    re.I,
)
"""A thing or an event that does harm while nobody is said to do it."""

NO_HARM = re.compile(
    r"\b(?:earthquakes?|quakes?|floods?|storms?|cyclones?|hurricanes?|typhoons?|avalanches?|"
    r"landslides?|lightning|wildfires?|crash\w*|collisions?|accidents?|derail\w*|capsiz\w*|virus|"
    r"disease|outbreak|heatwave|drought|volcan\w*|tsunami|pandemic|cancer|"
    r"goals?|goalkeepers?|scor(?:ed?|ing)|semi-?finals?|league|champions?|cup|teams?|"
    r"match|playoffs?|innings|wickets?|odds|deadline)\b",
    re.I,
)
"""Nature, mishap and sport: words beside which the listed ones tell no harm that people do."""

IDIOM = re.compile(
    r"\s+(?:off\s+)?(?:the |a |an |any |all |its |his |her |their |our |what |that )?"
    r"(?:\w+ )?(?:bill|time|idea|ideas|deal|motion|proposal|amendment|plan|project|hope|hopes|"
    r"mood|appetite|rumou?rs?|joke|record|odds|trust|credibility|confidence|reputation|"
    r"career|careers|argument)\b",
    re.I,
)
"""What follows a verb of harm that is meant in no such sense ("killed the bill")."""
