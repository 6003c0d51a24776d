"""Domestic abuse and sexual assault.

Sources: the signs named in the statutory definitions of domestic abuse (physical, sexual,
threatening, controlling, coercive, economic and emotional abuse between people personally
connected) and of sexual offences, in the words in which people say it. Sexual jokes and remarks at
work are not here: they belong to the sexual safety charter. A sexual assault counts however long ago.
"""

from .tables import Guard, Kind, Table, lines

HOME = lines(
    """
    # a partner or relative hurts
    {partner} .. {hits} me
    {partner} (who|that|has|is|was|does|did|keeps|keep|he|she|will|always|just|still|often|\
        sometimes|can|really|even) {hits} (>|now|again|help|and|when|every)
    {partner} .. {hits} (my|me and the) (kids|children|mum|mother|son|daughter|sister)
    {partner} (beats|hits|beat|punches|slaps|kicks|abuses) >
    my {partner} .. {hits} (>|and i|when drink|when he|when drunk)
    {hits} by my {partner}
    (my|the|her|his) {partner} .. (is|gets|got|turns|becomes|was|being|has been) .. (violent|\
        abusive|controlling|aggressive with me|coercive|physical with me|abusing me|hitting me|\
        hurting me|threatening me|heavy handed|rough with me|physically abusive)
    {partner} violent
    {partner} .. not stop ({hits}|{threatens}|following|ringing|texting|calling) me
    {partner} (gets|turns|become|becomes|is) .. violent (help|when|to|with|and|>|again)
    (abusive|violent|controlling|coercive) (husband|partner|wife|boyfriend|girlfriend|\
        relationship|marriage|home|ex|fiance|spouse|man|dad|father|son|household|family|home life|\
        situation at home)
    {pro} (is|has|have|had|will|would|might)? (hit|hits|beat|beats|slap|slaps|slapped|punch|\
        punches|punched|kicks|kicked|shoved|choked|strangled|strangles|chokes|batters|battered|\
        smacks|smacked|hurts|abuses) me (>|again|last|when|every|in front|infront|because|if|so|\
        and|but|hard|at home|really|on|for|regularly|a lot|sometimes|with|today|tonight|this|now|\
        all|until|the|about)
    {pro} .. (really|actually|properly|badly|just|always|still) (hurt|hurts|hit|beat) me
    {pro} (is|are|keeps|keep|been|started|has been) .. (hitting|beating|hurting|punching|slapping|\
        choking|kicking|abusing|battering) me
    {pro} (pushed|pushes|threw|throws|shoved|dragged|drags|kicked) me (down|against|about|around|\
        into|over|across|off|out of the|onto|by)
    {pro} (throws|threw|chucks|chucked|smashes|smashed|breaks|broke) (things|stuff|plates|my \
        phone|the door|cups|things up|up the house|my things|my laptop|my stuff)
    (broke|kicks|kicked|breaks|smashed) .. door (down|in) to get (to|at) me
    (punch|punches|punched|kicks|hits|hit) (walls|the wall|the door|doors) (next|near|beside|when|\
        and|by)
    hands? (round|around|on|at|to) my (neck|throat)
    (grabs|grabbed|holds|held|had) me by (the|my) (neck|throat|hair|arms|wrists)
    (bruises|bruise|black eye|marks) .. (walked into|hide|hidden|hiding|cover|fell|partner|\
        husband|he|she|boyfriend|wife|fella|ex|did it|home|again and)
    (hide|hiding|cover|covers|covering|covrs) (up|the|my)? .. (bruises|what he (does|did)|black \
        eye|what she (does|did)|it what he)
    (hide|cover|covers|covrs) .. (what) (he|she) (does|did|do)
    (had to)? (say|said|saying|tell|told) .. (i)? (walked|walk) into a door
    because of what (he|she) does to me
    {me} .. (being|am|been) .. (abused|hurt|hit|beaten|controlled|threatened|attacked) (at|in|by) \
        (my)? ({home}|{partner}|someone at home|his family|my inlaws)
    (being|am|getting) (abused|hurt|hit|beaten|battered|controlled) (at home|in my home|by my \
        {partner}|by him|by her)
    (flinch|flinching|jump) when (he|she|my)
    (loses|lost) (his|her) temper .. (me|gets it|pay|scared|hits|takes)
    (he|she|they) .. (promised|swore|said) .. (never|would not|not) .. (do it|happen|hit|hurt|\
        lay) .. (again) (but|and|then)
    (only|just) (place|time) i feel safe is (work|at work)

    {pro} .. (hit|beat|hits|beats|shouts and hits) when .. (drink|drinks|drunk|angry)
    when he (drink|drinks|is drunk|has been drinking) .. (violent|danger|dangerous|scary|nasty|\
        aggressive|hits|hit|angry)
    {pro} hurt me (and|again|last night|yesterday|at the weekend|when|so bad|badly)
    if i (go|leave|left) .. take (the|my) (kids|children)
    (rings|calls|phones|rang|messages) (the ward|work|my work|my manager|me) .. to (check|chek|\
        see) .. (i am|where|who|if i)
    {pro} (will|would|does) not leave me alone
    my {partner} (will|would|does) not leave me alone
    tell (everyone|people|my family|my boss|work) i am (trans|gay|bi|lesbian)
    my {partner} .. heavy handed
    kill me for (dishonouring|shaming|bringing shame|leaving)
    to scare me (when|if|on|so|>)
    gaslighting me (for|at home|every)
    {pro} wants me pregnant
    (and|then) takes my (money|pension|wages|card|salary)

    # fear of home
    {afraid} of (my|the)? {adverb}? (abusive|violent|own|ex)? {lover}
    {afraid} (to|of|about) (go|going|be|being|return|returning) (back)? (to)? (my|the)? home
    {afraid} .. (go|going|return|get) (home|back home|to the house|back to him|back to the house|\
        in the house|to house) .. (my|because|he|she|husband|partner|wife|boyfriend|waiting|\
        tonight|after|of|>)
    {afraid} of (him|her) (>|and|when|so|but|at|hurting|finding)
    (terrified|scared|frightened|petrified|afraid) (of)? what (he|she) .. (do|does|is capable|\
        might) .. (to me|if i|when i|next|>)
    (not|never) (feel|be|felt|feeling) safe (at|in) (my|our)? (own)? home
    home is not (a)? safe
    (my|our)? house is not safe
    (sleep|sleeping|slept|stay|staying) in (my|the) car .. (home|because|husband|partner|safe|he)
    (is waiting|waiting) .. (home|house) .. afraid
    (get|getting|run|need to get|escape|escaping) (away from|out of|from) (my|an|this|him|the) \
        (abusive|violent|controlling|own)? (husband|partner|wife|boyfriend|girlfriend|ex|abuser|\
        relationship|marriage|house safely|house before|before he)
    (get|getting) out .. (house|home) .. (before he|safely|kids before|gets back|without him)
    (leave|leaving|leav|left) (him|her|my {lover}|an abusive|my abusive|my violent) .. (scared|\
        afraid|terrified|kill|find|what he|what she|will not leave|hurt|threat|safely|safe|kids \
        from)
    (need|want|looking for|find|get into|go to|place in|go into) (a)? (womens|women)? refuge (>|\
        for me|tonight|place|space|because|please|with)
    can (he|she) see this chat
    (he|she|husband|partner|boyfriend) (is)? (in the next room|looking|looks|coming|will see|\
        checks|going through|goes through|reads) .. (phone|everything|this|hurts|chat|>)
    (is it|is this) safe to type .. (he|she|husband|partner)

    # control
    {pro} (is|has|have)? {monitor} (all|every|most of|everything|my|all of)? .. (my)? {things}
    (my|the|his) {partner} .. {monitor} (all)? (of)? (my|every|everything|our) .. {things}
    {partner} {monitor} .. (my|every|all) .. ({things}|message|call)
    {partner} (take|takes|took|keeps|keep|kept|steals|imi|controls) (all|my|off) .. (my)? {things}
    {pro} (controls|controlling|monitors|decides) (everything|me|what i|who i|where i|my|all|\
        every|how i)
    {pro} (is|are) .. controlling (me|my|everything|and)
    (controlling|controls|control|controlled by) (me|my life|everything i) .. ({partner}|at home|\
        and i|>)
    {partner} .. (controls|control|controlling|controlled|monitors|isolates|gaslights|dictates) \
        (me|everything|my|what i|who i|where i)
    {partner} .. {threatens} (me|to (kill|hurt|out|take|post|share|hit|burn|deport|harm|throw|\
        tell|batter))
    {pro} (threatens|threatened|threatening|is threatening|has threatened|keeps threatening|\
        blackmails|stalks|is stalking) (me|to (kill|hurt|out|take the kids|take my|leave me with|\
        post|share|hit|burn|deport|send|ruin|tell|harm|throw))
    (ex|partner|husband|boyfriend|wife|girlfriend) .. (turning up|turns up|following me|follows \
        me|stalking|stalks|harassing|harasses|outside my|tracks|tracking|tracker|threatening me|\
        threatens me|stop threatening|ringing the|shouting threats|will not leave me|coming to \
        the house)
    (put|puts|found) a tracker (on|in) my
    (keeps|keep) (my|his|all) (bank|money|wages|passport) ..
    (gives|give) me (pocket money|an allowance|£)
    (my|our) (money|wages|salary|passport) .. ({lover}|he|she|inlaws) (has|takes|keeps|took|have|\
        control|controls) (it|them|all)
    no access to my (own)? (money|bank|wages|account)
    (not|never|will not|does not|is not|no) (let|letting|allow|allows|allowing|lets) me (to)? \
        (see (my|anyone|friends|family)|go out|leave the house|leave him|leave home|have (my|a|\
        any) (own)? (money|phone|friends|bank)|out of|out the|out|work|talk to (my|anyone|other)|\
        speak to|use my|use contraception|wear|do overtime|do nights|go anywhere|visit my|drive|\
        answer my) .. ({partner}|he|she|>|my|again|anymore|because)
    {partner} .. (not|never|no) (let|letting|allow|lets|allowing) me (>|go|out|see|work|have|\
        leave|use|speak|talk|do|wear|come|drive|sleep|eat)
    {partner} .. (not|will not|never) (let|allow) me
    (he|she) (no|not) let me (go out|out|see|leave|work)
    not allowed (to)? (see (my|friends|anyone)|out|leave|go (out|anywhere|home)|go anywhere \
        except|have (my|a|any) (own)? (phone|money|friends|bank)|speak to my|talk to my|a phone) \
        .. (he|husband|except|family|house|partner|alone|>|without|says|mum|sister|friends|anyone)
    (lock|locks|locked|locking) me (in|out of the house|inside|up|out)
    (times|timed) my journey
    (have|has|had) to (account for|send|prove) .. (every|photos|where i|minute) .. (him|her|he|\
        husband|partner)
    makes me (send|prove|ask|account|show|beg|video) .. (at work|photos|permission|where i am|\
        phone|every)
    (pay|pays|punished|trouble|hell) (for it)? when i (get|come|go) (home|in|back) (late)?
    (walking|walkin|walk|tread|treading|living) on (egg shells|eggshells|egshells|egg shell) .. \
        (at home|home|husband|partner|he|she|him|her|wife|boyfriend|kicks)
    (puts|put) me down all the time .. (husband|partner|mad|tells|home)
    (calls|call|calling|called) me (fat|useless|stupid|worthless|ugly|a slag|a whore|names|mad) \
        .. (every|all the time|home|husband|partner|until|in front|and)
    (monster|different person|evil|nasty) .. (home|behind closed doors)
    (because|if) i (will not|do not|refuse to) (marry|wed) ..
    (force|forced|forcing|making|made|make|pressuring|pushing) .. (me|i am|to|us) (to)? (marry|\
        get married|have an arranged marriage|wed)
    (married|marriage) .. (against my will|do not want|by force)
    marry someone (i do not|he|she)
    (being)? (taken|taking|sent|send|sending) (me)? .. (abroad|back home|pakistan|india) .. \
        (marry|married|get married)
    (dishonour|dishonouring|dishonoured|shame on|honour) .. (family) .. (kill|threat|hurt|me|help)
    (send|sends|sent|deport|deported) me back .. (country|police|home country|visa|if)
    (my)? visa (depends|is with|through|depend|because of) (on|him)? (him|husband|my husband)
    i have visa with him
    {they_will} (kill|batter|hurt|beat|hit) me if i (leave|left|tell|told|go|ever leave|ever left|\
        speak|report|try to leave|say|do not|talk|go to)
    (kill|batter|hurt|beat) me if (he|she|they) (finds|find|found|knew|knows) .. (told|leave|\
        leaving|here|this|left|police|speak|talking|where)
    (threat|threats|threatened|threatens|threatening) to (kill|hurt|take) me? .. (if i (leave|\
        left|go|tell)|the kids|my kids|when i)
    (said|says|told|tells|threaten|threatens|threatened) .. (kill|hurt|batter|harm|burn|find|take \
        the kids|take my kids|take the children|see the kids again|see them again) .. (if|when) i \
        (left|leave|ever|go|tell|talk|work|do)
    (never|nobody will ever) (find|see) (me|the kids|them again|my kids) .. (if|when) i (go|leave|\
        left|tell)
    hurt the (dog|cat|kids|children|baby) if i
    (out|outing) me .. (if i (ever)? (leave|left)|unless)
    (post|share|send|sending|leak) my (private|intimate|naked|nude|pictures|photos) .. (if|\
        pictures|to|photos)
    breached (it|the order|his|her|the non)
    non molestation
    violence at home
    (my|our) .. (husband|partner|boyfriend|wife|ex|dad|father|son) .. (violence)
    police ... (house|home|called|came|come) .. (because) .. (husband|partner|boyfriend|wife|ex|\
        him)
    (kids|children) .. (hide|scared|frightened|watched|saw|see|front) .. (dad|he|him|hit|beat|\
        comes|hitting)
    in front of (the|my) (kids|children) .. (hit|hits|punched|beat|slapped|again)
    is it (coercive control|domestic abuse|domestic violence|abuse|abusive) (if|when|that)
    (does|would) (it|this) count as (domestic)? (abuse|violence|domestic abuse|coercive control)

    # somebody else at home
    {partner} .. (hit|hits|hitting|beat|beats|beating|hurting|hurts|abusing|abuses|abused|\
        threatens|threatening|controls|controlling|punched|strangled|attacked|battered) (her|him|\
        them|mum|my mum|my sister|my mother|my mum and|the kids)
    {partner} did (it|this) (to her|>|to him)
    (her|his) (husband|partner|boyfriend|wife|fella|ex|girlfriend|bloke) .. (did it|violent|\
        abusive|hits|has it|controls|controlling|will not let|beats|ringing|threatening)
    (being|is|been|was) (abused|hit|beaten|hurt|knocked about|battered|attacked|threatened) (at \
        home|by (her|his|my|their) {partner})
    (help|get|support) .. (leave|escape|get away from) (a|her|his|an|the) (violent|abusive|\
        controlling) (man|woman|partner|husband|relationship|marriage|ex|home)
    (violent|abusive|controlling) (man|woman) .. (leave|escape|workmate|colleague|friend)
    (women|men) who are being (hit|abused|beaten) at home
    """
)

NAMED = lines(
    """
    domestic abuse
    domestic violence
    coercive control
    forced marriage
    honour based abuse
    honour based violence
    abusive relationship
    abusive husband
    abusive partner
    violent partner
    he hits me
    husband beats
    he beats me
    being abused
    gaslighting
    """
)

HOME_OTHER_LANGUAGES = lines(
    """
    (mera|mere|maro|mara|mero) (pati|gharwala|gharwale|shohar|miya|husband|boyfriend|sasural|\
        susral|saas|ghar|miyan|bhai) .. (maarta|marta|maare|mare|marte|kutda|pitta|peetta|kutta|\
        maarda|marda|peet|dhamki|mareche|kutde|pitai)
    (pati|shohar|gharwala|husband|miya) .. (maarta|marta|mujhe maarta|mujhe marta|kutda|peetta|\
        maare|mare) (hai|che|he|chhe|aa)
    (mujhe|mane|mainu) .. (maarta|maare|kutda|peetta|kuttda|peet|maarda|pitta) (hai|che|he|chhe|aa)
    ghare (javani|java) .. (bik|dar|beek)
    ghar (jaane|jane|jaan|jaan to) .. (dar|darr|bik)
    (maz|partner|chlopak|ojciec|tata|brat|moj maz|byly|syn) .. (mnie|mna) (bije|bil|uderzyl|grozi|\
        kontroluje|szarpie|dusi|popycha|zastrasza|poniza)
    (maz|partner|chlopak|ojciec|byly) .. (bije|grozi|kontroluje|uderzyl|zneca|znęca) .. (mnie|mi|\
        mna|moj|sie|>)
    (boje|boi) sie (wracac|wrocic|isc) do domu
    boje sie (meza|partnera|chlopaka)
    przemoc (domowa|w domu)
    (sotul|sotul meu|iubitul|barbatul|prietenul|partenerul|tata|fostul|sotia) .. (ma|mi|imi) \
        (bate|loveste|lovit|ameninta|controleaza|ia|batut|tine|gelos|jigneste|umileste|da)
    (ma|imi|mi) .. (bate|loveste|ameninta) .. (acasa|sotul|barbatul|iubitul|>)
    frica sa merg acasa
    violenta (domestica|in familie)
    (पति|शौहर|ससुराल|ससुराल वाले|घरवाला|सास|बॉयफ्रेंड) .. (मारते|मारता|पीटते|पीटता|मारती|पीटती|\
        धमकी)
    (मुझे) (मारते|मारता|पीटते|पीटता|मारती) (हैं|है)
    (પતિ|સાસરી|સાસુ|વર|ઘરવાળો) .. (મારે|માર|ધમકી|મારઝૂડ)
    (ਘਰਵਾਲਾ|ਪਤੀ|ਸਹੁਰੇ|ਸੱਸ) .. (ਕੁੱਟਦਾ|ਮਾਰਦਾ|ਕੁੱਟਦੇ|ਮਾਰਦੇ|ਧਮਕੀ)
    (شوہر|سسرال|میاں|ساس) .. (تشدد|مارتا|مارتے|پیٹتا|دھمکی|مارتی)
    """
)

ASSAULT = lines(
    """
    # the words themselves
    (was|were|been|being|got|be|am|just|is|are|have been|have|get|once|help|i|nearly|almost) (i|\
        he|she|just|been|nearly|almost|also)? raped
    raped (me|by|at|when|last|in my|years|as a|her|him|as|while|tonight|yesterday|in|on)
    (he|they|she|someone|ex|husband|partner|boyfriend|boss|colleague|man|guy|mate|uncle|doctor|\
        stranger) (raped|rapes|has raped)
    (have|had) been rape
    been rape
    (is|was|were) (it|that|this) (a)? rape (>|if|or|when|because)
    is rape if
    rape if (we|i|he|you)
    (my|the|after a|after the|since the|since my) rape (>|never|and|has|years|happened|still|by|\
        was|it|keeps)
    survivor of (rape|sexual assault|sexual abuse|sexual violence)
    rape (victim|survivor) (myself|me|and i)
    disclosed a? (rape|sexual assault) to me
    (sexually|indecently) (assaulted|abused|molested|attacked|violated|harassed and touched|\
        assaulting) (me|by|at|when|as|last|her|him|in|on|>|and|again|years|during|while|yesterday|\
        today|this|tonight|over|several)
    (was|been|being|got|were|am|is|be) .. (sexually|indecently) (assaulted|abused|molested|\
        attacked|exploited)
    (assaulted|abused|attacked|assaulting|assault) (me|her|him|you)? sexually
    (count|counts|counted|class|classed) as (sexual assault|rape|assault|sexual abuse)
    is (it|this|that) (sexual)? assault (if|when|or)
    (was|been|i was|got) assaulted (when i was|by (a|my) (mentor|boss|manager|consultant|doctor|\
        colleague)|as a (student|child|teenager)|at uni)
    a man (at work)? assaulted me
    (victim|survivor) of .. (sexual|rape|incest|childhood sexual)
    historic sexual abuse .. (victim|me|happened|mine|survivor)
    (abused|molested|touched|interfered with|raped) .. (as a (child|kid|little|girl|boy|teenager)|\
        when i was (a)? (child|kid|little|young|small|girl|boy|teenager|seven|eight|nine|ten|five|\
        six|twelve|4|5|6|7|8|9|10|11|12|13|14|15)|in childhood|by my (uncle|stepdad|dad|father|\
        grandad|brother|cousin|priest|teacher|coach))
    (uncle|stepdad|stepfather|dad|father|grandad|cousin|brother|teacher|priest|neighbour|family \
        friend|babysitter|coach|man|older boy) .. (abused|molested|touched|did things to|\
        interfered with|messed with|raped) me
    my childhood (sexual)? abuse
    (was|been|got) (i)? violated
    (was|been|got) molested
    molested (me|by|as|when)
    (got|been|was|get) sa (by|at|d)
    sa by (a|my|someone|him|her)

    # touched against one's will
    (groped|gropes|groping|grope|grabbed|fondled|fondles|fondling) (me|her|him|my|by|at|on|>|and|\
        up|in) ..
    (got|been|was|being|get) groped
    {pro} (touched|touches|keeps touching|kept touching|touch|was touching) me (>|up|down|there|\
        without|between|under|inappropriately|sexually|in|where|when|while|and|on|again|\
        everywhere|i)
    (colleague|boss|manager|doctor|consultant|porter|patient|resident|man|someone|somebody|client|\
        nurse|mate|supervisor|stranger|visitor|relative|mentor|guy|staff|worker|woman|lady|son|\
        member|team leader|landlord|driver|user) .. (touched|touches|touching|touch) (me|my body|\
        my private|my breast|my breasts|my bum|my bottom|my leg|my thigh) (>|up|down|there|\
        without|between|under|inappropriately|sexually|in|where|bad|i|and|when|while|on|at|again|\
        every|against|but|over|behind)
    (touched|touching|touches|grabbed|grabs|grabbing|grabed|groped|kissed|kissing|kisses|hugged|\
        rubbed|rubbing|fondled|squeezed) me (sexually|inappropriately|down there|without (my)? \
        (consent|permission|asking)|against my will|between (my|the) legs|up|where i|in a sexual|\
        under|by the (breast|bum|crotch|bottom|groin)|there|i did not want|and i did not want|and \
        would not let go|on my (bum|breast|bottom|thigh|leg|chest))
    {touch} (my|her|his|me on the|me on my|me by the|me in the) {private}
    (hand|hands) (up|down|inside|under|on|all over|between|over) (my|me|her) (tunic|top|skirt|\
        trousers|uniform|bra|{private}|leg|legs|dress|shirt|scrubs|pants|knickers|body|inner|>)?
    (put|puts|putting|placed|had|shoved|stuck|slid|slipped|got) (his|her|their) (hand|hands|\
        fingers|tongue) (on|up|down|inside|under|over|all over|between|in|where|into) (me|my|the \
        inside|he|she)
    hands all over me
    (been|was|got|being) touched (where|inappropriately|up|sexually|against|without|down|there|in \
        a|by (a|my|someone|staff))
    (touch|touched|touches) (me|my) .. (bad|private|wrong|intimate) (place|places|parts|part|area|\
        areas)
    (rub|rubs|rubbed|rubbing|pressed|presses|pushed|grinds|grinding|ground) (himself|herself|his \
        body|his crotch|up|himself up) (on|against|up against|onto|into) (me|my)
    (forced|forces|forcing|force|pushed) (himself|herself|themselves|himself) (on|onto|upon|at) \
        (me|her|him|us|my)
    (forced|forces|forcing|force|made|makes|make|making|pressured|coerced|coerces) (me|her|him) \
        (to|into)? (have|do|having|touch|perform|give|watch|sex|sleep|kiss) .. (sex|sexual|oral|\
        intimate|with him|in bed)
    (forced|forces|made|makes) me (to)? (touch|kiss|undress|strip) .. (him|her|them|>)
    (force|forced|forces|make|made) me (to)? (into)? (do|have|having)? sex
    (had|have|having|has) sex with me (while|when|without|asleep|against|and i|i|after|whilst|even)
    (had|having|have) (had)? sex with me
    (make|makes|made) me (do|to do) (sex|sexual|things in bed|it in bed|stuff in bed|things i)
    (made|forced) me sleep with
    (woke|wake|woken|waking|came round) (up)? .. (on top of me|inside me|having sex|had sex|naked|\
        touching me|his hands)
    (he|she|someone|man) was on top of me
    (pinned|pinning|held|holding|pins|holds|pushed|cornered) me (down|against|up against|to|in) \
        ... (kiss|kissed|kissing|touched|felt|grab|get away|let go|raped|forced)
    (held|holding|holds|pinned) me down
    (cornered|trapped) me .. (felt|touched|kissed|grabbed|sexually|groped)
    felt me up
    (touched|feeling|touch|felt) me up
    (grabbed|grab|grabs|grabbed me|followed) .. sexually
    in a sexual way .. (grabbed|touched|me|hands)
    (grabbed|touched|held|hugged|kissed) me in a sexual way
    (kissed|kissing|kiss|kisses|kissed me) me .. (could not get away|against|i did not want|did \
        not want|would not let|forced|force|wall|pushed)
    (pushed|pinned) me .. (wall|down|bed) .. (kissed|touched|kiss|did not want)
    (would|did|will|do|not|kept|keep|never) (not|nt)? (stop|stopped|stopping) .. (when|after|\
        though|even) (i|she|he) (said|say|told|asked|was saying|begged) (no|stop|him to|him no|\
        her to|them to)
    i (said|say|told him|told her|kept saying|keep saying|told them|screamed|begged) (no|stop|to \
        stop|him to stop|him no) .. (he|she|they|but he|and he|but she|but they|and they) \
        (carried|kept|not stop|did not|did|would not|laughed|still|never|continued|just|not|\
        forced|carry|ignored|pushed)
    (said|say) no .. (he|she) (not|did not|no) stop
    i kept saying (no|stop) >
    (not|never|did not) (listen|stop|take no) .. when i said no
    (not|would not) take no for an answer and i
    (told|asked) him to stop
    (did not|not|never) (say no|consent|agree|want it|want to|consented|agreed|want) .. (but)? \
        (he|she) (did it|made me|carried|kept|forced|did|went|had sex|raped|assaulted)
    (froze|frozen|freeze) .. (he|she) (did|kept|carried|touched|just|still|had|went) (it|on|\
        anyway|me)
    (touching|touched|touches) me .. (froze|never agreed|did not agree|not agreed|did not consent|\
        never consented)
    (without|not|no) (me|my) (wanting|consent|consenting|agreeing|permission) ..
    (he|she|man|boss|colleague|someone|mate) (took|take|takes|taking) advantage (of me|i|when|and|\
        while|>)
    (tuk|took|take|taken) advantage of me (when|while|sexually|after|because i was (drunk|asleep|\
        passed)|drunk)
    (drink|drinks) (was|were|got|had been|been) spiked
    (spiked|drugged) .. (me|my drink|and) .. (touched|woke|happened|raped|something|remember|>|\
        him|sex)
    drugged and something happened
    (he|she|uncle|man|stepdad|boss|they|someone|somebody|colleague) did (things|something|stuff|\
        bad things) to me
    something .. (happened|done|bad) .. to my body
    (he|she|they|boss) touch (my|me) body
    feel (dirty|disgusting|sick|ashamed) .. (what he did|since he|after he|he did to me)
    what (he|that man|they|my uncle|my stepdad|my boss) did to me
    (exposed|exposes|flashed|exposing) (himself|his|herself) (to|and|at) .. (me|grabbed|>|us)
    grabbed me between
    (sleep|sex) with him for the (room|job|rent|visa)
    """
)

ASSAULT_NAMED = lines(
    """
    rape
    raped
    sexual assault
    sexual abuse
    sexually assaulted
    sexually abused
    assaulted sexually
    molested
    groped
    assault sexual
    """
)

ASSAULT_OTHER_LANGUAGES = lines(
    """
    (mere|meri|mera|mari|mare|mujhse|mainu) (saath|sath|sathe|nal|naal) .. (balatkar|balatkaar|\
        zabardasti|jabardasti|rape|galat|zyadti|ziyadti|zyaadti|jabardasti|dhakka|badtameezi)
    (mujhe|mane|mainu) (galat|gandi|kharab) (jagah|tarah|jagya|tareeke|thekane) .. (chhua|chua|\
        chhuwa|touch|haath|adkyo|hath|adyo|chhooa)
    (zabardasti|jabardasti) (ki|kari|kiti|kiya|karta|sex|karte|kareche|kartaa)
    (balatkar|balatkaar) (hua|thayo|hoya|kiya|karyo)
    (zgwalcil|zgwalcona|zgwalcony|gwalt|zgwalcono|gwalcil|zgwalcili)
    (molestowal|molestowana|molestuje|napastowal|obmacywal|obmacuje|wykorzystal seksualnie|\
        molestowany)
    (dotyka|dotykal|dotknal|calowal|pocalowal) .. (mnie|wbrew|bez mojej)
    wbrew mojej woli
    (violata|violat|violul|viol|m a violat|agresata sexual|abuzata sexual|agresat sexual|abuzat \
        sexual)
    (m a|ma) (atins|pipait|fortat|sarutat) .. (fara|sex|acolo|voia|vreau|voie|sexual|nepotrivit|\
        zona)
    (fortat|fortata) sa .. sex
    (ज़बरदस्ती|जबरदस्ती) (हुई|की|करी|किया|करता)
    (बलात्कार|रेप) (हुआ|किया|हुवा)
    (गलत|ग़लत) (जगह|तरीके|तरह) .. (छुआ|छूता|हाथ|छूआ)
    (બળાત્કાર|જબરદસ્તી|બળજબરી) (થયો|કર્યો|કરી|થઈ|કરે)
    (ખરાબ|ખોટી) (રીતે|જગ્યાએ) .. (અડ્યો|સ્પર્શ|અડકે|અડે)
    (ਜ਼ਬਰਦਸਤੀ|ਬਲਾਤਕਾਰ) (ਕੀਤੀ|ਹੋਈ|ਕੀਤਾ|ਹੋਇਆ)
    (زیادتی|زبردستی|ریپ) (ہوئی|کی|ہوا|کیا)
    (غلط جگہ|غلط طریقے) .. (چھوا|ہاتھ)
    """
)

TABLES = (
    Table("sexual assault", Kind.SEXUAL_ASSAULT, ASSAULT, Guard.TOPIC),
    Table(
        "sexual assault, named and nothing else", Kind.SEXUAL_ASSAULT, ASSAULT_NAMED, Guard.ALONE
    ),
    Table(
        "sexual assault, other languages", Kind.SEXUAL_ASSAULT, ASSAULT_OTHER_LANGUAGES, Guard.TOPIC
    ),
    Table("domestic abuse", Kind.DOMESTIC_ABUSE, HOME, Guard.TOPIC),
    Table("domestic abuse, named and nothing else", Kind.DOMESTIC_ABUSE, NAMED, Guard.ALONE),
    Table(
        "domestic abuse, other languages", Kind.DOMESTIC_ABUSE, HOME_OTHER_LANGUAGES, Guard.TOPIC
    ),
)
