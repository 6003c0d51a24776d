"""How people shorten, join and misspell the words that the phrases need: data only.

Everything is written folded (see `normalise.fold`): lower case, no accents. The right-hand sides are the plain words that the
phrase tables use, so a table never needs to know that someone typed `dnt` or `goin 2`.
"""

APOSTROPHE_ENDINGS = {
    "n't": "not",
    "'m": "am",
    "'ll": "will",
    "'ve": "have",
    "'re": "are",
    "'d": "would",
}
"""Read before apostrophes are dropped, because `i'll`, `she'd` and `we'll` would turn into other words without them."""

IS_AFTER = frozenset("he she it that what who there how where here when someone everything nothing nobody life".split())
"""Words after which `'s` says "is"; after any other word it says whose."""

SHORT_FORMS = {
    "aint": "am not", "arent": "are not", "cant": "can not", "cannot": "can not", "cnt": "can not", "carnt": "can not",
    "couldnt": "could not", "cudnt": "could not", "didnt": "did not", "dint": "did not", "doesnt": "does not",
    "dosnt": "does not", "dosent": "does not", "dont": "do not", "dnt": "do not", "donot": "do not",
    "hadnt": "had not", "hasnt": "has not", "havent": "have not", "isnt": "is not", "shouldnt": "should not",
    "wasnt": "was not", "werent": "were not", "wont": "will not", "wouldnt": "would not", "wudnt": "would not",
    "im": "i am", "iam": "i am", "ive": "i have", "iv": "i have", "hes": "he is", "shes": "she is", "theyre": "they are",
    "theyd": "they would", "theyll": "they will", "itll": "it will", "hed": "he would", "thats": "that is",
    "whats": "what is", "wats": "what is", "whos": "who is", "theres": "there is", "its": "it is", "id": "i would",
    "youre": "you are", "ur": "your", "u": "you", "r": "are", "n": "and", "b": "be", "w": "with", "wiv": "with",
    "gonna": "going to", "gona": "going to", "gunna": "going to", "gna": "going to", "gonner": "going to",
    "imma": "i am going to", "ima": "i am going to", "tryna": "trying to", "finna": "going to",
    "wanna": "want to", "wana": "want to", "wna": "want to", "wanta": "want to", "iwanna": "i want to",
    "gotta": "got to", "hafta": "have to", "oughta": "ought to", "shoulda": "should have", "cba": "can not be bothered",
    "wan": "want", "wnt": "want", "wnat": "want", "watn": "want", "wan't": "want", "wnts": "wants", "wonna": "want to",
    "goin": "going", "doin": "doing", "bein": "being", "dyin": "dying", "havin": "having", "livin": "living",
    "2": "to", "2nite": "tonight", "2night": "tonight", "2day": "today", "2moro": "tomorrow", "2morrow": "tomorrow",
    "tonite": "tonight", "tnite": "tonight", "nite": "night", "tmrw": "tomorrow", "tomoz": "tomorrow",
    "tomorow": "tomorrow", "tommorow": "tomorrow", "tommorrow": "tomorrow", "tmr": "tomorrow", "nemore": "anymore",
    "anymor": "anymore", "enymore": "anymore", "nething": "anything", "agen": "again", "noone": "nobody",
    "nobodys": "nobody", "nobodies": "nobody", "nowt": "nothing", "owt": "anything", "summat": "something",
    "evry1": "everyone", "every1": "everyone", "evry": "every", "evrything": "everything", "evryone": "everyone",
    "no1": "nobody", "some1": "someone", "sum1": "someone", "any1": "anyone", "somone": "someone",
    "m8": "mate", "m8s": "mates", "b4": "before", "l8": "late", "wud": "would", "cud": "could", "shud": "should",
    "wld": "would", "thru": "through", "wiht": "with", "wen": "when", "wot": "what", "wat": "what", "wots": "what is",
    "y": "why", "cos": "because", "coz": "because", "cuz": "because", "bcos": "because", "bc": "because",
    "becuase": "because", "becos": "because", "tho": "though", "tbh": "honestly", "ngl": "honestly", "fr": "honestly",
    "rn": "now", "pls": "please", "plz": "please", "plse": "please", "ppl": "people", "wnna": "want to",
    "idk": "i do not know", "dunno": "do not know", "bf": "boyfriend", "gf": "girlfriend", "bestie": "friend",
    "meself": "myself", "mesen": "myself", "meslef": "myself", "meself's": "myself", "hisself": "himself",
    "themself": "themselves", "yaself": "yourself", "urself": "yourself", "yrself": "yourself", "oneself": "yourself",
    "kil": "kill", "kll": "kill", "kyll": "kill", "killin": "killing", "kiling": "killing", "kilin": "killing",
    "kiling": "killing", "klil": "kill", "kiill": "kill", "dieing": "dying", "dieng": "dying", "diying": "dying",
    "lfie": "life", "lyf": "life", "lyfe": "life", "lief": "life", "liffe": "life", "lif": "life", "ife": "life",
    "liveing": "living", "liv": "live", "alve": "alive", "aliv": "alive", "alife": "alive", "ded": "dead", "daed": "dead",
    "dei": "die", "deid": "died", "dai": "die", "hert": "hurt", "hurted": "hurt", "ennd": "end", "edn": "end",
    "thinkin": "thinking", "thinkng": "thinking", "endin": "ending", "thort": "thought", "thort's": "thoughts",
    "thougts": "thoughts", "thorts": "thoughts", "thoughs": "thoughts", "thougths": "thoughts", "thots": "thoughts",
    "thoghts": "thoughts", "wich": "wish", "whish": "wish", "wishd": "wished", "waek": "wake", "exsist": "exist",
    "exhist": "exist", "exsit": "exist", "exsisting": "existing", "excist": "exist", "disapear": "disappear",
    "dissapear": "disappear", "dissappear": "disappear", "goodby": "goodbye", "goobye": "goodbye", "gudbye": "goodbye",
    "sory": "sorry", "sry": "sorry", "famly": "family", "desrve": "deserve", "diserve": "deserve", "burdon": "burden",
    "burdan": "burden", "piont": "point", "pont": "point", "resaon": "reason", "reson": "reason", "werth": "worth",
    "noonee": "nobody", "funral": "funeral", "harmin": "harming", "hurtin": "hurting", "selfharmin": "selfharming",
    "slef": "self", "sefl": "self", "sellf": "self", "harmd": "harmed", "sh'd": "selfharmed", "sewerslide": "suicide",
    "sewerslides": "suicide", "sewercide": "suicide", "sewerslidal": "suicidal", "sewersidal": "suicidal",
    "suey": "suicidal", "unaliving": "unaliving", "unalived": "unalived", "kys": "kys",
    "brethe": "breathe", "breath": "breathe", "breathin": "breathing", "breating": "breathing", "brething": "breathing",
    "pian": "pain", "chset": "chest", "cheast": "chest", "chst": "chest", "hart": "heart", "haert": "heart",
    "heavly": "heavily", "bleedin": "bleeding", "bleading": "bleeding", "colapsed": "collapsed", "strok": "stroke",
    "tounge": "tongue", "unconcious": "unconscious", "unconsious": "unconscious", "ambulence": "ambulance",
    "abusd": "abused", "abusiv": "abusive", "abuce": "abuse", "voilent": "violent", "violant": "violent",
    "violance": "violence", "punchd": "punched", "threatnin": "threatening", "threatning": "threatening",
    "controling": "controlling", "touchd": "touched", "touchin": "touching", "sexualy": "sexually", "sexaully": "sexually",
    "asaulted": "assaulted", "assulted": "assaulted", "asaulted": "assaulted", "asulted": "assaulted",
    "asault": "assault", "assult": "assault", "raiped": "raped", "rapd": "raped", "groaped": "groped", "sa'd": "assaulted sexually",
    "hubby": "husband", "husbend": "husband", "husben": "husband", "patner": "partner", "partnr": "partner",
    "freind": "friend", "freinds": "friends", "frend": "friend", "collegue": "colleague", "colleage": "colleague",
    "collage": "colleague", "colege": "colleague", "collegues": "colleagues", "colleauge": "colleague",
    "daugter": "daughter", "dauhgter": "daughter", "mam": "mum", "mom": "mum", "mummy": "mum", "daddy": "dad",
}  # fmt: skip
"""One typed word to one or more plain words."""

COMPOUNDS = {
    ("my", "self"): "myself", ("me", "self"): "myself", ("her", "self"): "herself", ("him", "self"): "himself",
    ("his", "self"): "himself", ("your", "self"): "yourself", ("them", "selves"): "themselves",
    ("their", "self"): "themselves", ("no", "one"): "nobody", ("no", "body"): "nobody", ("any", "more"): "anymore",
    ("no", "more"): "nomore", ("any", "one"): "anyone", ("any", "body"): "anybody", ("every", "one"): "everyone",
    ("every", "body"): "everybody", ("every", "thing"): "everything", ("some", "one"): "someone", ("to", "night"): "tonight",
    ("no", "longer"): "nolonger", ("self", "harm"): "selfharm", ("self", "harming"): "selfharming",
    ("self", "harmed"): "selfharmed", ("self", "harms"): "selfharms", ("self", "harmer"): "selfharmer",
    ("self", "injury"): "selfharm", ("self", "injure"): "selfharm", ("self", "injuring"): "selfharming",
    ("self", "injured"): "selfharmed", ("self", "injurious"): "selfharm", ("self", "hurt"): "selfharm",
    ("un", "alive"): "unalive", ("good", "bye"): "goodbye", ("service", "user"): "client", ("service", "users"): "clients",
    ("step", "dad"): "stepdad", ("step", "father"): "stepdad", ("side", "kick"): "sidekick", ("a", "live"): "alive",
    ("dis", "appear"): "disappear", ("fed", "up"): "fedup", ("work", "mate"): "workmate", ("team", "mate"): "teammate",
    ("co", "worker"): "coworker", ("line", "manager"): "manager", ("other", "half"): "partner", ("in", "law"): "inlaw",
    ("in", "laws"): "inlaws", ("sew", "slide"): "suicide", ("sewer", "slide"): "suicide", ("house", "mate"): "housemate",
    ("flat", "mate"): "flatmate", ("band", "mate"): "teammate", ("over", "dose"): "overdose", ("over", "dosed"): "overdosed",
}  # fmt: skip
"""Two words that people write apart or together."""

KEY_WORDS = (
    "suicide suicidal suicidally myself himself herself themselves yourself killing ending living hurting harming existing "
    "selfharm selfharming selfharmed unalive unaliving disappear anymore everyone everything goodbye funeral "
    "thoughts thinking husband boyfriend girlfriend partner colleague breathing unconscious bleeding collapsed overdose "
    "overdosed swelling ambulance assaulted assault sexually sexual abusive abused violent threatens threatening controls "
    "controlling domestic violence alive raped groped stabbed tomorrow tonight deserve reason worthless pointless"
).split()
"""Words that carry a meaning here and are long enough to be recognised with one slip of the finger."""

LOOKALIKES = frozenset(
    "hunting hurling hurdling harking warming heading fending herself himself mending bending lending sending tending vending "
    "billing filling willing milling skilling kilting kidding kicking killings ailing giving liking lining loving living lying "
    "olive arrive alike slive partners partner's husbands pattern parter part-ner raced rated raped rapid rapped ramped taped "
    "griped grope grouped groomed stubbed stabbed abuses abuser sexuality assaults overdoses overdone domestics violet violets "
    "violently threaten threatened control controls controlled reasons season deserved deserves deserving tonights exiting "
    "exciting evening everyones breathing breeding bleeding bleedings blending collapses colleagues suicides alien thought "
    "thinning thinkings assaulter dwelling smelling spelling selling telling treatment disappears disappeared reappear "
    "hushand thinks harping hating having haring charming farming arming hurrying rapes raves raged".split()
)
"""Ordinary words one letter away from a key word: never repaired."""

PIECES = frozenset(
    "i im want wanna to die dead kill killing my self myself end ending it all life live living dont cant be alive hurt harm "
    "suicide suicidal thoughts going gonna not unalive kms take own me help anymore feel selfharm harming hurting tired of".split()
)
"""The words that a run-together line such as `iwanttodie` is taken apart into."""

PIECE_CORES = frozenset("die dead kill killing suicide suicidal life live living alive hurt harm unalive kms selfharm myself".split())
"""A run-together word is only taken apart when one of these is in it."""
