"""What a page says about itself rather than about the matter: sign-up lines, cookie notices, bylines, credits.

General patterns of publishers' furniture, in two strengths: phrases that occur nowhere else, and openings that are
furniture only in a short line.
"""

from __future__ import annotations

import re

_ANYWHERE = re.compile(
    r"""\b(?:
      all\ rights\ reserved
    | alle\ rechte\ vorbehalten
    | tous\ droits\ r[eé]serv[eé]s
    | todos\ los\ derechos\ reservados
    | (?:we|this\ (?:web)?site|our\ partners)\ (?:and\ our\ partners\ )?uses?\ cookies
    | (?:accept|use\ of|manage)\ (?:all\ )?cookies
    | utilis\w+\ des\ cookies
    | verwende\w*\ cookies
    | utiliz\w+\ cookies
    | cookie\ (?:settings|preferences)
    | (?:terms\ (?:of\ (?:use|service)|and\ conditions)|privacy\ policy)\ and\ (?:our\ )?(?:terms|privacy|cookie)
    | (?:see|read|agree\ to|accept)\ our\ (?:terms|privacy|cookie)
    | sign(?:ing)?\ up\ (?:for|to)\ our\b
    | sign(?:ing)?\ up\ (?:for|to)\ [\w\s']{0,30}(?:newsletter|e-?mail\ (?:alerts?|updates?)|briefing|emails?)\b
    | (?:our|free|daily|weekly|morning|evening|e-?mail)\ newsletters?
    | newsletter\ (?:abonnieren|sign-?up|anmeld\w+)
    | subscribe\ (?:now|today|here)\b
    | subscribe\ to\ (?:our|read|continue|receive|get|[\w\s']{0,30}(?:newsletter|channel|podcast))
    | abonnez[-\ ]vous
    | suscr[ií]b[ea]\w*
    | already\ (?:a\ subscriber|have\ an\ account)
    | follow\ [\w\s.]{1,40}\ on\ (?:twitter|x|facebook|instagram|telegram|linkedin|tiktok|youtube)\b
    | (?:like|find|join|visit)\ us\ on\ (?:twitter|facebook|instagram|whatsapp|telegram|linkedin|youtube)
    | (?:share|post|send|e-?mail|tweet|print)\ this\ (?:article|story|page|post|with)
    | click\ (?:here|on\ the|to\ (?:read|see|view|share|expand|subscribe)|below|through)
    | (?:tap|swipe)\ (?:here|to\ (?:see|view|read|expand))
    | contributed\ to\ this\ (?:report|story|article)
    | (?:additional\ )?reporting\ by\ [^.]{1,120};?\ (?:writing|editing|additional)
    | (?:writing|editing)\ by\ (?-i:[A-Z])\w+\ (?-i:[A-Z])
    | (?:may|must)\ not\ be\ (?:published,\ broadcast|reproduced|republished)
    | for\ reprint\ (?:rights|permission)
    | (?:article|story|piece|post|version|essay|column)\ (?:was\ )?(?:originally|first)\ (?:appeared|published)\b
    | (?:article|story|page|post)\ was\ (?:last\ )?updated
    | getty\ images | shutterstock | (?:photo(?:graph)?|image|picture|video)\ (?:credit|courtesy|caption|by)\b
    | (?:please\ )?enable\ javascript
    | media\ playback\ is
    | (?:your|this)\ browser\ (?:does\ not|doesn't|is\ not)
    | download\ (?:our|the)\ (?:free\ )?(?:\w+\ )?app\b
    | (?:skip|jump)\ to\ (?:main\ )?(?:content|navigation|comments)
    | (?:log|sign)\ in\ (?:to\ (?:your|comment|continue|read)|with\ your)
    | create\ (?:a\ free|an|your)\ account
    | support\ (?:our|independent|quality|local|public)\ (?:journalism|reporting|newsroom)
    | by\ becoming\ a\ (?:member|subscriber|patron|supporter)
    | (?:to|in)\ your\ (?:e-?mail\ )?inbox | \bunsubscribe\b | your\ e-?mail\ address
    | join\ the\ (?:conversation|discussion)\ (?:in|on|below|at|with)
    | (?:breaking|latest|daily|free|e-?mail)\ (?:news\ )?alerts
    | (?:send|give)\ us\ (?:your|feedback|a\ tip|tips)
    | (?:accept|allow|enable)\ (?:\w+\ )?cookies
    | help\ us\ keep\ our\ journalism
    | make\ a\ (?:tax-deductible\ )?donation\ to\ us
    | the\ views\ expressed\ (?:in\ this|here|above) | opinions?\ expressed\ (?:in\ this|by\ the\ author|here)
    | (?:got|have)\ a\ (?:news\ )?tip\?
    | (?:leave|post)\ (?:a\ |your\ )comments?\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_OPENING = re.compile(
    r"""\s*(?:
      (?:by|von|por|par)\ (?-i:[A-Z])[\w.'’\-]+(?:\ (?-i:[A-Z])[\w.'’\-]+){1,3}
      \s*(?:$|[|·•/]|,\s*(?-i:[A-Z])[^.]{0,60}$|and\ (?-i:[A-Z])[^.,]{0,40}$|for\ [^.,]{0,40}$|in\ \w+\s*$)
    | (?:read|see|watch|listen|hear|learn|find\ out|view|explore)\ (?:more|also|next|the\ full|our|now|on|related)\b
    | (?:advertisement|advertising|sponsored|promoted|trending|filed\ under|keywords)\s*(?::|$|\|)
    | (?:related|topics|tags|share)\s*(?::|$|\|)
    | (?:comments?|read|watch|listen)\s*(?::|$|\|)
    | (?:story\ continues|continue\ reading|scroll\ (?:down|for)|sponsored\ content)\b
    | loading\ (?:video|content|comments)\b
    | more\s*: | (?:recommended|related|most\ read)\ (?:stories|articles|links)\b
    | (?:watch|see|listen\ to|look\ at)\ the\ (?:video|gallery|clip|photos?|map|interview)\ (?:above|below)
    | (?-i:[A-Z])[\w'’]+\ (?-i:[A-Z])[\w'’]+\ reported\ from\ [^.]{2,60}\.?$
    | terms\ of\ (?:service|use)\ apply
    | this\ (?:content|video|article|story|post)\ (?:is\ (?:not|no|only)|was|has\ been|may|originally)\b
    | (?:©|\(c\)\s|copyright\b)
    | (?:last\ )?(?:updated|published|posted|modified)\b\s*(?::|on|at|\d|(?-i:[A-Z]))
    | (?:photos?|images?|pictures?|video|file\ photo|photograph|illustration|graphic|foto|bild)\s*(?::|/|\||by\b)
    | \(?(?:ap|afp|epa|reuters)(?:\ photo|/)
    | (?:contact|e-?mail|write\ to|tweet|message)\ (?:us|me|the\ (?:author|editor|reporter|writer)|\S+@)
    | (?:for\ more\ (?:information|on\ this|news|stories|details|from))\b
    | (?:sign\ up|subscribe|register|log\ in|login|sign\ in|join\ (?:us|now))\b
    | (?:follow|like)\ @ | @\w+\s*$ | https?://\S+\s*$ | www\.\S+\s*$ | \S+@\S+\.\S+\s*$
    | (?:editor['’]?s\ note|correction|disclaimer|disclosure)\s*:
    | (?:thank\ you|thanks)\ for\ (?:reading|signing|subscribing)
    | (?:do\ you\ have|what\ do\ you\ think|let\ us\ know|tell\ us|we\ want\ to\ hear)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_SHARE_WORDS = frozenset(
    ["facebook", "twitter", "linkedin", "whatsapp", "reddit", "pinterest", "email", "e-mail", "print", "share", "copy"]
)
_SHORT = 36
_SHARE_LINE = 14
_TRIGGER_WORDS = """
reserved vorbehalten reserves réservés reservados cookie cookies sign signing newsletter newsletters subscribe
subscriber abonnez suscriba suscríbase suscríbete suscribe suscribirse terms privacy follow share post send mail
e-mail email tweet print click tap swipe contributed reporting writing editing broadcast reproduced republished
reprint originally appeared published updated getty shutterstock photo photograph image picture video javascript
playback browser download skip jump log create journalism donation expressed tip comment comments account accept
app inbox unsubscribe becoming conversation discussion alerts feedback tips newsroom stories articles facebook
twitter instagram whatsapp telegram linkedin youtube links
"""
_TRIGGERS = frozenset(word + end for word in _TRIGGER_WORDS.split() for end in ("", *".,:;!?)|…"))
"""One of these stands in whatever `_ANYWHERE` finds; looking for them first is many times as fast."""


def is_boilerplate(text: str) -> bool:
    """Tell whether a sentence is a publisher's furniture, which is never evidence."""
    head = text[:600]
    pieces = head.lower().split()
    if not _TRIGGERS.isdisjoint(pieces) and _ANYWHERE.search(head):
        return True
    if len(pieces) > _SHORT:
        return False
    if _OPENING.match(head):
        return True
    if len(pieces) > _SHARE_LINE:
        return False
    shares = sum(piece.strip("|·•,.:") in _SHARE_WORDS for piece in pieces)
    return shares >= 2 and shares * 2 >= len(pieces)
