"""English words that say nothing about which event an article reports.

Function words, words of reporting, and names of days and months, folded as `words.fold` does.
"""

_WORDS = """
about above according across added after again against ago all almost along already also although
alway am amid among an and another any apr april are arent around as asked at aug august away back
be became because become been before began behind being below between both but by call called came
can cannot cant come comment commented could couldnt day days dec december did didnt do does
doesnt done dont down dr during each early even ever every far feb february few first five former
found four fri friday from gave get give given go goes going good got had hadnt has hasnt have
havent having he her here hers hes him himself his hour how however if ill im in into is isnt it
its itself ive jan january jul july jun june just keep kept know known last late later least less
let lets like long look made make making many mar march may me member might million minute mon
monday month more morning most mr mrs ms much must my near need never new news next night no nor
not nothing nov november now number oct october of off often old on once one only or other our out
over own part past people per place pm put quite rather really report reported reporter reporting
right said sat saturday saw say saying says second see seen sep sept september several shall she
shes should shouldnt since sir six so some something spokesman spokeswoman statement still such
sunday take taken tell telling ten than that the their them themselve then there these they theyre
thing think this those though three through thu thursday time to today together told too took
toward tue tuesday two under until up upon us use used using very via want was wasnt way we wed
wednesday week well went were werent weve what when where whether which while who whole whom whose
why will with within without wont work would wouldnt year yes yesterday yet you your youre
"""

STOPWORDS = frozenset(_WORDS.split())
"""Folded words that count for no event."""
