"""Abbreviations that end in a full stop, by what may follow them; all lower-cased and without the last stop.

General lists (English first, then the languages a European desk reads), drawn up from style guides: the Oxford Style
Manual, the GPO Style Manual, Duden and the Real Academia's list.
"""

from __future__ import annotations

_TITLES = """
mr mrs ms mx messrs mme mlle dr prof st ste sen sens rep reps gov govs lt lieut gen col maj capt cpt cpl pvt
sgt cmdr comdr cdr adm brig insp supt amb hon rt rev revd fr msgr pres dep asst atty sec'y min dir chmn
prof-emer maj-gen lt-gen lt-col brig-gen vice-adm sr sra srta ud uds dña dª hr fr frl dipl ing mag dott sig
sigg on avv arch rag sr.ª exmo dra prof.ª p.t pan mgr mudr judr phdr rndr doc gens cols capts sgts supts profs
drs spc pfc pte gnr wg flt sqn
"""

_BEFORE_NUMBER = """
no nos nr art arts sec secs sect sects § fig figs p pp pg pgs vol vols ch chap chaps cl para paras par pt pts
app annex reg regs rule ex exh tab tbl eq eqs n nn fn col cols op ser sched res stat cap ca approx est circa
tel ext av núm num pág págs abs ziff bd kap anm s str čl č odst sb rozp poz ust zał r rys nb abb jan feb mar
apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
"""

_NEVER_LAST = """
e.g i.e eg ie cf viz vs v al pub seq ff z.b d.h u.a u.ä s.o s.u i.d.r bzw ggf vgl inkl sog z.t o.ä bspw evtl
p.ej ej p.ex np m.in tzw tzn tj ok np tzv např tj resp mj kupř napr tzn mt ft c.f q.v ibid loc cit ed eds
trans repr hrsg hg bl env ex
"""

_MAYBE_LAST = """
inc ltd co corp bros cos jr sr esq dept depts univ assn ave blvd rd hwy sq bldg etc usw itd itp atd apod incl
excl min max avg mt mts ft in lb lbs oz yd hr hrs mi km sec gov't int'l nat'l intl natl admin comm cong dist
div est exec fed gp lab mfg mgmt org opp dec'd m.p plc llc llp gmbh ag s.a n.v u.s u.k u.n e.u d.c l.a n.y
u.s.c h.r s.j s.r h.j h.con ph.d m.d b.a m.a j.d a.m p.m a.d b.c ee.uu rd ok calif ariz colo conn fla ga ill
ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ala ark ont que
"""

TITLES = frozenset(_TITLES.split())
BEFORE_NUMBER = frozenset(_BEFORE_NUMBER.split())
_LOWERED_TITLES = """
mr mrs ms messrs dr prof st lt gen sen gov col maj capt sgt rev
"""
LOWERED_TITLES = frozenset(_LOWERED_TITLES.split())
NEVER_LAST = frozenset(_NEVER_LAST.split())
MAYBE_LAST = frozenset(_MAYBE_LAST.split())

_STARTERS = """
the a an this that these those it its he she they we i you his her their our my your there here in on at for
from with by to of as if when while where after before since until although though because but and or nor so
yet however moreover meanwhile instead also still then thus therefore once now today yesterday tomorrow
earlier later last next both each every some many most several few all no not none one two three four five
another other such what who why how which whose is are was were do does did has have had will would can could
may might should must let under over during among between according despite unlike like without within through
against about even only just more less than following asked speaking der die das ein eine er sie es wir ich im
am in an auf mit nach bei von zu für und aber doch auch dies diese dieser le la les un une il elle ils elles
on nous ce cette ces dans en à pour par sur avec mais et l' el la los las un una él ella ellos en por para con
pero y este esta estos se lo il lo gli i una nel della ma e de het een hij zij ze wij dit dat deze met voor
maar o os as um uma ele ela no na em com mas w z na po to ten ta
"""

STARTERS = frozenset(_STARTERS.split())
"""Words that, with a capital, nearly always begin a sentence (after "U.S." or "Inc.", say)."""

_ZONES = """
est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet cest eet msk ist jst kst aest hkt eastern pacific
central mountain monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept
oct nov dec january february march april may june july august september october november december local
"""
ZONES = frozenset(_ZONES.split())
"""What may follow "a.m." or "p.m." inside a sentence."""

_GERMAN_MONTHS = """
januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert
jahrhunderts bundestag legislaturperiode wahlperiode januars
"""
GERMAN_MONTHS = frozenset(_GERMAN_MONTHS.split())

_REPORTING = """
said says asked asks told tells added adds wrote writes replied replies shouted cried demanded wondered
answered exclaimed joked quipped continued tweeted posted fragte sagte rief
"""
REPORTING = frozenset(_REPORTING.split())
"""After '"… ?"' and a name, these show that the sentence goes on."""
