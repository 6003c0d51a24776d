"""Suicide and self-harm in English: said outright, said passively, farewells, self-harm, slang.

Sources: the way the project's training data puts it, public guidance on warning signs (wanting to die,
having no reason to live, being a burden, saying goodbye, giving things away, putting affairs in
order) and ordinary British speech. Intent and state only: never a means, a place or an amount.

The same phrases serve for the writer and for someone else: whose risk it is, is read from the words
in and around them.
"""

from .tables import Guard, Kind, Table, lines

EXPLICIT = lines(
    """
    {intend} (kill|unalive|top|off|delete|end) (the hell out of)? {self}
    (go|and) kill {self}
    kill {self} >
    kill {self} (tonight|now|today|tomorrow|because|if i|if he|if she|when|and|but|or|anymore|\
        please|at work|so|this)
    (i|he|she|they) {adverb}? (kill|end) {self}
    ({consider}|{talk_of}) (killing|topping|offing|unaliving|ending) {self}
    (killing|topping|offing|unaliving) {self}
    (nearly|almost|tried|came close) .. (killed|ended) {self}
    (scared|afraid|worried|frightened|fear) .. (kill|end) {self}

    # a life as the object
    {end_life} {own} own? (life|live|lives)
    {ending_life} {own} own? (life|lives)
    (nearly|almost) (took|ended) {own} own? life
    (end|finish|ending|finishing) (this|the) life
    {intend} (end|finish|leave) life

    # "it" only together with an intention
    {intend} end it (all|now|tonight|today|forever|for good|once and for all|soon)
    {intend} {adverb}? end it >
    {intend} end (things|everything) (for good|forever|tonight|now|today|all)
    {want} to end (things|everything)
    going to end things
    {intend} finish it all
    ({consider}|{talk_of}) ending (it|things|everything)
    {who} (is|am|are|will be) ending (it|it all|things) / (all|tonight|now|today|soon|>)
    (end|ending|ends|finish) it all (tonight|now|today|forever|soon)?
    (tonight|today) (i|is|am|i am) .. (ending|end) it
    it all ends (tonight|today|here|now|soon)
    (ended|end) it all
    {adverb} end it all
    no way out .. except (dying|death)

    # looking for a way
    (googled|googling|looked up|looking up|look up|searched|searching|worked out|working out) .. how \
        (much|many) .. (fatal|lethal|deadly|would kill|to die|to kill {self})

    # wanting to be dead
    {want} (to|too)? (fucking|bloody)? (die|dead|perish)
    {want} (to|too) not (exist|be alive|be here|live|wake up|be around|be)
    (easier|better|nicer|prefer|like|love|kinder|need|rather) (to|if i could)? not (be here|be \
        alive|exist|wake up|be around|live|have to live)
    (easier|better|nicer|kinder) to not (be here|be alive|exist|wake up|be around|live)
    {want} to be gone (>|forever|for good)
    before i (end it|kill myself|end my life)
    if i (just)? (killed|kill|kills) myself
    if i (ended|end) (my life|it all|it >)
    {want} to? {adverb}? (die|be {dead}|be unalived)
    {want} to dye >
    will not to (die|dye) >
    i will not to dye
    {want} to be (killed|put down|put out of my misery for good)
    {want} (my|own)? death
    want (dying|suicide)
    want is to (die|be dead|not exist|not be here|disappear|be gone)
    (wanting|craving|wishing for|longing for|praying for|hoping for|begging for|looking forward \
        to|welcome|planning|picturing|wish for) .. (my own|my|own) death
    (praying|pray|prays|longing|long|wishing|wish|begging|beg|hope|hoping|asking) for (death|it \
        to kill me|the end)
    (rather|sooner|prefer to|better|well|best|easier to) be (dead|gone for good|not alive)
    (rather|sooner|prefer to) not (be|stay) (alive|here anymore|around anymore)
    (rather|sooner|prefer to) not (live|exist|wake up)
    (rather|sooner|prefer to) die / (than|honestly|now)
    (i|he|she|they) (would|had) (rather|sooner) die >
    better off not being (here|alive|around)
    not let me wake up
    if i (disappeared|vanished) nobody would
    better off (dead|in the ground|not alive|not here)
    (happy|glad|willing|content|prefer) to (die|be dead)
    my head ... (suicide|suicidal)
    (urge|urges|desperate|need) to end it
    ready to (die|be dead|leave this (world|life|earth)|meet my maker|not be here)
    (decided|going|planning|plan|prepared|determined|meant|supposed) (to|on|for) (die|be dead) \
        (tonight|today|soon|by|this|tomorrow|now|and|at|on|alone|before)
    decided to (die|be dead)
    (going|planning|plan) to (die|be dead) >
    (mind|mind is) .. made up about (dying|death|ending)
    (let|make|help) me die
    (deserve|deserves|need|needs) to (die|be dead)
    (i|he|she) should (die|be dead|just die|have died)
    says i should die
    (death|dying) is (what i want|the only|my only|all i|the answer|better|easier|the way out)
    {consider} (dying|being dead|not being alive|not being here anymore|not existing|suicide|my \
        own death|how to die|not waking up)
    thinking about death / (all|every|constantly|a lot|again|daily|and wanting)
    thoughts .. (about dying|of dying|about being dead|about not being|of not being)
    (want|wanting|desire|plan|plans|planning|intend|urge|urges) to? (commit)? suicide
    researching (how to die|ways to die|suicide)
    death is the only thing
    (find|found) me dead
    {now} .. {who} (is|am|are|will be|would be) (going to be)? dead by (then|morning|tomorrow|the \
        weekend)
    dead by (morning|monday|the weekend|christmas|tomorrow|friday|sunday|saturday|the time|then)
    {who} will be dead (by|before|soon|tomorrow|tonight)
    picked (the|a|my) date .. (die|end|going)

    # suicide as a word
    (commit|committing|attempt|attempted|attempting|tried|trying|planning|plan|contemplating|\
        considering) (to)? (commit)? (my)? suicide
    suicide (is|seems|feels|looks) .. (only|on my mind|all i|my|best|the answer|way out|option)
    suicide on my mind
    {me} .. thinking .. suicide
    not stop thinking (about|of) (suicide|dying|killing|ending|ways|how)
    (constantly|always|only|keep|i|just) (think|thinking) (about|of) (dying|my own death)
    (constantly|always|keep|only) .. (think|thinking) (about|of) death
    (ways|how|when|where) to (die|kill myself|end my life)
    (someone|somebody|anyone|something) (would|to|could|will) (just)? kill me >
    would not mind (dying|being dead|not waking|if i)
    (dying|death|being dead|not waking up) .. not (sound|seem|look|feel) .. bad
    (better|best) off gone
    what reason ... to (live|stay alive|be alive|keep living|carry on living)
    what .. (have|got|is there|is left|do i have) .. to live for
    (i am|am i|feel|feels|feeling|felt|been|being|getting|become|became|is|are|be|me|still|very|\
        actively|passively|so|bit|quite|again|might be|going) suicidal
    suicidal (again|now|tonight|today|lately|recently|and|but|honestly|please|since|because|after|\
        all|too|every)
    < suicidal >
    my suicidal (thoughts|feelings|thinking|urges|ideation)
    (having|have|had|get|got|getting|has|with|intrusive) .. (suicide|suicidal) (thoughts|thinking|\
        thought|feelings|ideation|urges|ideas|plans)
    my suicide (plan|note|thoughts|attempt)?
    suicide .. on my mind

    # keeping safe
    (can not|could not|do not|will not|not) (keep|keeping|stay|be|feel) {self}? safe (from|with|\
        around) {self}
    (can not|could not|can not promise to|not able to|unable to) keep {self} (safe|alive)
    not safe (with|from|around|on) {self}
    not safe to be alone
    (not trust|scared of|afraid of|frightened of|do not trust) {self} (to be (alone|on my own)|to \
        stay|to keep|alone|tonight|around|not to|right now|at the moment)
    (not trust|do not trust) {self} >
    (scared|afraid|frightened|terrified) of what (i|he|she|they) (might|could|will|may|am going \
        to|would) do to {self}
    (do|doing|does) something to {self}
    (do|does|did|doing|done) something (stupid|silly|daft|bad|terrible|drastic|awful|reckless) to \
        {self}
    {will} do something (stupid|silly|drastic) (tonight|today|soon|if|when|>)
    going to do something (stupid|silly|drastic) (tonight|today|soon|>)
    (do|doing) something (silly|stupid) .. to (me|myself)

    # attempts
    (tried|attempted) (to)? (kill|end|take|unalive|off|top) ({self}|my life|his life|her life|\
        their life|my own life|his own life|her own life|it all)
    tried to end it
    (my|his|her|their) (first|last|second|third|previous|suicide) attempt ... (again|another|back|\
        over|successful|work)
    last time i survived
    this time i (will not|do not want to) survive
    (discharged|home|back|survived|came round) .. after .. (suicide)? attempt .. (feelings|\
        thoughts|back|again|still)
    (my|another|new) suicide attempt
    (made|got|have|has|had) .. (plan|plans|plan ready) .. (to die|end my life|kill myself|die|\
        suicide|to end it)
    death is what (i|he|she) (want|wants|need|crave)
    (my|the) plan is to (be dead|die|not be here|be gone)
    not joking .. {want} to (die|end it)
    i (have|had)? (written|wrote) (the|my|a) note >
    """
)

EXPLICIT_TOPIC = lines(
    """
    (suicidal|suicide) (thoughts|thinking|thought|feelings|ideation|urges|ideas)
    thoughts of (suicide|dying|death)
    attempted suicide
    attempt suicide
    suicidal
    """
)

ALONE = lines(
    """
    suicide
    suicidal
    suicide (help|helpline|hotline|line|number)
    selfharm
    selfharming
    selfharmed
    hurting myself
    want to die
    want to end it
    ending it
    ideation
    kill myself
    end my life
    dying inside help
    die
    """
)

PASSIVE = lines(
    """
    # no wish to be alive
    {nt} {want} (to|too)? {adverb}? {alive}
    {nt} {want} (to|too)? (be|exist|continue|wake up|wake up tomorrow|wake up again|wake up in \
        the morning|get old|grow old) >
    {nt} {want} (to|too)? wake up (tomorrow|again|anymore|ever|in the morning|any)
    {nt} wanting (to|too)? {alive}
    {nt} (supposed|meant) to be (alive|here|on this) (anymore)?
    (not|no) (like|enjoy|feel like|fancy|see myself|feel i should be|love) (living|being alive|\
        existing)
    (hate|hates|hating|dread|loathe|regret) (being alive|existing|waking up each|that i am alive|\
        that i woke|living|still being here|breathing)
    (could|can) not (stand|bear|face) (being alive|living|to live|to be alive|existing|life|this \
        life|to be here|to be in this world|another day of (this)? (life|living|being))
    (can not|could not) (do|face|handle|cope with|manage|bear|live|stand|take) (this|my)? life \
        (anymore|any longer|nomore|>)
    can not be bothered .. (living|being alive|to live|be alive|with life|to be alive|existing|\
        alive)
    (can not|could not) live (anymore|like this|this way|with what|with myself|with it|this life|\
        without him anymore|without her anymore)
    (can not|could not|do not think i can) (go on|carry on|keep going) (>|living|anymore|any \
        longer|like this >|like this anymore|nomore|much longer|with life|with this life|with it \
        all|any further)
    (not living|am not living) just existing
    staying alive is (such)? (hard|too|harder|exhausting|pointless)
    too (tired|hard|painful|sad|broken|weak|exhausted) .. to (stay alive|live|be alive|go on \
        living|keep living)
    too much (pain|hurt|hurting|sadness|shame|guilt|suffering) .. to (stay alive|live|be alive|go \
        on|keep living)
    not going to (survive|last|make it) (this|tonight|the night|another night|the week|much \
        longer|until)
    no way (to|i can|of) (carry on|go on|carrying on|going on|keep on) living
    (not|never) belong (in|on) this (world|life|earth|planet)
    (life|living|existing|existence) (has|feels|is|seems) .. (pointless|meaningless|no meaning|no \
        purpose|empty now|no point) (for me|to me|anymore|>|now)
    lost (all|my) (will|desire|wish) to (live|go on|be alive)
    (can not|could not|not) (keep|go on|carry on|continue) living
    (wish|wishing|wished) .. had not (woken|woke|>|been born|survived|bothered being)
    (hate|dread|hating|dreading) waking up
    (picture|pictured|picturing|imagine|imagining|planning|planned|see|seeing|dream|dreaming) .. \
        my own (funeral|death|body|coffin)
    not .. make it to (christmas|new year|my .. birthday|the new year|next year|the end of the \
        year)
    how to keep {self} alive
    not (feel|feeling|be) safe with my (own)? (thoughts|head|mind)
    (scared|afraid|frightened) of my (own)? (thoughts|head|mind)
    no (strength|energy|will|wish|desire|power|fight|courage) .. (to|for) (live|living|life|be \
        alive|go on living|stay alive|existing|exist)
    (no|not any|not the) will to (live|go on|carry on|continue)
    (give|gives|giving|given|gave) up on (life|living|my life|being alive|staying alive|existing)
    (done|finished|over it|through) with (life|living|existing|being alive|this life|this world|\
        it all >)
    life (is|has) .. (finished|over|done|ended) for me
    for me (life|living) is (finished|finish|over|done)
    (life|living) is (finish|finished) >
    my life (is|feels|has|seems) .. (finished|worthless|pointless|meaningless|no meaning|no worth|\
        no point|no purpose|not worth|nothing|empty and pointless)
    my life .. (has|have|is|got) no (worth|value|meaning|purpose|point)
    life (is|feels|seems|was|just)? .. not (worth|worth it|for me|worth living|worth carrying on)
    not worth (living|being alive|going on|carrying on living|staying alive|waking up)
    (pointless|worthless|nothing|no point|no worth) .. (me breathing|my life|my existence|me \
        being alive|me living)
    {weary} {live_on}
    (tired|exhausted|weary) in my soul
    (existing|being alive|living|life) (hurts|is torture|is agony|is unbearable|is a curse|is too \
        painful|is too hard|is killing me|is too much|is exhausting)

    # no reason, no future
    (no|not see|can not see|not see any|not any|without|is there|see no|seeing no|lost) (the|a|\
        any|my|more|real|much|single|one|good)? (reason|point|purpose|sense|reasons) (left|\
        anymore|now|at all)? (to|in|for|of|with|why) (me|i|my|him|her)? (to|in|should)? (carry on|\
        keep|keep going|go on|going on|live|living|being here|being alive|be alive|stay alive|\
        staying alive|be here|being|life|exist|existing|wake up|waking up|continue|continuing|\
        carrying on) (living|anymore|>|alive|with life|and|when|if|but|honestly|now|at all|\
        tomorrow|since|because|like this|or|each|every|breathing)
    what (is|would be|was|are) the (point|use|reason|purpose|sense|meaning) (in|of|to) (me|my)? \
        (living|life|live|being here|being alive|be alive|staying alive|waking up|existing|\
        existence|carrying on|going on|me|going on anymore|my life|me being|carry on|being|all \
        this living|breathing|staying) (anymore|>|alive|here|living|at all|when|if|any|honestly|\
        like this|now)
    what is (the)? point (of|in)? (live|life|living|alive|to live)
    (can not|not) see (why|a reason|any reason|the point|how) .. (i|to|of|in) .. (carry on living|\
        live|go on living|stay alive|be alive|living|being alive|keep living)
    (nothing|not anything|little|not much|not a thing) (left|else)? (here|for me)? (to live|to \
        stay alive|worth living|to keep living|worth staying alive|keeping me here|keeping me \
        alive|to be alive) (for|4|>|to)?
    nothing left (for me)? (in|on) (this|the)? (life|world|earth|planet)
    (what|anything) .. left to live for
    (why|how) (am|come) i (am)? (still)? (alive|here|breathing|even alive|even here|not dead)
    why (bother|should i|do i|would i|keep|carry on|go on|even) .. (living|to live|live|being \
        alive|stay alive|staying alive|breathing|exist|existing|waking up)
    why i am alive
    why i am still (alive|here)
    (not|can not|never) (see|imagine|imagin|picture|envisage) (a|any|my|the|myself|me)? .. \
        (future with me|with me in it|being alive|alive next|alive by|myself getting|reaching|\
        making it|getting to (christmas|next|my|the)|here at christmas|here next (year|month|week|\
        christmas)|living past|next week >|next year >|existing)
    (no|not a|not any) future .. (no|for me in|in this life|with me in|alive|and no)
    i have no future (and|in this life|so|>)
    there is no (way out|other way|escape|hope left) (for me|of this life|but|except|apart|left)
    (only|easy|quick) way out .. (is|of)? .. (dying|death|finish|end|die|not here|this life)
    (taking|want to take|like to take|going to take|just take) the easy way out
    no place (for me)? (in|on|among) (this|the) (world|living|earth)
    not (sure|know if|think|certain) .. (want to be|going to be|will be|be) (around|alive) (to|\
        for|much|at|by|anymore|next|>)
    not .. {now}? be alive (by|tomorrow|next|for|at|in|then|much|to|this|>|when|on|past|after)
    will not (be|stay) alive
    not think .. be (around|here) (for)? much longer

    # better without
    better off without me
    (better|happier|easier|lighter|safer|relieved|kinder|sukhi|nicer|simpler|grateful|glad|fine|\
        ok|okay|cope|manage|fine enough) (place|off|life)? (without me|if i {die_event}|once i \
        {die_event}|when i {die_event}|if i just {die_event}|with me dead|with me gone|if i left \
        this|without me (here|alive|around|in it|in this))
    better if (i|he|she) (was|were|am|is|had|just)? .. (dead|not here|not alive|never born|gone|\
        not around|not exist|not in this world|disappeared|died|vanished|not been born|out of the \
        way for good)
    better (i|he|she) (was|were|am) (dead|not here|not alive|gone)
    easier ... if (i|he|she) .. (dead|was not here|not alive|did not exist|was gone|died|\
        disappeared|was not around|were not here)
    {who} (would|will) be (better|happier|relieved|releived|free|ok|glad|lighter) .. if (i|he|she|\
        they) {die_event}
    (if|when|once) i (was|were|am|had) (dead|not alive|nolonger alive|never born)
    would (anyone|anybody|nobody|they|people|it)? {adverb}? (miss|notice|care|mind|cry|be sad|be \
        sorry|matter) .. (if|when) (i|he|she) {die_event}
    (nobody|anyone|anybody|who|people|they) (would|will) (ever|even|really|actually)? miss (me|\
        him|her) (>|if i {die_event})
    (nobody|anyone|anybody|who|people|they) (would|will) (ever|even|really|actually)? miss (me|\
        him|her) / (and|or|but|anyway|really|honestly|lol|when|so|now|at all|much)
    if i (just|simply|only)? (was|were) not alive >
    nobody (cares|bothers|notices) if i (live|die|lived|died|am alive|am dead|disappear|\
        disappeared|am gone|was gone|exist|vanished)
    nobody .. notice if i {die_event}
    (anyone|anybody|people|they|many) .. (come to|come|turn up to|go to|cry at|be at|at) my \
        (own)? funeral
    worth more (to .. )? dead
    (relieved|relief|releived|peaceful|free|bliss|heaven) .. (if i (died|was dead|was gone|did \
        not wake)|when i (die|am dead|am gone)|to be dead|not to exist|not to be alive|not to be \
        here|to not exist|to not be alive|to not wake up|to just die|to die)
    (i am|just|only|being|such|feel like) (a|such a)? burden (to|on|for) (everyone|everybody|my|\
        them|all|family|the family|people|others|evrybody|my family|those)
    would not (care|mind|be bothered|bother me|fight it|be sad|matter|be upset) (one bit)? (if|\
        when) (i|he|she|death|a) (died|die|was dead|did not wake|dropped dead|never woke|were \
        dead|came|was gone|got (a)? terminal|got something terminal|did not make)
    (not|stopped|nolonger|past|beyond) (care|caring|bothered|fussed|mind|cared) (if|whether|about \
        whether) (i|he|she) (live|die|lived|died|am alive|live or die|wake|woke)
    (whether|if) i live or die
    the world (would|will|is|be) .. (better|lighter|happier|nicer) .. (without (me|him|her)|if i)

    # wishing not to wake, exist, be born
    {wish} .. (i|he|she|they) (was|were|could be|am) (dead|never born|not alive|not here|not born|\
        not around|gone forever|gone for good|in the ground|asleep forever)
    {wish} .. (i|he|she) (was|were|could be) gone >
    {wish} .. (i|he|she|they) (had|have|was|were) (never|not) (been)? (born|alive|existed)
    {wish} .. (never|not) been born
    {wish} .. (i|he|she|they|you) (could|can|would|might|do|did|will|just|to)? .. (die|not exist|\
        never wake up|not wake up|not wake|cease to exist|stop existing|stop living|disappear \
        forever|vanish|fade away|not be alive|not be here anymore|sleep forever)
    {wish} .. (i|to) (could|can|would)? disappear
    {wish} to not wake
    {wish} ... (do not|not to|never|would not|will not|did not|not) (wake|waking) up (>|tomorrow|\
        again|one|ever|at all|and|so|in the morning|anymore|this|each|every|after|next)
    {wish} .. i could (just|simply)? be (dead|gone|asleep forever)
    {wish} it (was|were|had been|should have been|would have been) me .. (died|dead|instead|who)
    should have been me (who|that|instead|not)
    (let|make|want|wish|ask|asking|beg|please|if i|could|hope|rather|wanting|hoping|fall asleep) \
        .. (not|never) (to)? (wake|waking) up (>|tomorrow|again|ever|at all|and|in the morning|\
        anymore)
    (sleep|asleep|bed) (and|then|&|to) .. (never|not) (have to)? (wake|waking|come back|woken|get \
        up again) (up)? (>|ever|again|back|tomorrow|anymore|sounds|would|and|in)
    (not|never) (ask to|asked to|want to) (see|live to see) the (morning|sunrise|new year)
    not to see the morning
    not .. see (another|the) (monday|sunday|morning|birthday|christmas|new year|sunrise|day)
    (go to|fall) sleep (forever|for good|for ever)
    (sleep|asleep) (forever|for ever|for eternity|eternally)
    close my eyes (for good|forever|for ever|and never|and not|one last)
    (disappointed|gutted|upset|sad|cry|cried|annoyed|angry|devastated|crying|sorry|hate|hated|\
        regret|dread) .. (i|that i|because i|when i|to) .. (woke up|woken up|was still alive|am \
        still alive|still alive|wake up alive|still here|wake up each morning still|open my eyes|\
        survived)
    woke up again gutted
    (wish|hope|hoping|praying|want|wanting|waiting|hopeing) .. (something|anything) .. (happens \
        to me|happen to me|would happen to me|will happen to me|kill me|kills me|takes me|end me|\
        ends me)
    (hope|hoping|hopeing|pray|praying) .. i (do not|will not|never) .. (get there alive|make it \
        home|get home alive|make it|survive|wake)
    (hope|hoping|hopeing|pray|praying|wish|want|glad of|welcome|happy with|wishing|relieved) .. \
        (terminal illness|something terminal|a terminal|get cancer|got cancer|terminal diagnosis|\
        incurable|something fatal)
    (hope|hoping|pray|praying|wish|wishing) i (die|died|just die|drop dead|get killed)
    (god|lord|allah|jesus|rabba|waheguru|bhagwan|universe|him upstairs|death|he) .. (take|takes|\
        took|taking|call) (me|my life|her|him|us) (now|away|home|>|soon|already|tonight|in my \
        sleep|please|and|from)
    (pray|praying|prays|prayed|wish|ask|asking|beg|begging) .. (god|lord|allah|he|him) .. (take|\
        takes|to take|would take) (me|her|him|my)
    (join|meet|be with|with|see) (him|her|them|my {kin}|my (late)? {kin}) .. (in heaven|up there|\
        on the other side|in the afterlife|again soon|in death|in the next life|and go too)
    (is|she is|he is|they are) gone and i want to (go|be) too
    want to (go|be) (too|with) .. (gone|passed|died|heaven)
    (passed|died|gone) .. want to (join|be with) (him|her|them)
    in heaven with my

    # disappear, stop
    {want} to? {adverb}? (disappear|vanish|fade away|cease to exist|evaporate) (forever|for good|\
        and never|and not|completely|from|off|>|now|tonight|permanently|into nothing|without|\
        altogether|for ever|so|honestly)
    (disappear|vanish|gone) (off|from) the face of (the|this) (earth|planet|world)
    (disappear|vanish|go away|leave) (forever|for ever) and
    (disappear|vanish) from (this|the) (earth|world|life|planet)
    {want} (it|this|everything|all of it|all this|the pain|my pain|the suffering|the hurt|the \
        hurting|things) (all|pain|suffering|just)? (to)? (all)? (stop|end|finish|go away forever|\
        be over forever|stop forever|end forever|be over for good) (forever|for good|now|for ever|\
        >|permanently|me included|everything|please|all of it|so|tonight|and)
    {want} it all (to|over|finished|done) (end|stop|be over|finish|with)?
    (pain|hurt|suffering) (only|just|will|never|to|can) .. (stop|stops|end|ends) .. (dead|die|\
        death|gone|die >|forever)
    nomore (pain|hurt|suffering) .. (tonight|after|soon|today|tomorrow|dead)
    cease to exist
    (stop|stopping) (existing|living|being alive|breathing forever)
    {nt} (exist|be alive|be breathing) anymore
    if i (just|simply|only)? (was|were) not (here|alive|around) (anymore|any longer|nomore|at all)
    what if i .. (was not here|was not alive|was not around|did not exist|died|disappeared|did \
        not wake up|never woke up)
    about (not being here|not being around|not being alive|not existing|not waking up|not being \
        on this)
    (not|want to not|need to not) (be|being) (alive|here anymore|on this (earth|planet|world))
    (like|as if|feel|feels) (i am|am|i was|i have)? (already|all ready) (dead|died|gone)

    # deserving, envy, peace
    {nt} (deserve|deserves|deserving|fit|worthy) (to|of) (live|be alive|exist|breathe|be \
        breathing|be here|life|living|be on this|continue living|survive|wake up|carry on living)
    {nt} deserve (life|my life|living)
    (should|ought to) not (be|still be|have been|being) (alive|born|living|here anymore|breathing|\
        living anymore|on this)
    (jealous|envious|envy|envied|envying|lucky) .. (who|that|when|of|patients|residents|people|\
        the ones) .. (die|dies|died|dead|pass|passed|passing|dying)
    (envy|envious of|jealous of) the (dead|dying|deceased)
    when .. (die|dies|pass|pass away) i (think|feel|wish|am|get) (lucky|jealous|envious|envy|it \
        was|it were|that was)
    (peaceful|calm|nice|easier|lovely|good|better|quiet|peace|restful) ... (to be|being|when i am|\
        if i was|be) dead
    (death|dead|dying) (would|feels|seems|must|is|sounds|looks|does not|do not) .. (peaceful|\
        peace|relief|rest|restful|easier|kinder|better|comforting|release|escape|appealing|\
        inviting|nice|welcome|scare me|frighten me|way out|only way|answer|solution|lovely|like \
        heaven|a friend)
    (not|nolonger) (scared|afraid|frightened|scare|fear) (of)? (death|dying|die) (anymore|now|>|me)
    (only|the one|one) (thing|reason|person|things) (keeping|keeps|kept|holding|that keeps|\
        stopping|i am|why i am|that is keeping|for staying) (me|staying)? (here|alive|from \
        (killing|ending|doing it)|in this world|on this earth|breathing|living|me here)
    (not|were not|was not) for .. (i) would (not be here|be dead|be gone|have (killed|ended|done \
        it|gone)|not be alive|kill|end|top|off)
    only stay (alive|here) (for|because)
    (maybe|think|guess|feel|feels|perhaps|know) .. (my time|time for me) to (go|die|leave|leave \
        this|be with|join)
    (it is) my time to (go|die)
    (my time|time for me) (is up|has come|is now|is here|to (die|go and be))
    by my own hand
    ready to (let go of life|go to heaven|be at peace|go be with)
    (wish|hope|want) (the)? night .. swallow me
    """
)

NOT_HERE = lines(
    """
    if i (just|simply|only)? (was|were) not (here|around|in the picture|in it) >
    {nt} {want} (to|too)? {adverb}? be here (anymore|nomore|any longer|at all)
    {nt} {want} (to|too)? be around (anymore|nomore|any longer|>)
    (just|honestly|really|simply) (do not|not) want to be here >
    """
)

BETTER_WITHOUT_OTHER = lines(
    """
    (better|happier|easier|lighter) (off|place)? without (him|her|them)
    (can not|could not) (go on|carry on) >
    nobody would miss (him|her)
    we would (all)? be fine when (he|she) (is|was) dead
    (enough|tired|sick) of (life|living|it all)
    not (be)? here much longer
    life is not worth it
    (be|wants to be) gone
    goodbye forever
    not be around
    by the time you read this
    (sorted|put) (his|her|their) affairs
    (look after my|take care of my) ..
    god to? take (him|her)
    put up with me much longer
    lost the will to live
    """
)

FAREWELL = lines(
    """
    by the time (you|anyone|someone|they|this is|anybody|people) (read|reads|see|sees|get|gets|\
        find|finds|hear) (this|me|it|my) .. (gone|dead|over|late|not be here|with god|be free|\
        peace)
    by the time (you|anyone|they) (find|finds) me
    bye world
    (made up my mind|made my mind up) .. to go >
    find me gone
    goodbye (everyone|everybody|world|all|to you all|all of you|my friends|to everyone|cruel \
        world|forever|for ever|for good|for the last time|life|my loves)
    (final|last|one last|forever) goodbye
    (this is|it is|this|is) (my)? (a)? (goodbye|final goodbye|goodbye) (forever|for good|from me|\
        for ever|now|everyone|>|to)
    (say|said|saying|says) (my|their|his|her|a|last|final|our) (final|last|silent|secret)? \
        (goodbye|goodbyes|byes)
    (say|said|saying) goodbye to (everyone|you all|all of you|the world|my (kids|children|boys|\
        girls|babies|mum|family|husband|wife|son|daughter))
    sorry for everything >
    (give|send) .. my love to .. {kin}
    (last|final) (you|anyone|they) (will|ll)? (hear|see) (of|from)? me
    (last|final) time (you|anyone|they) (will|ll)? (hear|see) (of|from)? me
    (written|wrote|writing) (my|the) (notes|letters|goodbyes|goodbye|last)
    (looked after|look after|take care of|feed|walk) ... when i am not here
    (bye|goodbye) (forever|for good|for ever|for the last time)
    (this is|it is|this|is) my (last|final) (message|text|words|note|post|night|day|goodbye|ever) \
        (>|on|alive|ever|here|and|to|before|so|everyone|sorry|thank)
    my last (words|wish|wishes|night alive|day alive|day on (earth|this)|night on (earth|this)|\
        will|goodbye)
    my final (words|wish|goodbye|note)
    last words (really|from|to|would|are|>)
    last everything
    (wrote|written|writing|write|writting|left|leave|leaving|recorded|made|done|finished) .. \
        (letter|letters|note|notes|goodbyes|video|videos|message|messages|cards) (to|for|on) .. \
        (each|my|the|all) (of my|one of my|my)? (family|kids|kid|children|child|boys|girls|son|\
        sons|daughter|daughters|husband|wife|mum|dad|parents|loved|partner|for after|kitchen|\
        table|sister|brother|pillow|bed)
    (letters|letter|notes|video|note|instructions|money) .. for (after|when) (i am|i have)? (gone|\
        >|dead|died|i go)
    (written|wrote|writing|leave|left|leaving|write) (the|my|a|his|her|their) (final|last|goodbye|\
        farewell|suicide)? (note|goodbye) (>|on the|to say|explaining|for my|for them|tonight|and \
        we|and)
    (goodbye|farewell|suicide|final) (letter|letters|note|notes|text|message|post|messages|texts|\
        video|posts|voicemail)
    (given|giving|gave|give|gives|handing|handed) .. (away)? (my|his|her|their|all) (things|stuff|\
        belongings|possessions|bits|jewellery|savings|clothes|everything) (away|out|to|>|because|\
        this|and)
    (given|giving|gave|give) (stuff|things|everything|possessions|belongings|it all) away
    given (away)? my (cat|dog|pets|pet|animals|things|stuff|belongings) (away|to .. so)
    given my (cat|dog|pet) to .. so
    (not|no|nolonger) (need|needing|use) (it|them|any of it|anything|her|him|money|this) .. where \
        (i am|he is|she is|i|we are) (go|going|headed)
    (affairs|everything|paperwork|things|funeral|will|it) .. (in order|sorted|arranged|ready|\
        organised|ready for) .. (after me|for when|so nobody|so my|so they|before i go|when i am \
        gone|after i go|going|find me|to go|i am ready)
    (put|putting|got|getting|sorted|sorting|sort|set|tied up|arranged) .. (my|his|her|their) \
        affairs .. (order)?
    my affairs (are|is)? (in order|sorted|settled)
    (when|until|so|before|after|for) (they|someone|somebody|anyone|you|people|police|she|he) \
        (find|finds|found|discover) (me|my body)
    (they|you|someone|somebody|people) (just)? (need|have) to find me
    (find|found|finds) my body
    (after|when|once|before) i am (gone|nolonger here|nolonger in|not here anymore|dead|passed|\
        nolonger here|nolonger in|nolonger around)
    (sorry|regret|miss me|happy|fine|ok|better|cope|realise|care|looked after|understand) .. when \
        (i am) gone
    (i will|i am going to|i might|i shall|soon i) .. be gone (soon|tonight|tomorrow|forever|for \
        good|by morning|by the morning|in the morning|>|and then|from this)
    i will not be alive (by|when|to|after|tomorrow|tonight|in|much longer|anymore|any longer|for|\
        on|>|next|past)
    i will not be around (to see|after tonight|after today|much longer|anymore|any longer)
    (going|gone|go|leave|leaving|left) (for good|forever|for ever|from this world|from this life|\
        this life|this world|this earth|this planet)
    before i (go|am gone|went) (forever|for good|tonight)
    (not|never) (coming|come|be coming|be) back (from this|ever|this time|please|from where|>|\
        forever|at all|alive|so)
    (not|never) be (here|around|alive) (much longer|by (the)? (morning|monday|weekend|christmas|\
        tomorrow|friday|then|sunday|saturday)|to see|for (my|christmas|her|his|the|their)|in the \
        morning|on this|anymore|any longer|after tonight|after today|come)
    (not|never) (see|seeing|hear|hearing) (me|from me) (again|anymore|ever|nomore|after|anymore|\
        tomorrow)
    (nobody|no need|not|you|they|anyone|never) .. (worry|worrying|bother|put up|deal) (about|\
        with) me .. (after|anymore|again|much longer|soon|from tomorrow|tomorrow|nomore)
    (after|from) (today|tonight|tomorrow|this week) .. nobody .. (worry|bother|cover|deal|miss)
    not (be)? (a)? (problem|burden|bother|trouble|nuisance|worry|pain) (to|for)? .. (anymore|much \
        longer|after|again|soon|nomore|from)
    nomore (pain|hurting|suffering|me|tears) (after|soon|tonight|>|for me|from)
    (tell|let|telling) .. (my|the) {loved} .. (i (love|loved|am sorry|tried|did try)|that i (love|\
        loved|tried|am sorry)|sorry|know i (tried|loved|love)|how much i|it was not)
    tell (them|everyone|my team|everybody) (that)? i am sorry >
    tell (them|her|him|everyone) .. (i (love|loved|tried|did try)|it was not (their|there|his|her|\
        anyones|anyone))
    (goodbye|bye|sorry) .. (it is|it was) (not)? (anyone|nobody|anyones|no ones|not your) fault
    (look|looking|take) (after|care of|care) (my|the|of my) {loved} (for me|when|once|after|\
        please|if i|i will not|>) .. (gone|world|coming back|not here|not be|me|back)
    (remember|forgive) me (kindly|fondly|for what i|when i am|as i was|for leaving|for going|\
        everyone)
    (remember|forgive) me .. (leaving|gone|finish|finished|die|goodbye|not strong)
    (at peace|made (my)? peace|calm|relieved|feel better|happy) (with|about|now|because|for|that) \
        .. (decision|decided|dying|death|going|leaving|end|ending|go|gone soon|leave|gone)
    made my peace (and|with (dying|death|god|it|leaving)|>)
    i have made (my)? peace
    (decided|decision) .. nomore pain
    (soon|tonight|tomorrow|today) .. (it will|i will|ill|will) .. (all)? (be over|be gone|be free|\
        be at peace|not hurt|stop hurting|nolonger hurt|rest|be dead|be with)
    (soon|tonight|tomorrow) it (is|will be)? (all)? over
    (tonight|today) is the (night|day) (i|it|>)
    soon it .. (not|stop) hurt
    (songs|music|hymns|instructions|plan|plans|planned|planning|arranged|paid|arrangements|picked|\
        dress) .. my (own)? funeral
    my funeral .. (sorted|planned|paid|arranged|plan|drawer)
    (hugged|kissed|cuddled|hug|kiss|held) .. {loved} .. (last time|one last|extra long|bit longer|\
        longer|extra tight|like it was)
    (rang|called|phoned|saw|visited|spoke|speak|heard|texted|kissed|seeing) .. (my|the) .. for \
        the last time
    for the (very)? last time (>|ever|tonight|today|because)
    (sorry|apologies) .. (i could not stay|not strong enough|could not stay|i have to go|before i \
        go|could not hold on|i could not hold on|could not do it anymore|for leaving)
    (sorry|apologise) to (everyone|all|anybody|anyone|my|those) .. (let down|leaving|could not|\
        hurt|left behind|this)
    this is the end for me
    (the end|it is the end|end of the road) (for me|tonight)
    (not|no need to|no point) (look for|try to find|come looking for|come find|try to stop|save|\
        search for|try and stop|try to save|bother looking for) me
    not send anyone / (>|for me|i|here|please|it)
    (love|luv) you all .. (leaving|goodbye|bye)
    leaving (this|the) (world|earth|planet|life)
    (in|from|depart|departing|exit|quit) (this|the) (mortal)? (world|life) (nomore|anymore)
    nolonger in this world
    it is (too)? late for me
    too late for me
    (lovely|nice|good|great|pleasure) knowing (you|everyone|yous)
    (over and out|logging off|signing off|checking out|clocking out|bowing out|log off|logged off|\
        sign off|check out) (for good|forever|of life|permanently|from life|for ever|for the last \
        time|on life|life)
    i tried .. (my best)? i (really)? did try
    who gets (what|my) .. (gone|die|dead|go|not going to see|when i)
    will not be (coming|going) (home|back) (>|tonight|ever|again alive)
    not be needing (it|them|her|him|anything) (>|anymore|where)
    was my last (day|shift|message) and my last
    """
)

SELF_HARM_INTENT = lines(
    """
    {intend} {harm} {self} (>|again|badly|so|tonight|now|today|because|when|but|on|if|really|\
        instead|right|please|and|or|in|at|every|more|to|just|after|before|some|until|while|lately|\
        anymore)
    (feel like|thinking of|thinking about|think of|think about|thoughts of|thoughts about|urges \
        of|urge of|about|close to|considering|consider|relief from|relief in|started|start|\
        starting|starts|keep|keeps|kept|been|be|is|am|are|stop|stopped|stopping|not stop|into|of|\
        to|by|from|with) {adverb}? (deliberately|physically|secretly|purposely)? {harming} {self}
    {harming} {self} (again|on purpose|deliberately|is the|to|helps|every|when|because|at|in|and|\
        since|daily|now|a lot|more|for|help|so|as|lately|>)
    {harm} {self} (on purpose|deliberately|again|when|to cope|to feel|regularly|secretly|every|to \
        release|so i|badly this|a lot|because|daily|after every|after each|every time|\
        intentionally|in secret)
    (i|he|she|they) (sometimes|often|regularly|occasionally|still|secretly|deliberately|always|do|\
        also|will|usually|keep)? (harm|injure|harms|injures|harmed|injured|mutilate) {self}
    (sometimes|occasionally|often|deliberately|purposely|secretly|intentionally) .. (i)? (hurt|\
        injure|harm|injured|harmed|punish) {self}
    (go|went|goes|do|did) ... (and|to) (hurt|harm|punish) {self}
    (keep|get|end up|back to) .. (hurting|harming|injuring) {self}
    (need|needs|deserve|deserves|have|want|got) to? (punish|be punished physically|hurt|harm|\
        suffer physically) {self}
    punishing {self} by (hurting|harming)
    harmed {self}
    i am a selfharmer
    punish {self} (physically|by hurting|with pain|on purpose)
    (hurt|hurts) me myself
    (only way|way) i cope is (hurting|harming) (me|myself|my body)
    (do|doing|did|done|cause|causing) (harm|damage|injury|pain) to (my body|myself|me|himself|\
        herself|my own body|themselves)
    (relief|release|calm) .. (from|when|by|after|in) (hurting|harming|hurt|injuring) (my body|\
        myself|my skin|me)
    (i|he|she) (damage|damages) {self}
    damage {self} because
    (hurt|harm|harming|hurting) my own body
    (either|or) (hurt|harm|hurting) {self}
    (either)? (hurt|harm) {self} or
    (marks|scars|bruises|wounds|injuries|state|damage|mess) .. (i|he|she) (did|made|do|make|\
        caused|put|gave|put there)? .. (on)? {self}
    (cover|covered|covers|hide|hiding|hid|show|see|showing|notice|noticed|ashamed|from|patching) \
        .. (what|marks|scars|wounds) .. (i|he|she) .. (do|did|made|done) (to|on) {self}
    my scars (are|is)? (showing|visible|fresh|new) .. (again)?
    (fresh|new) (selfharm)? (marks|scars|wounds) .. (selfharm|{self}|again)
    (did|done|do) (something)? .. to hurt {self} .. (ashamed|again|on purpose)
    (need|needs|like|likes|want|wants) to see (me|myself|himself|herself) in pain
    (nobody) (know|knows) i .. (hurt|harm) myself
    so (he|she|they) (does not|do not|can not) (hurt|harm|kill) {their_self}
    """
)

SELF_HARM_WORD = lines(
    """
    (i|he|she|they|we) (do|does|did|am|is|are|have|has|had|will|sometimes|still|also|secretly|\
        regularly|might|may|want to|been|keep|started|just|really|always|often|even|going to|\
        again|actually)? (been|to|going to|started|the|want to|still|back)? {selfharm}
    (urge|urges|urging|want|wants|wanting|need|tempted|tempting|desperate|close|near|thinking \
        about|thinking of|think of|think about|thoughts of|desire|craving|crave|about to|going to|\
        started|start|starting|back|been|stop|stopped|stopping|not stop|keep|keeps|relapsed on|\
        relapsed with|relapse into|relapsed into|relapse with|relapsing|relapse on|addicted to|\
        struggling with|battling|turn to|turned to|turning to|resorted to|resorting to|resort to|\
        hiding|hide|need to stop|quit|episode of|bout of|clean from|clean of|free from|free of|\
        close to|really close to) (to|my|the|more|doing|his|her)? {selfharm}
    my (own)? {selfharm} (is|has|are|getting|again|scars|marks|urges|back|worse|>|secret|thoughts|\
        and|to|habit|from|relapse)
    (selfharm|selfharms|selfharmed) (again|is back|are back|is getting|has come back|getting \
        worse|came back|last night|this morning|to cope|has got worse)
    (selfharming|selfharmed) / (again|every|daily|most|tonight|last|today|after|to cope|to get|to \
        feel|in (the|my) (staff|toilet|toilets|loo|car|bathroom|break|sluice|shower)|at work|\
        because|since|worse|secretly|more|nearly|now|when i|on my|before|between|and (i|can|\
        hiding|nobody)|but nobody|thought|>)
    {selfharm} (is the only|helps me|is how i|is my only)
    {selfharm} (thoughts|urges|urge|thought|relapse|impulses)
    i am .. (and|also|still|then) {selfharm}
    {person} selfharm
    (new|fresh|my|old|more) selfharm (scars|marks|wounds|injuries)
    {person} .. (selfharms|selfharming|selfharmed)
    (my|the) {selfharm} (is|has) .. (back|worse|returned|started|again|daily|deeper|control)
    (nobody|nobody) .. i .. {selfharm}
    who selfharms (it is) me
    (mate|friend|colleague|daughter|son|sister|brother|wife|husband|partner|carers|carer|boy|girl|\
        kid|kids|mum|dad|nephew|niece|staff|member|nurse|she|he|workmate|teammate|cousin|someone|\
        housemate|flatmate|boyfriend|girlfriend|volunteer|mentee|buddy|old) (at work|is|has|has \
        been|on nights|been|with|on my team|.. old|might be|may be|is doing|started|did|who|\
        keeps)? (fresh|still|signs of|new|started|been|to)? {selfharm}
    {selfharm} .. (it is|that is|this is) (me|about me|for me|my own)
    sh (again|urges|getting worse|relapse|is back|relapsed|is getting|thoughts|every)
    i (want to|just|again|still)? sh (again|last|today|tonight|>|every|to cope|when|because)
    (relapsed|relapse|relapsing) .. {selfharm}
    relapsed (>|again|last night|after .. years clean)
    """
)

CUTTING = lines(
    """
    {intend} cut {self}
    (started|start|starting|keep|keeps|been|am|stop|stopped|stopping|not stop|back to|urge of|about|\
        think of|thinking of|thinking about|thoughts of|from) {adverb}? cutting ({self}|my (arm|arms|\
        leg|legs|wrist|wrists|thigh|thighs|body) |again|>)
    (i|he|she|they) {adverb}? (cut|cuts) {self} (again|on purpose|deliberately|last night|tonight|\
        to cope|to feel|when|because|every|after (each|every|my|the|work|shift)|so)
    cutting again (>|after|since|and|because|on)
    (urge|urges|need|needs|want|tempted) to cut ({self}|again|>)
    (i|he|she) cut to (feel|cope)
    my cuts are (mine|from me)
    """
)

HURT_MYSELF = lines(
    """
    (i|he|she|they) (have|had|has|just|did|also|really|might|may|could|will|would)? (hurt|have \
        hurt|hurts) {self}
    hurt {self} (again|last night|today|tonight|so|really|bad|badly)
    (will|going to|might|may|could) (hurt|harm) {self}
    trying not to (hurt|harm) {self}
    hurting {self}
    harming {self}
    injuring {self}
    """
)

IF_I_DIED = lines(
    """
    if i (just|ever|simply)? (died|die|was dead|were dead|dropped dead|did not wake up|never woke \
        up|was not alive)
    if i (disappeared|vanished) (tonight|tomorrow|forever|off|from)
    """
)

CLAIMED = lines(
    """
    suicide
    suicidal
    selfharm
    selfharming
    ideation
    suicidal people
    ending it
    """
)

SLANG = lines(
    """
    kms
    {intend} kms
    kys
    (unalive|unaliving|unalived) (me|myself|{self}|>|tonight|now|honestly|lol|so|this|and|again|\
        today|thoughts)
    {intend} unalive
    {intend} be unalived
    (off|top|offing|topping|ending|finishing|deleting) (myself|himself|herself|themselves)
    (will|would|want to|going to|might|could|should|ready to|rather|just) (off|top|end|delete|\
        finish|yeet|kill|erase|bin|do) (myself|himself|herself|themselves)
    end me (>|tonight|now) .. (serious|mean it|not joking)
    might just end me
    (do|doing|did) (myself|himself|herself|themselves) in
    finish (myself|himself|herself) off
    (yeet|remove|erase|delete) (myself|me|himself|herself) (out of|from) (existence|life|this \
        world|this earth|the planet|the world|this planet|earth)
    (delete|remove|erase) me from (existence|life|this)
    (check|checking|checked|clock|clocking|clocked|log|logging|opt|opting|tap|tapping|sign|\
        signing|bow|bowing|cash|cashing|want|dip|dipping|exit|exiting|quit|quitting|leave|leaving|\
        peace) (out|off|>)? (of|from|on)? (this|the)? (life|existence|living|earth|world|this \
        planet|being alive)
    want out of (life|this life|this world|living)
    not waking up (would be|sounds|seems)
    (do not|nolonger) want this life (>|anymore|nomore|one more day)
    out of life
    out .. of life not
    (six|6) (feet|foot) under (sounds|is|would|looks|please|seems|.. good)
    (be|being|go|going|want|am|rather be) (six|6) (feet|foot) under
    pushing (up)? daisies (sounds|would|is|by|soon)
    (want|rather|like|ready|going|soon) .. (pushing up|push up) daisies
    meet my maker (>|soon|tonight|by|now|honestly|please)
    ready to meet my maker
    ctb (tonight|soon|today|>|now|this|tomorrow)
    catch the bus (tonight|soon)? .. (of life|for good|to the other side)
    game over for me
    (pull|pulling) the plug on (myself|me|my life|life)
    (shuffle|shuffled) off (this mortal coil|>|this|for good)
    (kick|kicking) the bucket (sounds|soon please|would be|tonight)
    (k|s) word (myself|thoughts)
    (do one|opt out|drop out) (of|from) (this)? life
    kill me no (really|seriously|honestly)
    on this (earth|planet|world) (nomore|anymore)
    """
)

OTHERS = lines(
    """
    ({will}|going to) (hurt|harm) {their_self}
    (someone|somebody|people|they|colleague|friend|mate) .. (might|may|could|will|going to) .. \
        (kill|hurt|harm|end) {their_self}
    {their_self} (safe|alive) (tonight|now|anymore)? >
    promise to keep {their_self} safe
    (she|he|they) .. (planning|plans|planned|picturing) (his|her|their) (own)? (death|funeral|\
        suicide)
    (joke|joking|jokes) about (topping|killing|offing|ending) {their_self}
    goodbye .. (not|nt|stopped) (answering|picking|replying|reachable|answer)
    (left|wrote|written|found|leaving) (a|his|her|their|husbands|wifes|sons|daughters|partners) \
        .. (goodbye|suicide)? (note|letter) .. (find|not|missing|gone|husband|scared|children|\
        family|kids)
    found .. goodbye (letter|note|message|text)
    (saying|said|texted|posted|messaged|sent|says|put|wrote|post) .. (goodbye|goodbyes|bye \
        everyone|goodbye forever|sorry goodbye everyone)
    (last thing|things) (he|she) said .. (could not|not) live with
    told me (he|she) (can not|could not) live with it
    threatening suicide
    threatens suicide
    talking about suicide
    talks about suicide
    talked about suicide
    (talks|talking|talked|talk) about (not being (around|here|alive)|being dead|dying|ending it|\
        death)
    hinted .. (wants|want) to end (things|it)
    (self)? harm marks
    selfharm marks
    lost .. will to live
    (told|says|said) .. (he|she) (is|was)? .. (finished|done with life|had enough of life)
    """
)

TABLES = (
    Table("explicit", Kind.SUICIDE_OR_SELF_HARM, EXPLICIT),
    Table("explicit, as a word", Kind.SUICIDE_OR_SELF_HARM, EXPLICIT_TOPIC, Guard.TOPIC),
    Table("a word or two and nothing else", Kind.SUICIDE_OR_SELF_HARM, ALONE, Guard.ALONE),
    Table("passive", Kind.SUICIDE_OR_SELF_HARM, PASSIVE),
    Table("not here", Kind.SUICIDE_OR_SELF_HARM, NOT_HERE, Guard.WORKPLACE),
    Table("said of someone else", Kind.SUICIDE_OR_SELF_HARM, BETTER_WITHOUT_OTHER, Guard.REPORTED),
    Table("farewell", Kind.SUICIDE_OR_SELF_HARM, FAREWELL, Guard.LEAVING),
    Table("self-harm", Kind.SUICIDE_OR_SELF_HARM, SELF_HARM_INTENT, Guard.ACCIDENT),
    Table("cutting", Kind.SUICIDE_OR_SELF_HARM, CUTTING, Guard.ACCIDENT),
    Table("self-harm, as a word", Kind.SUICIDE_OR_SELF_HARM, SELF_HARM_WORD, Guard.TOPIC),
    Table("hurting oneself", Kind.SUICIDE_OR_SELF_HARM, HURT_MYSELF, Guard.ACCIDENT),
    Table("supposing", Kind.SUICIDE_OR_SELF_HARM, IF_I_DIED, Guard.TOPIC),
    Table("named, then claimed", Kind.SUICIDE_OR_SELF_HARM, CLAIMED, Guard.CLAIMED),
    Table("slang", Kind.SUICIDE_OR_SELF_HARM, SLANG),
    Table("worry about someone", Kind.SUICIDE_OR_SELF_HARM, OTHERS, Guard.REPORTED),
)
