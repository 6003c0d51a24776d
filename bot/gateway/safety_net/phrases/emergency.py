"""Physical emergencies that are happening now, to the writer or beside the writer.

Source: the NHS's public lists of when to call 999 (chest pain, stroke, breathing, bleeding,
unconsciousness, fits, allergic reaction, overdose, serious injury), in the words in which people
say it. That something is past, asked for a course or meant as a joke is read from its sentence.
"""

from .tables import Guard, Kind, Table, lines

NOW = lines(
    """
    # heart
    chest (pain|pains) (>|now|right now|and|going|help|that|will not|is|came|getting|spreading|\
        since|here|for the last|down|into|radiating|moving|with|can not|on|this morning|tonight|\
        please)
    (crushing|severe|sharp|bad|terrible|awful|sudden|strong|squeezing|heavy|constant|intense|\
        horrible|got|having|have|has|with|getting) .. chest (pain|pains|tightness)
    (pain|pains|pressure|heaviness|tightness|crushing|squeezing|weight) .. (in|on|across|through) \
        .. chest
    chest .. (is|feels|so|very|really|has|gone|got|is so|is really) (tight|crushing|heavy|burning|\
        being crushed|squeezing|painful|like an elephant|killing me and)
    chest tight(ness)?
    (tight|crushing) chest
    chest (hurts|hurting|hurt|is hurting|aching) (so|and|a lot|bad|really|now|>|when i breathe|\
        much|badly|like)
    (am|is|are|be|think|having|have) .. (having|getting)? .. (a|an)? heart attack (>|now|at|help|\
        please|i think|right|here|and|in)
    (having|had) (a|an)? (heart attack|cardiac arrest|stroke|mini stroke) (>|now|at|right|in|i \
        think|here|help|please|on)
    (think|sure|looks like|maybe|is this|is it|could be|might be|be|signs of) .. (having a|having \
        an|had a|a|an)? (heart attack|stroke) (>|now|please|help|what)
    heart attack i think
    stroke i think
    cardiac arrest (now|help|in|here|please)
    (my|his|her) heart (is|feels like it is|has) .. (stopping|stopped|about to stop|going to stop|\
        funny|going 1|beating out of)
    heart (going|racing|pounding) .. (pass out|faint|dizzy|drop|chest|collapse)

    # stroke
    (face|mouth|eye|side) .. (dropped|drooping|droopy|droops|fallen|gone funny|sagging|drooped|\
        numb|lopsided|not straight|slipped)
    (slurring|slurred|slur|slurs) (his|her|words|speech|and|my|>|badly|now|so)
    (words|speech) .. (slurred|slurring|jumbled|not making sense|coming out wrong|garbled)
    (can not|could not|can hardly|not) (lift|move|feel) (my|his|her|the|one) (left|right|whole|\
        other)? (arm|leg|legs|arms|face|side|body|hand)
    {body} .. (gone|went|going|suddenly|is|has|have) .. (numb|weak|dead) .. (sudden|suddenly|all \
        of a sudden|now|can not|face|speak|help|speech|side|chest)
    (chest|sudden|suddenly) .. {body} .. (numb|weak|gone)
    suddenly (can not|weak|numb|blind|confused|lost vision) ..
    suddenly .. (can not see|not see|see out)
    (can not) see out of (one|1|my)
    (worst|thunderclap|sudden severe|sudden terrible|explosive) (headache|head pain) (>|of|ever|\
        of my life|came|and|with|now)
    headache .. (stiff neck|thunderclap|neck stiff)
    stiff neck .. (light|rash|fever)

    suddenly (went|gone|feels|felt|going) (weak|numb|dead)

    # breathing
    (can not|could not|can hardly|can barely|struggling to|struggles to|fighting to|unable to|\
        trying to|hard to) (get)? .. (breathe|breathing|breathe properly)
    (can not|struggling to|struggling for|fighting for|unable to|not) (get|catch|getting|\
        catching)? .. (my|his|her|any|a|enough|no)? (breathe|air) (>|and|now|lips|at|help|please|\
        properly|or)
    (difficulty|trouble|problems|struggling|stopped|not|stops|hardly|barely) breathing (>|\
        properly|help|now|and|what|please|at all|well|right|she|he)
    he is not breathing
    (lips|face|skin|he|she|they|fingers) .. (going|gone|turning|turned|are|went|is going|is \
        turning|is|has gone) (blue|grey|gray|purple)
    no pulse
    (is|am|are|someone|somebody|he|she|boy|baby|resident|patient|colleague|him|lady) (still)? \
        choking (>|on (his|her|their|food|a|something|some|lunch)|now|help|in|and|please|what)
    (inhaler|inhalers|pump|nebuliser) .. (not|no|nothing|run out|empty|does nothing|ran out) .. \
        (working|work|help|helping|touching|doing|good|>)
    (having|bad|severe|in the middle of|got|terrible) .. asthma attack
    asthma attack (now|help|and|on my own|>|no inhaler)
    my asthma is (bad|really bad|so bad|very bad)

    # unconscious, collapse, fits
    (unconscious|unresponsive) (>|on|help|in|now|and|please|what|at|colleague|person|man|woman|\
        lady|after|outside|but|patient|resident)
    (is|are|found|fallen|lying|lies|he|she|gone|knocked|just|went) (him|her)? unconscious
    (just|has|have|help|been|someone|somebody|he|she|they|colleague|mate|man|woman|resident|\
        patient|nurse|mum|dad|friend|husband|wife|partner|visitor|client|lady|staff|volunteer|\
        driver|porter) (has|have|just|had|suddenly|is|at work)? collapsed (>|on|in|at|and|beside|\
        next|now|here|not|outside|by|to|right|what|help|or|please|near|with|during|over|from)
    (not|stopped|no) (responding|response|responsive|answer|answering me|moving) (>|at all|and|\
        help|what|please|on|now|to (me|us|anything|voice|pain)) .. (floor|collapsed|breathing|\
        fell|unconscious|down|eyes)
    (collapsed|floor|fell|down|fallen|eyes|slumped|diabetic|fainted|gone down|just gone) .. (not|\
        no|not waking|is not|she is not) (responding|response|moving|answer|answering|answer me|\
        wake|waking|wake up|respond|getting up|coming round|conscious)
    (can not|could not|unable to) (wake|rouse) (him|her|them|my|the|our)
    (he|she|they|baby|colleague|friend|driver|patient|resident|husband|wife|partner|mum|dad|son|\
        daughter|boy|girl|and|floppy|head|nurse|client) .. (will not|can not|no) (wake|rouse)
    (is not|not) (coming|come) round
    (slumped|slump|slumps) (over|down|forward|in|on|at|against|>)
    (gone|going|went|is) (limp|floppy|all floppy|all limp)
    is floppy
    (fainted|passed out|blacked out|faint) .. (not|no) (coming|wake|waking|respond|responding|\
        come|response)
    (about|bout|going|feel like i am going|like i might|think i am going|close) to (pass out|\
        faint|collapse|black out|drop)
    (keep|keeps|kept) (blacking out|passing out|fainting|collapsing|losing consciousness|blackin \
        out)
    losing consciousness
    lost consciousness (>|and|now|help|what|in|on|just)
    (having|has had|in the middle of) (a|an|another)? (seizure|epileptic fit)
    (having|had) (a|an|another|three|two) (fit|fits) (and|on the|now|that|in a row|help|>|right \
        now|what|which|for)
    (is|am|started|still|keeps) fitting (and|>|now|not|help|on|what|again|for)
    seizure (and|that|going|now|help|for over|which|lasting|not|on|>)
    (fits|seizures) in a row
    (shaking|jerking|convulsing) on the floor
    convulsing

    # bleeding and injury
    (bleeding|blood|bleed) .. (will not|not|can not|does not|nothing will|i can not) .. (stop|\
        stopping|stopped|clot)
    (can not|not|unable to) stop .. (bleeding|blood|bleed)
    bleeding (out|to death|so much|a lot|really badly|everywhere|profusely|heavily|badly|severely|\
        heavy|loads|from (his|her|my|the) (head|neck|ear|ears|eyes|leg|arm))
    (heavily|badly|severely|profusely) bleeding
    (severe|heavy|bad|massive|serious) bleeding (now|help|from|>|and|please)
    blood (is)? (everywhere|pouring|pumping|gushing|spurting|squirting|all over the floor|coming \
        out of|pooling)
    (losing|lost|loosing) .. (blood) (>|fast|and|help|now|quickly|from)
    (pouring|covered|gushing|soaked|spurting) (with|in|out)? blood
    (blood) from .. head (a lot|badly|>)?
    (coughing|coffing|vomiting|throwing|bringing|spitting|puking|being sick|coughed|vomited|cough|\
        sick) (up)? .. blood
    soaking (through)? .. (pad|pads|towel) .. (hour|minutes|few|faint|clots)
    (been|got|just been|someone|somebody|he is|she is|have been|was just|just got|man) (been|got|\
        just)? (stabbed|shot|run over|knocked down|hit by a (car|van|bus|lorry)|electrocuted) (>|\
        outside|in the (chest|leg|arm|neck|car|street|stomach|side)|help|now|by|at|near|on|and|\
        please|just)
    (hit|banged|smashed|cracked|knocked|bumped) (my|his|her|their|the)? head .. (sick|dizzy|blood|\
        wake|confused|see|unconscious|vomiting|bleeding|blurry|vomit|responding|hard|drowsy)
    fell .. (not|can not|will not) (move|feel|wake|get up and|respond)
    fell .. (head|stairs|ladder|floor) .. (blood|wake|unconscious|confused|bleeding|move|legs)
    fell ... (blood|unconscious)
    trapped and (hurt|bleeding|injured)
    (badly|severely|seriously) (burned|burnt|injured|hurt|scalded|bleeding)
    (skin) (is)? (coming|peeling) off
    (electric|electrical) shock .. (heart|chest|dizzy|help|now|arm|numb|funny|unconscious)
    broken .. bone (sticking|through)
    (wound|cut|gash) .. (deep|blood|bone|spurting|pumping)
    deep (wound|gash)

    # allergy, overdose, poison
    (throat|tongue|face|lips) .. (swelling|swollen|swelled|closing|closed|tight and|closing up|\
        swollen up|puffed up|blowing up|swell)
    (having|got|severe|bad|serious|think) .. (allergic|alergic|anaphylactic|anaphylaxis) \
        (reaction|shock)?
    (anaphylaxis|anaphylactic) (no|help|now|>|shock|and|epipen)
    no epipen
    (taken|took|take|takes|had|swallowed|taking|done) .. (an|a)? overdose
    (has|have|is|just|he|she|i|friend|someone|they|mate|patient|colleague) (just|has|have|is|\
        been)? (overdosed|overdosing)
    accidentally (overdosed|overdosing)
    overdosed .. (accident|accidentally|mistake)
    (taken|took|swallowed|take|had) .. (too many|loads of|lots of|all my|all her|all his|all the|\
        a load of|a whole|far too many|way too many|whole) .. (tablets|pills|tabs|meds|medication|\
        medicine|medicines)
    (mixed up|wrong) .. (medicine|tablets|medication|meds) .. (strange|awake|drowsy|dizzy|funny|\
        sick|weird)
    (he|she|they) took something and .. (wake|awake|unconscious|breathing)
    (swallowed|drank|drunk|breathed|inhaled|ingested) .. (poisonous|poison|chemical|chemicals|\
        toxic|something) .. (mistake|burning|throat|chest|help|breathe|sick|poisonous|accident|\
        air|wake)
    (think|signs of|might be|could be|is it|looks like|got) .. sepsis (>|help|now|and|i)
    (rash) .. (not fade|glass|blotchy)
    blotchy .. (breathing|cold|confused|shivering)
    my (sugar|sugars) (is|are)? .. low
    collapsed at work now
    (sugar|blood sugar|sugars) .. (low|dropping|crashing) .. (woozy|faint|pass|shaking|alone|own|\
        confused|help)
    (diabetic|hypo) .. (not|no|unconscious|eyes|confused) (answer|respond|wake|responding|close|\
        close eyes|>)

    # pregnancy
    (pregnant|weeks) .. (bleeding|blood) (heavily|badly|heavy|a lot|>|and|now|with|lots|everywhere)
    (waters) (have|just|has)? (broke|broken|gone) .. (cord|blood|early|weeks|now|floor|help|>)
    cord is showing
    in labour (on|now|and|here|in|help)
    baby is (coming|not moving|not breathing|blue|floppy)

    # asking for help now
    (call|need|send|get|want|phone|ring|calling|fetch) (me|us|for|now|please)? (an|a|the)? \
        ambulance (>|now|please|quick|quickly|to|for (my|him|her|me|a|the)|here|he|she|my|help)
    need 999
    (is|she is|he is|they are|colleague is|friend is|mate is|mum is|dad is) dying (help|right|on \
        the floor|in front|please|now|here)
    (colleague|friend|mate|husband|wife|partner|mum|dad) is dying >
    (please|come) quick .. (she|he) .. (blue|dying|breathing|floor)
    (gone|gone straight|just) down .. (is not|not) moving
    fall down .. (no|not) wake
    """
)

ALONE = lines(
    """
    collapsed
    unconscious
    not breathing
    severe bleeding
    stroke
    heart attack
    choking
    chest pain
    chest pains
    anaphylaxis
    overdose
    seizure
    bleeding
    emergency ambulance
    """
)

OTHER_LANGUAGES = lines(
    """
    (boli|bol|bole|kluje|sciska) (mnie|go|ja)? .. (klatce|klatka|sercu|serce)
    bol w klatce
    (nie) (moge|moze|mogę) (oddychac|zlapac)
    (stracil|stracila|traci) przytomnosc
    (nie|nieprzytomny|nieprzytomna) (oddycha|reaguje)
    (zawal|udar) (serca|>|pomocy)
    (durere|dureri|ma doare|doare) .. (piept|inima|pieptul|pieptului|inimii)
    nu (pot|poate|mai pot|mai poate) (sa)? (respir|respira|respire)
    (lesinat|inconstient|inconstienta|nu raspunde|nu respira)
    (seene|sine|chhati|chaati|chati|chhaati|chaathi|seena) (mein|me|ma|vich|mai|may) .. (dard|\
        dukhe|dukhavo|dukh|takleef|dukhaavo|dard hai|jalan)
    (saans|sans|saah|shwas|saas|shvas|swas) .. (nahi|nathi|nahin|nai|ruk|phool|atak|nhi)
    (behosh|behos|bebhan|behoosh) (ho|hai|che|thai|pade|gaya|gayi)
    (साँस|सांस) .. (नहीं|नही|रुक|फूल)
    (सीने|छाती) में .. (दर्द)
    (बेहोश) ..
    છાતીમાં .. (દુખે|દુખાવો|દર્દ)
    (શ્વાસ) .. (નથી|રૂંધાય|ચઢે)
    (ਸਾਹ) .. (ਨਹੀਂ|ਰੁਕ)
    (ਛਾਤੀ) (ਵਿੱਚ|ਵਿਚ) .. (ਦਰਦ|ਪੀੜ)
    (سانس) .. (نہیں|رک)
    (سینے|چھاتی) میں .. درد
    (بے ہوش|بیہوش) ..
    """
)

TABLES = (
    Table("happening now", Kind.EMERGENCY, NOW, Guard.TOPIC),
    Table("a word or two and nothing else", Kind.EMERGENCY, ALONE, Guard.ALONE),
    Table("other languages", Kind.EMERGENCY, OTHER_LANGUAGES, Guard.TOPIC),
)
