"""The forms of paragraph that are never text of an article: the table behind `boilerplate`.

Collected from the pages, blogs and data sets that researchers save. Every form was tried on 67,338
paragraphs of 2,589 news articles of 95 outlets; after adding one, look through what it takes out
of such a collection before it stays. Case is set aside.
"""

from collections.abc import Mapping

_MEDIA = (
    r"(?:facebook|twitter|x|instagram|whats ?app|linkedin|reddit|telegram|tiktok|you ?tube"
    r"|threads|bluesky|pinterest|flipboard|google news|messenger|snapchat)"
)
_SHARE = (
    rf"(?:share|tweet|post|e-?mail|print|save|pin|pin it|copy link|link|bookmark|send|{_MEDIA}"
    r"|this|article|story|via|by|on|with|to|or|and|\d+(?:\.\d+)?k?|shares)"
)
_LETTER = (
    r"(?:newsletters?|e-?mails?|inbox|alerts?|updates|podcasts?|briefings?|notifications"
    r"|membership|channel|digest|roundup)"
)
_AGENCY = (
    r"(?:AP|Reuters|AFP|EPA|Getty Images|Getty|Agence France-Presse|Associated Press|Bloomberg"
    r"|iStock(?:photo)?|Shutterstock|PA(?: Wire| Images| Media)?|Alamy|Xinhua|TASS|Rex Features"
    r"|(?:Staff )?Photographer|NurPhoto|Anadolu(?: Agency)?|dpa|UPI)"
)
_WIRE = (
    r"(?:AP|Reuters|AFP|dpa|UPI|PTI|ANI|IANS|UNI|Xinhua|TASS|Interfax|EFE|ANSA|AAP|PA|Kyodo|Yonhap"
    r"|Bernama|Antara|Anadolu(?: Agency)?|(?:the )?Associated Press|Agence France-Presse"
    r"|Press Association|Canadian Press|Press Trust of India|(?:news )?agencies|wires)"
)

FORMS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "blog-footer": (
        "what blog software puts under every post",
        (
            r"no comments\W*",
            r"(?:post|leave|add|write) (?:a|your) (?:comment|reply)\W*",
            r"(?:newer|older) posts?|newer posts? older posts?|blogthis!?",
            r"posted by .{1,60} at \d.{0,40}",
            r"subscribe to:? (?:post comments|posts|comments)\b.*",
        ),
    ),
    "comments": (
        "the way to the readers' comments",
        (
            r"(?:\d+ |view |show |hide |read |load |see |all |join )?(?:the )?comments?"
            r"(?: \(\d+\)| below| section)?\W*",
            r"join (?:the|our) (?:conversation|discussion|debate|commenting forum)\W*",
            r"join thought-provoking conversations.*",
            r"(?:do )?you (?:think|agree|disagree)\b.*\b(?:in|via) the comments?\b.*",
            r"(?:let us know|tell us|have your say|share your (?:thoughts|views))\b.*\b(?:comments?"
            r"|below)\W*",
            r"comments (?:are|have been) (?:closed|disabled|turned off)\b.*",
        ),
    ),
    "read-more": (
        "a link to another page",
        (
            r"\W*(?:read|see|learn|find out|discover|watch|listen) (?:more|also|next|here"
            r"|the (?:full|whole|original) (?:story|article|report|interview|text|video))\b"
            r".{0,160}(?<![.!?”\"])",
            r"\W*(?:read|watch|listen) (?:on|now|live)\W*",
            r"\W*(?:(?:read|see|watch|listen|you may|you might) (?:also|like|more|next)|more"
            r"|related(?: (?:stories|articles?|content|coverage|topics|news|story|video|reading))?"
            r"|also read|also see|recommended|don['’]t miss|in pictures|photos?|videos?"
            r"|slideshow|gallery|full coverage|trending|watch)\s*[:>»]\s*"
            r".{0,160}",
            r".{1,200}[^.] read more\W*",
            r"(?:most (?:read|popular|viewed|shared)(?: in .{1,30})?|popular"
            r"|trending(?: now)?|top stories|more from .{1,40}|more on (?:this|the|that)\b.{0,40}"
            r"|more stories|you may also like"
            r"|recommended for you|related (?:stories|articles|content|topics|posts)|latest news"
            r"|editors?['’]s? picks?|what to read next|up next|next up|slideshow \(\d+ images?\)"
            r"|continue reading(?: the main story| below)?|skip (?:to|past) .{1,40}|back to top"
            r")\W*",
            r"just watched\b.*\bmust watch\b.*",
            r"(?:\W*click here (?:to|for)\b.*|for more\b.{0,60}\bclick here\b.*)",
            r"(?:for more )?(?:stories|news) like this\b.*|for more stories like this, .*",
            r"read or share this (?:story|article)\b.*",
            r"visit .{1,40}['’]s homepage for more\b.*",
        ),
    ),
    "newsletter": (
        "an invitation to subscribe",
        (
            rf"\W*(?:sign[ -]?up|subscribe|register|opt in)\b.*\b{_LETTER}\b.*",
            r"\W*join (?:our|the) (?:newsletter|mailing list|channel)\b.*",
            r"(?:sign[ -]?up|subscribe|register|log ?in|sign in|join)"
            r"(?: (?:now|today|here|free|for free|or log ?in|or sign in))*\W*",
            r"subscribe to .{1,80}(?<!\.)",
            r"sign[ -]?up (?:for|to) .{1,80}(?<!\.)",
            r".{0,160}\b(?:delivered|sent|straight|directly|direct|right)"
            r"(?: (?:straight|directly))? to your (?:inbox|e-?mail|phone|device|mailbox)\b.*",
            r".{0,160}\bin your inbox\b.*",
            r".{0,120}\bnewsletters?\b.{0,40}\bsign[ -]?up\b.*",
            r".{0,120}\bsign[ -]?up (?:for|to) (?:our|the|a|its) .{0,40}newsletters?\b.*",
            r"by (?:signing up|subscribing|registering|entering your e-?mail|clicking)\b.*",
            r"(?:enter|please enter|your) (?:your )?(?:a valid )?e-?mail(?: address)?\b.*",
            r"(?:invalid|please enter a valid) e-?mail address\b.*",
            r"(?:thank you|thanks) for (?:subscribing|signing up)\b.*",
            r"you can unsubscribe at any time\b.*",
            r"(?:get|receive) (?:the )?(?:latest|breaking|our|top|daily|more) .{0,80}\b"
            r"(?:alerts?|newsletters?|inbox|by e-?mail|every (?:morning|day|week))\b.*",
            r"let our news meet your inbox\b.*",
            r"daily politics news delivered\b.*",
            r"this site is protected by (?:hcaptcha|recaptcha)\b.*",
            r"(?:become a (?:member|subscriber|supporter)|support (?:our|independent) journalism"
            r"|donate(?: now| today)?|make a (?:donation|contribution))\b.{0,160}",
        ),
    ),
    "copyright": (
        "the notice of rights",
        (
            r"\W*copyright\s*(?:©|\(c\)|\d{4}|by\b).*",
            r"\W*(?:©|\(c\)\s*(?:copyright|\d{4})).*",
            r".*\ball rights reserved\b.*",
            r"this (?:material|article|story|content|report|work) (?:may|must|can) ?not be "
            r"(?:published|reproduced|republished|broadcast|copied|rewritten|redistributed)\b.*",
            r"(?:any )?(?:reproduction|republication|redistribution|duplication)\b.{0,80}\b"
            r"(?:in whole or in part|without (?:\w+ ){0,3}(?:permission|consent))\b.*",
            r"(?:for )?(?:reprint|reprints|licensing)\b.{0,80}\b(?:permissions?|inquiries|contact)"
            r"\b.*",
            r"content created by .* is available without charge\b.*",
            r"our standards: .{0,80}\btrust principles\b.{0,20}",
        ),
    ),
    "cookies": (
        "the notice on cookies",
        (
            r"\W*(?:we(?: and our partners)?|(?:this|our) (?:web ?)?site|this page)"
            r" uses? (?:\w+ ){0,2}cookies\b.*",
            r"(?:accept|reject|allow|manage|your|our)? ?(?:all )?cookies?"
            r"(?: (?:policy|settings|preferences|notice|choices))?\W*",
            r"(?:privacy policy|terms (?:of (?:use|service)|and conditions|& conditions)"
            r"|do not sell my (?:personal )?info\w*)"
            r"(?:\W+(?:and )?(?:privacy policy|terms of (?:use|service)|cookie policy))*\W*",
            r"by (?:continuing|using this site)\b.*\b(?:cookies|terms|policy)\b.*",
        ),
    ),
    "share": (
        "buttons for sharing",
        (
            rf"(?:share|tweet|e-?mail|print|{_MEDIA}|copy link|\d+ shares?)"
            rf"(?:[\s,|/•·:]+{_SHARE})*\W*",
            rf"\W*follow (?:us|@\w+|.{{1,100}}) on {_MEDIA}\b.*",
            rf"\W*(?:like|find|join|connect with) (?:us|our page) on {_MEDIA}\b.*",
            r"\W*follow @\w+\W*",
            rf"{_MEDIA}(?:[\s,|/•·]+{_MEDIA})+\W*",
        ),
    ),
    "advertisement": (
        "the mark of an advertisement",
        (
            r"\W*(?:advertisements?|advertising|advert|ads?|sponsored(?: content| by .{1,40})?"
            r"|promoted(?: content| stories)?|paid (?:content|post)|promotion)\W*"
            r"(?:continue reading the main story|story continues below)?\W*",
            r"(?:story|article) continue[sd] (?:below|after)\b.{0,40}",
            r"(?:scroll (?:down )?to continue|skip ad|close ad|report (?:this )?ad)\b.{0,40}",
            r"something to consider if you enjoyed this article\b.*",
        ),
    ),
    "application": (
        "an invitation to install an application",
        (
            r"(?:\W*)(?:download|get|install|try) (?:the|our) .{0,60}\bapps?\b.*",
            r"(?:available|download it|get it) (?:on|from) (?:the )?(?:app store|google play)\b.*",
        ),
    ),
    "contact": (
        "an invitation to write to the newsroom",
        (
            r"(?:have|got|do you have) (?:a|any|more|an)\b.{0,30}\b(?:story|tips?|information|news)"
            r"\b.{0,40}\?.*",
            r"(?:send|submit|e-?mail) (?:us )?(?:your )?(?:news )?(?:tips|story ideas|stories"
            r"|corrections|comments)\b.*",
            r"(?:contact|e-?mail|write to) (?:the (?:author|writer|reporter|editor)|us|him|her)\b"
            r".{0,80}",
            r"get in touch with (?:our|the|us)\b.{0,120}",
            r"\[?email protected\]?",
        ),
    ),
    "media-frame": (
        "the frame around a picture or a film, without words of the outlet",
        (
            r"(?:enlarge this image|toggle caption|hide caption|image source)(?: toggle caption)?"
            r"(?-i:(?:\s+(?:[^\sa-z]\S*|i[A-Z]\S*|for|of|the|via|and|de))*)",
            r"(?:video|play video|watch live|live|photos?|images?|graphic|map|chart|audio|close"
            r"|loading|gallery|slideshow|playback|pause|mute|unmute|replay|\[?pullquote\]?"
            r"|\[?break\]?|this video is (?:unavailable|not available).*|media playback is .*"
            r"|your browser does not support.*|transcript|embed)(?: \d+ of \d+)?\W*",
        ),
    ),
    "credit": (
        "the credit of a picture alone",
        (
            r"\(?(?:photos?|photograph|image|picture|illustration|graphic|video)(?: ?(?:credit|by"
            rf"|courtesy(?: of)?|via))*\s*:?\s*[^.]{{1,60}}{_AGENCY}\)?",
            rf"[^.,]{{1,40}}(?:[/|,—–-]\s*|\s[—–-]\s){_AGENCY}(?:\s*(?:[/|—–]|via)\s*{_AGENCY})*",
        ),
    ),
    "credits": (
        "who else worked on the report",
        (
            r".{1,300}\bcontributed(?: reporting| writing)? (?:to|for) (?:this|the) "
            r"(?:report|story|article|post|piece)\b[^.]{0,60}\.?",
            r".{1,160}\bcontributed (?:reporting|research)\b[^.]{0,80}\.?",
            r"\W*(?:contributing|contributors?|(?:with )?additional reporting(?: by| from)?"
            r"|with reporting (?:by|from)|(?:reporting|editing|writing|compiled|translated) by)"
            r"\s*:?\s+(?-i:[A-Z]).{1,200}",
            r"with (?:post|news|wire|agency|agencies) (?:wires?|agencies|services?|reports?)\W*",
        ),
    ),
    "agency-tail": (
        "which agency the text came from, in a line of its own",
        (
            rf"[-–—\s(\[]*(?:(?:source|via|from)\s*:?\s*)?{_WIRE}(?:\s*(?:[/,&+]|and|with)\s*{_WIRE})*"
            r"[)\].\s]*",
            r"\W*(?:with|including|by) (?:\w+ )?(?:inputs?|files?|reports?|agency inputs"
            rf"|material)(?: (?:from|by) (?:(?:news )?agencies|the wires|{_WIRE}"
            rf"(?:(?:,|,? and| &) (?:the )?{_WIRE})*))?\W*",
            r"\W*this (?:story|article|report)\b.{0,120}\b(?:syndicated|agency|wire) feed\b.{0,40}",
            r"\W*this (?:story|article|report) (?:was |has been )?(?:originally |first )"
            r"(?:published|appeared)\b.{0,120}",
        ),
    ),
    "update-note": (
        "a note on the state of the page",
        (
            r"this (?:story|article|post|page|report) (?:has been|was|will be|is being) "
            r"(?:updated|corrected|amended)\b.{0,80}",
            r"this article is more than \d+ (?:year|month)s? old\W*",
            r"(?:this is a |a )?(?:breaking|developing)(?: news?)? story(?:\W.{0,120})?",
            r"(?:more (?:to follow|details soon)|check back (?:for|soon)|stay with us)\b.{0,80}",
            r"\d+ (?:minute|hour|day|week|month|year)s? ago\W*",
            r"\d+ min(?:ute)?s?(?: to)? read\W*|(?:estimated )?reading time\b.{0,30}",
        ),
    ),
    "rule-off": (
        "a line without a word",
        (r"(?:[^\w\"“”„‟'‘’«»]|_)+", r"\W*(?:ends|30)\W*"),
    ),
}  # fmt: skip
"""For each rule its reason and the forms, any of which a whole paragraph may have."""
