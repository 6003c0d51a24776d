"""Words around a phrase that deny it, make it past, a subject of work or a figure of speech: data."""

from .lists import sayings, words

# Negation

NEGATORS = words(
    """
    not no never without nolonger nor none neither zero nie nu nahi nahin nathi hardly नहीं नही નથી
    ਨਹੀਂ نہیں
    """
)
"""These deny what follows."""

NOTHING_OF_IT = frozenset({("nothing", "about"), ("nothing", "like"), ("nothing", "of")})
"""`nothing like suicide on my mind`; `nothing to live for` denies no danger."""

NEGATION_PASSES = words(
    """
    really actually even going to want wants wanted wanting planning plan plans thinking think of
    about feel feeling feels felt being been had have has having any a an am is are was be the
    thoughts thought intention intend intending need do did does it that here as in or and ever
    would will physically my currently feelings urge urges at all suicidal selfharm harm this says
    said saying considering contemplating like mam mami ganduri mysli trying tell you gonna say mean
    stuff risk thing anything because koi hitting get got also such so once considered wish wished
    wishing bit slightly remotely one single slightest on
    """
)
"""Between a negation and a phrase only these may stand: `can't stop thinking of` denies nothing."""

NEGATION_HOLDERS = words(
    """
    think that thinking say mean saying feel felt like said if whether believe wish wished wishing
    """
)
"""`I` ends the reach of a negation unless one of these is before it (`not that I want to die`)."""

NOT_NEGATION = sayings(
    """
    can not, could not, not sure, not only, not just, not joking, why not, hard not, trying not,
    struggling not, fighting not, or not, not stop, do not know, not know, reason not, reasons not,
    helps not, help not, you not, tryna not, how not
    """
)
"""Inability, doubt and emphasis look like negation and are not."""

NEVER_WITHOUT = sayings(
    """
    not a day, not a night, not a moment, not an hour, not a morning, not one day, never a day,
    no day, never a shift, never a night, not say i do not, not say i am not, not promise i will not,
    not that i do not want to die
    """
)
"""`not a day I don't wish`: two negations that say always."""

LATE_NEGATORS = words(
    """
    nahi nahin nathi नहीं નથી ਨਹੀਂ نہیں
    """
)
"""Gujarati, Hindi, Punjabi and Urdu deny after the noun: `marne ka koi khayal nahi`."""

LATE_DENIALS = sayings(
    """
    is not on my mind, never crossed my mind, has never crossed my mind, not crossed my mind,
    never entered my head, never entered my mind, is not in my head, is not in me
    """
)
"""What right after a phrase denies it."""

THOUGHTS = words(
    """
    khayal khyal khiyal vichar vichaar irada ख्याल खयाल विचार વિચાર વિચારો ਖਿਆਲ خیال خیالات
    """
)
"""The nouns that such a negation denies."""

NOW_AFTER_DENIAL = sayings(
    """
    but i am now, but am now, now i am, until now, till now, but now i, i am now, i was lying,
    i lied, not anymore, that has changed, until this, but can not stop, but i can not stop,
    but i think i am, but i already, should have been, should have said yes, it was yes, is yes,
    last night i did, yesterday i did, did again, this one i do, do now, now i do, now yes,
    yes since, it is getting, getting too strong, about to break, can not hold out, so far,
    well not since, not since breakfast, at least not, blown it, threw it away, reset the counter,
    i am lying, am lying, should of, should have ticked, i had done it, i do tho, i do though,
    i already have, so i will wait, until last, till last, so she would, so he would, so they would,
    changed my mind
    """
)
"""These take back a denial."""

DENIAL_TAKEN_BACK = sayings(
    """
    > but i am >, i lied, i am lying, it was yes, it is a yes, > it is yes >, should have, should of,
    that was a lie, another story, i lie to, reset the counter, lasted till, yet today, > am now >,
    > do now >, > i am now >, > i do tho >, > i do though >, now it is, changed my mind,
    break that promise, break my promise, there are loads, i already have
    """
)
"""The same in a later sentence."""

ENDURED = words(
    """
    through thru day days hour hours weekend tonight minutes mins
    """
)
"""What a person tries to get through `without hurting myself`."""

# Answers

ASKED = words(
    """
    asked asks ask questionnaire questionaire survey screening form question questions
    checklist phq phq9 wondered worried thinks thought reckons assumed assumes
    """
)
"""Before a phrase: others ask it, or suppose it."""

ANSWERED_NO = sayings(
    """
    said no, say no, says no, saying no, i am not, i do not >, i did not >, i have not >,
    i had not >, i was not >, it was not >, a no >, was no >, is no >, was no and, is no and,
    truthfully no, truthfuly no, truly no, honestly no, put never, put no, put none, put zero, ticked no,
    tick no, ticked none, ticked never, wrote no, said none, said never, said zero, scored zero,
    definitely not, absolutely not, certainly not, of course not, > no >, > nope >, > nah >,
    > never >, > not at all, told him no, told her no, told them no, answered no, answered never
    """
)
"""The writer answers no; `>` is the edge of a clause."""

NOES = words(
    """
    no nope nah never none nie nu nahi nahin
    """
)
"""One word that answers no."""

NO_BUT_NO_ANSWER = words(
    """
    one idea point hope way reason body clue more matter longer future life use good sleep sure
    wonder really surprise fun joke answer comment help friends family money
    """
)
"""`no one`, `no idea`, `not sure`: these answer nothing."""

FULL_NOES = sayings(
    """
    i am not, i do not, i was not, i did not, i have not, i said no, i told him no, i told her no,
    the answer is no, the answer was no, answer is no, answer was no, absolutely not,
    definitely not, certainly not, of course not, god no, not at all, i am definitely not,
    i put no, i put never, i ticked no, i ticked never, i wrote no, i said never, i put none,
    i really am not, honestly no
    """
)
"""A whole clause that answers no."""

MORE_OF_THE_SAME = frozenset({("thoughts",), ("thought",), ("ideas",), ("feelings",), ("plans",)})
"""These may stand between a phrase and its no: `suicidal thoughts: none`."""

OPEN_QUESTIONS = words(
    """
    why what who how when where which whats
    """
)
"""What begins a question that no does not answer."""

ANSWER_IN_DOUBT = sayings(
    """
    lied, lying, lie, liar, not true, but i am, but i do, but i think, but i have, but i was,
    but really, but actually, but inside, but deep, but yes, is yes, was yes, not tell, scared,
    afraid, frightened, ashamed, embarrassed, pretend, pretended, pretending, faked, fake, hid,
    hide, hiding, secretly, smiled, big smile, laughed, did it, not sure, not know, dunno, maybe,
    sometimes, some days, most days, every day, every night, every single, all the time,
    because they, because he, because she, so they, so she, so he, take my, sectioned, lose my,
    otherwise, in case, not want, easier, not ok, not okay, not safe, not well, not coping,
    not fine, hoping to, waiting to, should have, should of, wish, anymore, any more, yet, tonight,
    dead, die, dying,
    ask me again
    """
)
"""These say that the answer was given to hide something, or is not the whole answer."""

ANSWER_OUTDATED = sayings(
    """
    again, still, worse, since then, until, now i am, but now
    """
)
"""Beside the question these say that the answer may no longer hold."""

# Time

PAST = sayings(
    """
    years ago, yrs ago, year ago, decades ago, long ago, years back, yrs back, yr ago, months ago,
    decade ago, looking back, back when, long time before, years since, years clean, years free,
    used to, as a teenager, as a teen, as a kid, as a child, as a student, when i was a,
    when i was at, when i was young, when i was younger, in the past, back in, at uni, at school,
    in my 20s, in my 30s, in my thirties, in her twenties, in his twenties, in his 20s, in her 20s,
    ten years back, a while back, in my twenties, in my teens, overcame, recovered, last summer,
    last year, last month, last winter, last spring, last autumn, weeks ago, in lockdown,
    once years, when i was small, when we were, in the nineties, in the 90s, in my past,
    stopped months, long gone, lived experience, survivor of, in march, in june,
    after my baby was born, once upon a time, a lifetime ago, years later, years before,
    back then, years well
    """
)
"""Beside these a phrase is a memory, unless the sentence says that it has come back."""

LAST_WEEK = sayings(
    """
    last week, last month, last year, weeks ago, months ago
    """
)
"""An emergency of last week is none."""

GONE = sayings(
    """
    thoughts have gone, feelings have gone, urges have gone, they have gone, all gone now,
    it has gone, have gone since, thoughts went away, it went away, they went away, are gone now
    """
)
"""Thoughts that have gone."""

WELL_NOW = sayings(
    """
    fine now, well now, ok now, okay now, good now, better now, all good, been fine, all well,
    all fine, all clear, glad i am here, past it, life is good, happy now, been well, doing ok,
    doing well, dealt with, behind me, back to my old self, all dealt, well past, recovered,
    years clean, years free, clean from, clean of, free of self, free from self, happily remarried,
    fully recovered, i am fine, share my story, be a mentor, be a buddy, be a speaker,
    to volunteer, can i volunteer, be a champion, be peer, give talks, give something back,
    i am well, i am happy, i am healthy, i am strong, happy lady, happy man, right as rain,
    never went back, has stayed away, have stayed away, not since, not once since, nothing since,
    none since, i am content, content now, settled now
    """
)
"""All is well today."""

BACK_AGAIN = sayings(
    """
    but i am now, i am now, am now, now i am, come back, came back, coming back, is back, are back,
    again, did it again, but now, still, last night, tonight, this week, this morning, worse,
    ongoing, so much worse, back with a, now i, nowadays, lately, recently, returned, cant stop,
    every day, every night, these days, since then, relapsed, relapse, relapsing, not any more,
    threw it away, blown it, until sunday, until monday, until friday,
    thinks i have, same feeling, same feelings, even now, right back, slipping back, do it now,
    slipped, on purpose, at now, and since, then on, until this, i think about, everybody thinks,
    everyone thinks, they think, they all think
    """
)
"""What is not over: these take back a past."""

WELL_AGAIN = sayings(
    """
    now i am well, now i am happy, now i am fine, now i am good, now i am ok, now i am okay,
    now i am strong, now i am healthy, now i am better, now i am glad, now i am grateful,
    now i am in charge, now i love, now i have good, now i help, now i work, now i run,
    now i have a good, now i have baby, now i have a baby, now i have family, now i have a family,
    now i never, now i honestly never, now i am a mentor, now i am proud, now i have two,
    now i have my, never came back, never come back, never returned, not come back, not returned,
    did not come back, never again, not again, never since, not since then, never relapsed
    """
)
"""These say that it is over: what they hold (`now I`, `came back`) takes back no past."""

PERHAPS_OVER = sayings(
    """
    was, were, wanted, had, been, used, once, old, past, previous, historic, decades, years, yrs, fine,
    well, happy, recovered, proud, thriving, grand, content, healthy, healed, better, lol, haha, funny,
    laughed, laughing
    """
)
"""Beside these a danger may be over, or be meant in fun: a second opinion is asked for."""

UNREAL = sayings(
    """
    wish i was, wish i were, wish i had, wishing i was, wishing i had, wish it was, if i was, if i were,
    if i had, better off, better if, be better, life better
    """
)
"""What these hold of the sayings above tells of neither past nor well-being."""

NOW_AT_LAST = sayings(
    """
    right now, here now, is back, started again, just now, still, again tonight, it is now
    """
)
"""The same for events, where `now` alone often begins a new subject."""

# Work

WORK_SUBJECTS = words(
    """
    training trainings traning trainin train course courses corse policy policies policey protocol
    protocols pathway pathways procedure module modules elearning learning awareness prevention
    prevension assessment assessments referral referrals refer pension benefit nomination insurance
    workshop workshops session sessions seminar conference speaker speakers talk leaflet leaflets
    poster posters statistics stats rates research essay dissertation audit form forms strategy
    guidance guideline guidelines risk documentation document code systmone clinic debrief
    bereavement bereaved inquest coroner postvention safeguarding marac dash idva isva alliance
    samaritans charity helpline webinar presentation slides teach teaching refresher certificate
    charter storyline documentary book film movie podcast news telly tv watched novel song lyrics
    netflix quiz game report reports centre survivors poem homework bill debate lecture mandatory
    advocate champion refuge leads paper datix handling handle escalation kit stall update refreshr
    dates drill exam mock simulation scenario roleplay placement
    """
)
"""Subjects of work: beside these a bare word such as `suicide` names a topic."""

STRONG_WORK_SUBJECTS = words(
    """
    training trainings traning trainin course courses corse policy policies policey protocol
    protocols pathway pathways procedure module modules elearning awareness prevention assessment
    assessments referral referrals workshop workshops seminar conference speaker speakers leaflet
    leaflets poster posters statistics stats essay dissertation audit strategy guidance guideline
    guidelines safeguarding marac dash idva isva charter storyline documentary film movie podcast
    news telly tv novel lecture certificate refresher drill simulation scenario roleplay kit stall
    research datix debate bill helpline escalation quiz fortnite dates inquest coroner caseload
    perinatal
    """
)
"""Beside these even an event is a subject: who collapses in a protocol is not on the floor."""

WORKPLACES = words(
    """
    ward wards cover covers transfer job jobs trust rota office band notice placement company agency
    department team shift today sunny
    """
)
"""`I don't want to be here any more` beside these is the wish to work elsewhere."""

FAREWELL_OF_LEAVERS = words(
    """
    retired retire retirement retiring retireing retirees maternity paternity contract holiday
    holidays tenerife spain job trust transfer moving annual abroad secondment uni university resign
    resigned resigning notice beach office buffet party festival redundancy redundant agency moved
    cruise emigrating emigrate course sabbatical chat rota bus mentor uniform uniforms conference
    training website printer computer system pension
    """
)
"""Someone who leaves a job or goes on holiday says goodbye as well."""

LEAVING_SAYS = sayings(
    """
    leaving do, day off, days off, on leave, annual leave, new job, leave nursing, to leave,
    weeks off, next job, last shift before, parental leave
    """
)
"""The same in two words."""

ACCIDENTS = words(
    """
    lifting moving gym fell falling slipped slipping slip tripped tripping reaching bending floor
    wet hoist accident accidentally knee ankle running football trolley needle needlestick bike
    stairs handling manual patient resident wrist lift playing skiing yoga badminton laughing work
    shift injury compensation sprained twisted carrying pushing wheelchair ice kneee
    """
)
"""Injuries at work."""

ACCIDENT_SAYS = sayings(
    """
    my back, my shoulder, my leg, my foot, my finger, my hip, my neck, my hand, my arm,
    by accident, at home time
    """
)
"""The same in two words."""

ON_PURPOSE = words(
    """
    every started nobody notice noticed deserve deserved carried honest coping before night nights
    through purpose deliberately again want cope urge urges intentionally relief ashamed feel
    secretly hide
    hiding stop myself's tonight going thoughts when suicidal need because punish tempted
    """
)
"""These say that an injury was no accident."""

FILLERS = words(
    """
    help please now me i am a the um uh er hi hello hey im sorry just so really very honestly again
    staff for support need someone anyone who do what to can you today tonight with at and about it
    is this here ok on my nurse nurses own urgent emergency quick feeling feel lol in of worried ive
    got been thoughts alone call ring number want get there
    """
)
"""Words that may stand beside a phrase that must otherwise stand alone."""

# Figures of speech

IDIOM_TAILS = words(
    """
    laughing laughter laugh with-laughter of-laughter of-laughing from-laughing of-embarrassment
    of-embarassment from-embarrassment with-embarrassment of-cringe from-cringe of-humiliation
    of-shyness of-fright of-nerves of-excitement of-curiosity of-boredom from-boredom of-heat
    from-heat of-hunger of-thirst of-cold of-stress of-old my-hair her-hair the-hair hair my-scrubs
    my-eyebrows my-uniform it-pink over-a over-an over-this in-fortnite in-game
    in-the-game on-level on-stage working studying trying-to with-overtime with-these
    """
)
"""What follows a figure of speech; the words of a tail are joined by a hyphen."""

JOKES_FOR = words(
    """
    a an some eight that those
    """
)
"""`I'd kill myself for a day off`, `to die for those cakes`."""

JOKING = words(
    """
    lol haha hahaha joking jk lmao
    """
)

AT_ONCE = words(
    """
    now help quick quickly urgent today tonight currently
    """
)
"""With these what calls for 999, and violence, is not in doubt, nor does a place of work leave any."""

TRIVIAL = words(
    """
    wear eat sit watch listen attend use wait drive park join read
    """
)
"""`rather die than` do these: nobody is in danger."""

IDIOM_HEADS = words(
    """
    career social political commercial professional diet commit-career commit-social
    """
)
"""What stands right before `suicide` when nobody is in danger."""

THINGS = words(
    """
    printer computer phone laptop car wifi battery system systems website site app machine tablet pc
    internet plants plant bot chat
    """
)
"""What `wants to die` when it is only broken."""

PLACES_BEFORE = words(
    """
    in on at from to into
    """
)
"""`in the car wanting to die`: a place, not the one who wants it."""

LIFE_AFTER_ALL = words(
    """
    what any another myself without body skin head pain shame guilt
    """
)
"""`don't want to live in this body`, `with what happened`: life after all, not a place."""

DISTANCE = words(
    """
    many from to away per an 26 10 5 miles run ran walk drive cycle long
    """
)
"""Around `kms` these make it kilometres."""

WEARY = words(
    """
    tired sick fedup bored done had enough over finished through weary exhausted
    """
)
"""`tired of life` ..."""

LIFE_GOES_ON = words(
    """
    and-work in on at as of admin story lessons insurance jacket outside with without sciences
    balance span cycle support
    """
)
"""... `on this ward`: the life of something, not life."""

PLACE_AFTER_LIVE = words(
    """
    in with at near out off here away abroad closer together on far through up by there
    """
)
"""`live in Leicester`, `living with my parents`: a place, not life."""

MY_LIFE_TAILS = words(
    """
    back forward forwards seriously story insurance into savings easier better balance around jacket
    partner in-a in-new to-the for-granted to-a
    """
)
"""`take my life back`, `seriously`, `in a new direction`."""

DEAD_AS_VERY = words(
    """
    rich tired good easy posh clever tall funny fit famous lucky organised serious line on nice
    proud keen busy quick slow cheap handy
    """
)
"""`dead rich`: very."""

WAKING = words(
    """
    late early at before with feeling tired to hungover drenched sweating hot soaked for so
    refreshed on
    """
)
"""How or when one wakes up: then waking is only waking."""

BEATEN_AT = words(
    """
    at to in by
    """
)
"""`beat me at scrabble`."""

BREATHLESS = words(
    """
    in for with from laughing under
    """
)
"""`can't breathe for laughing`, `in this mask`."""

MEANT_OTHERWISE = sayings(
    """
    figure of speech, lol joking, haha joking, not literally, autocorrect, came out wrong,
    only joking, just joking, i mean my hair, metaphorically
    """
)
"""The writer says that it was only a way of speaking."""

IN_EARNEST = sayings(
    """
    not a figure of speech, no honestly, no really, no seriously, not joking, not even joking,
    i mean it, being serious,
    im serious, i am serious, not in a funny way, not being funny, serious no cap, actually want,
    but actually, mean that, genuinely want
    """
)
"""The writer says that it was not."""
