"""How people shorten, join and misspell the words that the phrases need: data only.

The right-hand sides are the plain words that the phrase tables use, so a table never needs to know
that someone typed `dnt` or `goin 2`.
"""

from .lists import words

APOSTROPHE_ENDINGS = {
    "n't": "not",
    "'m": "am",
    "'ll": "will",
    "'ve": "have",
    "'re": "are",
    "'d": "would",
}
"""Read before apostrophes are dropped: without them `i'll` and `she'd` would be other words."""

APOSTROPHE_STEMS = {"ca": "can", "wo": "will", "ai": "am"}
"""What is left of `can't`, `won't` and `ain't` without the ending."""

IS_AFTER = words(
    """
    everything he here how it life nobody nothing she someone that there what when where who
    """
)
"""Words after which `'s` says "is"; after any other word it says whose."""

SHORT_FORMS = {
    "aint": "am not", "arent": "are not", "cant": "can not", "cannot": "can not", "cnt": "can not",
    "carnt": "can not", "couldnt": "could not", "cudnt": "could not", "didnt": "did not",
    "dint": "did not", "doesnt": "does not", "dosnt": "does not", "dosent": "does not",
    "dont": "do not", "dnt": "do not", "donot": "do not", "hadnt": "had not", "hasnt": "has not",
    "havent": "have not", "isnt": "is not", "shouldnt": "should not", "wasnt": "was not",
    "werent": "were not", "wont": "will not", "wouldnt": "would not", "wudnt": "would not",
    "im": "i am", "iam": "i am", "ive": "i have", "iv": "i have", "hes": "he is", "shes": "she is",
    "theyre": "they are", "theyd": "they would", "theyll": "they will", "itll": "it will",
    "hed": "he would", "thats": "that is", "whats": "what is", "wats": "what is", "whos": "who is",
    "theres": "there is", "its": "it is", "id": "i would", "youre": "you are", "ur": "your",
    "u": "you", "r": "are", "n": "and", "b": "be", "wiv": "with", "gonna": "going to",
    "gona": "going to", "gunna": "going to", "gna": "going to", "gonner": "going to",
    "imma": "i am going to", "ima": "i am going to", "tryna": "trying to", "finna": "going to",
    "wanna": "want to", "wana": "want to", "wna": "want to", "wanta": "want to",
    "iwanna": "i want to", "gotta": "got to", "hafta": "have to", "oughta": "ought to",
    "shoulda": "should have", "cba": "can not be bothered", "wan": "want", "wnt": "want",
    "wnat": "want", "watn": "want", "wnts": "wants", "wonna": "want to", "goin": "going",
    "doin": "doing", "bein": "being", "dyin": "dying", "havin": "having", "livin": "living",
    "2": "to", "2nite": "tonight", "2night": "tonight", "2day": "today", "2moro": "tomorrow",
    "2morrow": "tomorrow", "tonite": "tonight", "tnite": "tonight", "nite": "night",
    "tmrw": "tomorrow", "tomoz": "tomorrow", "tomorow": "tomorrow", "tommorow": "tomorrow",
    "tommorrow": "tomorrow", "tmr": "tomorrow", "nemore": "anymore", "anymor": "anymore",
    "enymore": "anymore", "nething": "anything", "agen": "again", "noone": "nobody",
    "nobodys": "nobody", "nobodies": "nobody", "nowt": "nothing", "owt": "anything",
    "summat": "something", "evry1": "everyone", "every1": "everyone", "evry": "every",
    "evrything": "everything", "evryone": "everyone", "no1": "nobody", "some1": "someone",
    "sum1": "someone", "any1": "anyone", "somone": "someone", "m8": "mate", "m8s": "mates",
    "b4": "before", "l8": "late", "wud": "would", "cud": "could", "shud": "should", "wld": "would",
    "thru": "through", "wiht": "with", "wen": "when", "wot": "what", "wat": "what",
    "wots": "what is", "y": "why", "coz": "because", "cuz": "because", "bcos": "because",
    "bc": "because", "becuase": "because", "becos": "because", "tho": "though", "tbh": "honestly",
    "ngl": "honestly", "fr": "honestly", "rn": "now", "pls": "please", "plz": "please",
    "plse": "please", "ppl": "people", "wnna": "want to", "idk": "i do not know",
    "dunno": "do not know", "bf": "boyfriend", "gf": "girlfriend", "bestie": "friend",
    "meself": "myself", "mesen": "myself", "meslef": "myself", "hisself": "himself",
    "themself": "themselves", "yaself": "yourself", "urself": "yourself", "yrself": "yourself",
    "oneself": "yourself", "kil": "kill", "kll": "kill", "kyll": "kill", "killin": "killing",
    "kiling": "killing", "kilin": "killing", "klil": "kill", "kiill": "kill", "dieing": "dying",
    "dieng": "dying", "diying": "dying", "lfie": "life", "lyf": "life", "lyfe": "life",
    "lief": "life", "liffe": "life", "lif": "life", "ife": "life", "liveing": "living",
    "liv": "live", "alve": "alive", "aliv": "alive", "alife": "alive", "ded": "dead",
    "daed": "dead", "dei": "die", "deid": "died", "dai": "die", "hert": "hurt", "hurted": "hurt",
    "ennd": "end", "edn": "end", "thinkin": "thinking", "thinkng": "thinking", "endin": "ending",
    "thort": "thought", "thougts": "thoughts", "thorts": "thoughts", "thoughs": "thoughts",
    "thougths": "thoughts", "thots": "thoughts", "thoghts": "thoughts", "wich": "wish",
    "whish": "wish", "wishd": "wished", "waek": "wake", "exsist": "exist", "exhist": "exist",
    "exsit": "exist", "exsisting": "existing", "excist": "exist", "disapear": "disappear",
    "dissapear": "disappear", "dissappear": "disappear", "goodby": "goodbye", "goobye": "goodbye",
    "gudbye": "goodbye", "sory": "sorry", "sry": "sorry", "famly": "family", "desrve": "deserve",
    "diserve": "deserve", "burdon": "burden", "burdan": "burden", "piont": "point",
    "pont": "point", "resaon": "reason", "reson": "reason", "werth": "worth", "noonee": "nobody",
    "funral": "funeral", "harmin": "harming", "hurtin": "hurting", "selfharmin": "selfharming",
    "slef": "self", "sefl": "self", "sellf": "self", "harmd": "harmed", "sh'd": "selfharmed",
    "sewerslide": "suicide", "sewerslides": "suicide", "sewercide": "suicide",
    "sewerslidal": "suicidal", "sewersidal": "suicidal", "suey": "suicidal", "brethe": "breathe",
    "breath": "breathe", "breathin": "breathing", "breating": "breathing", "brething": "breathing",
    "pian": "pain", "chset": "chest", "cheast": "chest", "chst": "chest", "hart": "heart",
    "haert": "heart", "heavly": "heavily", "bleedin": "bleeding", "bleading": "bleeding",
    "colapsed": "collapsed", "strok": "stroke", "tounge": "tongue", "unconcious": "unconscious",
    "unconsious": "unconscious", "ambulence": "ambulance", "abusd": "abused", "abusiv": "abusive",
    "abuce": "abuse", "voilent": "violent", "violant": "violent", "violance": "violence",
    "punchd": "punched", "threatnin": "threatening", "threatning": "threatening",
    "controling": "controlling", "touchd": "touched", "touchin": "touching", "sexualy": "sexually",
    "sexaully": "sexually", "asaulted": "assaulted", "assulted": "assaulted",
    "asulted": "assaulted", "asault": "assault", "assult": "assault", "raiped": "raped",
    "rapd": "raped", "groaped": "groped", "sa'd": "assaulted sexually", "hubby": "husband", "hom": "home",
    "husbend": "husband", "husben": "husband", "patner": "partner", "partnr": "partner",
    "freind": "friend", "freinds": "friends", "frend": "friend", "collegue": "colleague",
    "colleage": "colleague", "collage": "colleague", "colege": "colleague",
    "collegues": "colleagues", "colleauge": "colleague", "daugter": "daughter",
    "dauhgter": "daughter", "mom": "mum", "mummy": "mum", "daddy": "dad",
}  # fmt: skip
"""One typed word to one or more plain words."""

COMPOUNDS = {
    ("my", "self"): "myself", ("me", "self"): "myself", ("her", "self"): "herself",
    ("him", "self"): "himself", ("his", "self"): "himself", ("your", "self"): "yourself",
    ("them", "selves"): "themselves", ("their", "self"): "themselves", ("no", "one"): "nobody",
    ("no", "body"): "nobody", ("any", "more"): "anymore", ("no", "more"): "nomore",
    ("any", "one"): "anyone", ("any", "body"): "anybody", ("every", "one"): "everyone",
    ("every", "body"): "everybody", ("every", "thing"): "everything", ("some", "one"): "someone",
    ("to", "night"): "tonight", ("no", "longer"): "nolonger", ("self", "harm"): "selfharm",
    ("self", "harming"): "selfharming", ("self", "harmed"): "selfharmed",
    ("self", "harms"): "selfharms", ("self", "harmer"): "selfharmer",
    ("self", "injury"): "selfharm", ("self", "injure"): "selfharm",
    ("self", "injuring"): "selfharming", ("self", "injured"): "selfharmed",
    ("self", "injurious"): "selfharm", ("self", "hurt"): "selfharm", ("un", "alive"): "unalive",
    ("sui", "cidal"): "suicidal", ("sui", "cide"): "suicide", ("good", "bye"): "goodbye",
    ("service", "user"): "client", ("service", "users"): "clients", ("step", "dad"): "stepdad",
    ("step", "father"): "stepdad", ("a", "live"): "alive", ("dis", "appear"): "disappear",
    ("fed", "up"): "fedup", ("work", "mate"): "workmate", ("team", "mate"): "teammate",
    ("co", "worker"): "coworker", ("line", "manager"): "manager", ("other", "half"): "partner",
    ("in", "law"): "inlaw", ("in", "laws"): "inlaws", ("sew", "slide"): "suicide",
    ("sewer", "slide"): "suicide", ("house", "mate"): "housemate", ("flat", "mate"): "flatmate",
    ("band", "mate"): "teammate", ("over", "dose"): "overdose", ("over", "dosed"): "overdosed",
}  # fmt: skip
"""Two words that people write apart or together."""

KEY_WORDS = words(
    """
    abused abusive alive ambulance anymore assault assaulted bleeding boyfriend breathing collapsed
    colleague controlling controls deserve disappear domestic ending everyone everything existing
    funeral girlfriend goodbye groped harming herself himself hurting husband killing living myself
    overdose overdosed partner pointless raped reason selfharm selfharmed selfharming sexual
    sexually stabbed suicidal suicidally suicide swelling themselves thinking thoughts threatening
    threatens tomorrow tonight unalive unaliving unconscious violence violent worthless yourself
    """
)
"""Words that matter here and are long enough to be recognised with one slip of the finger."""

LOOKALIKES = words(
    """
    abuser abuses ailing alien alike arming arrive assaulter assaults bending billing bleedings
    blending breeding charming collapses colleagues control controlled deserved deserves deserving
    disappeared disappears domestics dwelling evening everyones exciting exiting farming fending
    filling giving griped groomed grope grouped haring harking harping hating having heading hunting
    hurdling hurling hurrying husbands hushand kicking kidding killings kilting lending liking
    lining loving lying mending milling olive overdone overdoses parter partners pattern raced raged
    ramped rapes rapid rapped rated raves reappear reasons season selling sending sexuality skilling
    slive smelling spelling stubbed suicides taped telling tending thinkings thinks thinning thought
    threaten threatened tonights treatment vending violently violet violets warming willing
    """
)
"""Ordinary words one letter away from a key word: never repaired."""

PIECES = words(
    """
    alive all anymore be cant dead die dont end ending feel going gonna harm harming help hurt
    hurting i im it kill killing kms life live living me my myself not of own self selfharm suicidal
    suicide take thoughts tired to unalive wanna want
    """
)
"""The words that a run-together line such as `iwanttodie` is taken apart into."""

PIECE_CORES = words(
    """
    alive dead die harm hurt kill killing kms life live living myself selfharm suicidal suicide
    unalive
    """
)
"""A run-together word is only taken apart when one of these is in it."""
