"""Words for people: who is the writer, who is someone else, who is looked after. Data only."""

from .lists import sayings, words

SELF = words(
    """
    i me my myself mine we us you your yourself meself main mujhe muje mainu mane mare mera meri
    mere maro mari maru mi mnie ja eu imi mie मैं मुझे मेरी मेरा मेरे હું મારે મને મારું મારી ਮੈਂ
    ਮੈਨੂੰ ਮੇਰੀ ਮੇਰਾ میں مجھے میری میرا
    """
)
"""In the words of a phrase these mean the writer, in every language of the tables."""

SPEAKER = words(
    """
    i me you mujhe mainu mane hum
    """
)
"""Before a phrase these mean the writer; a possessive does not (`my son wants to die`)."""

TOLD = words(
    """
    told tell tells telling sent texted messaged rang asked asks promised phoned called emailed
    warned begged informed asking show showed worries scares frightens help confided saying said
    says needs worried
    """
)
"""`told me he wants to die`: the person after these words is only the listener."""

OTHER = words(
    """
    he she they him her his hers them their theirs himself herself themselves themself
    """
)
"""Pronouns for someone else."""

THIRD_PERSON_VERBS = words(
    """
    is has wants wishes hopes prays thinks feels keeps needs does
    """
)
"""`someone I work with is suicidal`: the verb is not the writer's."""

FAMILY_AND_COLLEAGUES = words(
    """
    colleague colleagues coworker workmate teammate mate mates friend friends partner husband wife
    boyfriend girlfriend fiance son daughter brother sister mum mother dad father parent parents nan
    nana gran grandad grandma grandfather grandmother auntie aunt uncle cousin cusin nephew niece
    stepson stepdaughter stepdad stepmum kid kids child children teen teenager teenage boy girl lad
    bloke man woman lady guy flatmate housemate roommate lodger neighbour neighbor ex crewmate bro
    sis fella missus spouse twin manager boss supervisor deputy supervisee mentee mentor nurse
    nurses doctor doctors carer carers hca porter receptionist paramedic midwife driver cook cleaner
    domestic domestics volunteer volunteers student starter staff member members someone somebody
    person team worker physio therapist pharmacist gp consultant registrar trainee apprentice
    sibling inlaw inlaws bestie crew ot social leader bhai dost behen beti beta bete behan pati
    patni biwi saheli yaar ammi abbu maa papa bhabhi didi puttar putt bhra bhai's sahkarmi ben
    kolega kolezanka kolezanki siostra brat maz zona corka syn przyjaciel przyjaciolka matka mama
    tata chlopak dziewczyna prietena prieten prietenul colega coleg fratele sora mea sotul sotia
    fiul fiica tatal mamei iubitul iubita nepotul भाई दोस्त बहन बेटी बेटा पति पत्नी सहकर्मी सहेली
    माँ मां पिता बेटे पापा ભાઈ બહેન દીકરી દીકરો પતિ પત્ની મિત્ર સહકર્મી મમ્મી પપ્પા બેન બહેનપણી ਭਰਾ
    ਭੈਣ ਪੁੱਤਰ ਧੀ ਪਤੀ ਪਤਨੀ ਦੋਸਤ ਸਹੇਲੀ ਮਾਂ ਉਹ بھائی بہن بیٹی بیٹا شوہر بیوی دوست سہیلی ماں وہ
    """
)
"""People whose risk is a worry about someone else."""

IN_CARE = words(
    """
    patient patients patint pateint pt pts client clients resident residents caller callers
    mr mrs gentleman gentlemen inpatient inpatients teenagers youngsters caseload people
    adolescents pupils students prisoners prisoner offenders offender customers customer tenant
    tenants women men mums veterans farmers
    nurses doctors children paramedics victims survivors survivor adults lady ladies families teens
    """
)
"""People whom staff look after or speak of in general: their risk is work, with its own help."""

GENERIC_PEOPLE = words(
    """
    someone somebody staff anyone person teenager student students nurse nurses children worker
    workers
    """
)
"""Nobody in particular, when the sentence asks for a course or a policy."""

STRANGERS = words(
    """
    someone somebody person man woman lady gentleman gent lad girl boy guy bloke dad mum mother
    father parent kid kids child teenager teen student
    """
)
"""People who may be looked after, unless the writer says `my`."""

LOOKED_AFTER = sayings(
    """
    with dementia, on our unit, on the unit, on our ward, on the ward, on my ward, in side room,
    in bed, in room, in flat, in bay, in care, in our care, i support, i care for, i look after,
    i nurse, i visit, i was nursing, on my round, on my caseload, my caseload, carer for a, mnd,
    foster, foster child, call taker, call handler, on the line, hospice, palliative, under the,
    in placement, placement, youth group, food bank, in reception, at reception, what else do i log,
    do we log, do i log, in the notes, in my notes, care plan, mca, dnacpr, section 47, section 136,
    on a 136, minors, obs, duty doctor, strategy meeting, first aider
    """
)
"""Beside these a stranger is looked after by the writer."""

RELATIVES = words(
    """
    husband wife partner boyfriend girlfriend ex fiance dad father mum mother stepdad brother
    brothers uncle son inlaw inlaws family parents spouse fella
    """
)
"""People personally connected, as the law on domestic abuse has it."""

EMPLOYERS = words(
    """
    boss manager supervisor employer agency matron sister company landlord colleague deputy
    """
)
"""What these threaten is a matter for Freedom to Speak Up."""

HAVE_LEFT = words(
    """
    left died passed gone cheated dumped sacked divorced walked leaving dead lost
    """
)
"""After these the person before them is the reason, not the one at risk."""

SAID = words(
    """
    says said say saying sed texted text posted post posts told wrote writes talks talking talked
    keeps keep thinks thinking feels messaged sent joked jokes joking hinted hints mentioned
    admitted think worried worry scared frightened promise answering threatening afraid disclosed
    reckons rang concerned asked phoned
    """
)
"""Somebody is said to have said, written or felt it."""

QUOTES = words(
    """
    say says said sed saying texted wrote posted messaged
    """
)
"""`she say I pray to not wake up`: the words that follow are hers."""

SELF_AFTER_ALL = sayings(
    """
    it is me, it is for me, it is about me, that is me, about me, now i am one, i do it too,
    so do i, me too, i am one too, i am one of them, i do too, i am too, i feel the same,
    i feel it too, this is about me, not a patient, mine not, i am staff, i mean me, for me not,
    neither do i, nor do i, neither have i, me neither, same here, not got one either,
    asking for myself, asking for me, talking about myself, it is myself, now it is me
    """
)
"""The writer turns a general or professional sentence on themselves."""
