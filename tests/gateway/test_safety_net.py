"""The safety net: what it hears, what it leaves alone, and what must not change its mind."""

import string
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gateway.safety_net import screen
from bot.gateway.safety_net.letters import fold
from bot.gateway.safety_net.matching import Match, Matcher
from bot.gateway.safety_net.phrases import GROUPS, TABLES
from bot.gateway.safety_net.rewrites import COMPOUNDS, KEY_WORDS, SHORT_FORMS
from bot.gateway.safety_net.spelling import Speller, one_slip_away

KINDS = {"crisis", "crisis_other", "emergency_physical", "domestic_abuse", "sexual_assault"}

CRISIS = {
    "explicit": [
        "I want to kill myself",
        "i am going to end my life tonight",
        "thinking about suicide every day",
        "suicidal",
        "I tried to take my own life last night",
        "I can't keep myself safe",
        "what would happen if I killed myself",
        "I can't do this any more, I want it all to end",
    ],
    "passive": [
        "i wish i wouldn't wake up",
        "i want to sleep and never wake up",
        "what's the point in being here",
        "nobody would miss me",
        "tired of being alive",
        "everyone would be better off without me",
        "I don't deserve to be alive",
        "God please take me",
        "there is no reason to carry on living",
    ],
    "farewell": [
        "By the time you read this I'll be gone",
        "goodbye everyone, I'm sorry",
        "this is my last message",
        "I've written letters to my children for after",
        "put my affairs in order so nobody has trouble",
        "tell my mum I loved her",
    ],
    "self-harm": [
        "I've started hurting myself again",
        "self harming in the staff toilets",
        "the urge to self-harm is massive today",
        "I hurt myself on purpose last night",
        "scared of what I might do to myself",
        "dont want to die just want to hurt myself",
    ],
    "slang": ["kms", "gonna unalive myself", "cba living", "want to top myself", "done w life fr"],
    "written oddly": [
        "k1ll myself",
        "su!cide thoughts",
        "s u i c i d a l",
        "k.m.s",
        "want to k*ll myself",
        "killmyself",
        "iwanttodie",
        "i want to dieeeee",
        "im sucidal",
        "suicidle thoughts",
        "wan2die",
        "dont wanna b here nemore",
        "\uff33\uff35\uff29\uff23\uff29\uff24\uff21\uff2c",
        "I don\u02bct want to live",
    ],
    "Gujarati": ["મારે હવે જીવવું નથી", "mare have jivvu nathi", "hu mari java mangu chu"],
    "Hindi": ["मैं मरना चाहता हूँ", "mujhe jeena nahi hai ab", "khudkushi karna chahta hoon"],
    "Punjabi": ["ਮੈਂ ਹੁਣ ਜੀਣਾ ਨਹੀਂ ਚਾਹੁੰਦੀ", "mera jeen da dil nahi karda"],
    "Urdu": ["میں مرنا چاہتا ہوں", "مجھے اب زندہ نہیں رہنا"],
    "Polish": ["nie chcę już żyć", "chce sie zabic", "mam myśli samobójcze"],
    "Romanian": ["vreau să mor", "nu mai vreau sa traiesc"],
}

NOT_DENIED = {
    "a denial of one thing and a wish for another": [
        "I don't want to kill myself but I don't want to be alive either",
        "I'm not suicidal, I just hope every night that I don't wake up",
        "its not that i want to die i just dont want to live",
    ],
    "two negations": [
        "can't not think of ending it",
        "there isn't a day I don't wish I was dead",
        "I'm never not suicidal",
        "can't get through a visit without thinking about hurting myself after",
        "been three days without hurting myself and I'm about to break",
    ],
    "inability": ["I can't stop thinking about killing myself", "trying not to hurt myself"],
    "no longer true": [
        "not suicidal last week but I am now",
        "Not suicidal, I keep telling them. But I am.",
        "I no longer want this life",
    ],
    "something else is over": [
        "I've stopped caring whether I live",
        "my wife has gone and I don't see the point of staying alive",
        "Everybody thinks I stopped hurting myself in 2019",
    ],
    "a place or a slip of the pen beside it": [
        "sat in the car wanting to be dead",
        "sorry wrong word before, I put stressed. I meant I want to be dead",
        "don't want to live in this body",
        "feeling like dying and it's not a figure of speech",
        "I hurt myself after every single shift",
    ],
    "an answer that hides something": [
        "gp asked if i'm suicidal and i said no but i lied",
        "she asked was I thinking of suicide. I said no. I lied",
        "asked if I feel suicidal, I said no because they'd take my kids",
        "the nurse asked do I want to hurt myself and I laughed and said no, went home and did it",
        "he asked if I am suicidal and I am not sure",
        "suicidal? no one would notice",
        "my gp asked if I'm suicidal. I said no. I should have said yes.",
        "told my mum I don't want to die so she'd stop crying. I do though",
        "I can't say I'm not suicidal",
        "suicidal? no idea any more",
    ],
    "a year that is not over": [f"in {date.today().year} I wanted to die more days than not"],
    "a past that came back": [
        "used to be suicidal, thought it was over, but it's come back this week",
        "years ago i self harmed and last night i did it again",
        "four years clean and now I've relapsed into self harm",
        "I have never once thought of hurting myself until this winter and I think of it daily",
    ],
    "an idiom beside a true word": [
        "this rota is killing me and also I actually want to die",
        "haha i'd kill myself for a day off, no honestly i've been thinking of killing myself",
    ],
    "said by a friend about the writer": ["my friend says I should tell you I want to die"],
    "a professional about themselves": [
        "I'm a nurse on a mental health ward and I'm suicidal",
        "i look after people who self harm and i do it too",
        "been looking after patients all day and want to die",
        "is self harm something occupational health would help with, it's me",
    ],
}

SAFE = {
    "denied": [
        "I'm not suicidal",
        "i am not going to hurt myself",
        "no thoughts of self harm, just stressed",
        "never been suicidal in my life",
        "before you ask, no, I don't want to die, I want a holiday",
        "I'm not saying I want to die, I'm saying I want a break",
        "nobody is hitting me, I fell off my bike",
        "no, not suicidal, only bored of the night rota",
        "I have not once thought about killing myself",
        "not the slightest bit suicidal, thank you",
        "nothing like suicide on my mind, just fed up",
        "zero thoughts of ending my life here",
        "nie mam myśli samobójczych, tylko stres",
    ],
    "asked, and answered no": [
        "my gp asked if i had thoughts of harming myself and it's a no, just shattered",
        "hubby asked if I was suicidal, truthfully no",
        "Been asked three times by HR if I'm suicidal. No. I'm angry about my grading",
        "my manager worried I was suicidal because I cried, I'm definitely not",
        "stressed yes, suicidal no",
        "Suicidal? No. Annoyed? Yes.",
        "suicidal thoughts: none, patience: none",
        "ending my life isn't on my mind, finding another job is",
    ],
    "past, as it goes on": [
        "Once I wanted to end it. That was 2011. I'm fine now",
        "I was suicidal at uni. it was a lifetime ago. now I love my work",
        "long time ago i wanted to die, now i am well, where can i volunteer",
        "the tablets worked, I stopped wanting to die back in lockdown and it never came back",
    ],
    "someone who is looked after": [
        "lady with dementia keeps saying let me die, do we log it",
        "mr jones says he wishes he was dead since his stroke, can I refer him",
        "a dad on our unit said he will hurt himself, told the nurse in charge",
    ],
    "past": [
        "years ago I was suicidal, fine now",
        "I self harmed as a teenager, well past it, can I be a mentor",
        "six years clean from self harm and proud, who bakes the cake",
        "back when I drank I wanted to die, sober and glad now",
        "my aunt was suicidal in her twenties and she is a magistrate",
        "chest pain was last month, the doctor says muscle",
        "I left my abusive ex years ago, happy now, I'd like to volunteer",
    ],
    "idiom": [
        "this rota is killing me",
        "dying for a brew",
        "shoot me",
        "I could murder my manager",
        "dead on my feet",
        "killing time till handover",
        "I wanted to die of embarrassment",
        "I'd kill myself for a day off",
        "want to dye my hair pink",
        "nearly had a heart attack when I saw my payslip",
        "how many kms is it to Oakham",
        "wish I was dead rich",
        "the printer wants to die",
        "my manager beat me to the last biscuit",
    ],
    "work": [
        "is there suicide prevention training",
        "my patient is suicidal, where do I refer",
        "a resident says he wants to die, what do I write in the notes",
        "self harm policy for inpatients",
        "resident with chest pain protocol",
        "client's husband hits her, who do I refer to",
        "does the charter cover sexual assault by patients",
        "how do I talk to someone who is suicidal, is there a course",
    ],
    "distress without danger": [
        "I can't cope with this shift",
        "I want to leave nursing",
        "I don't want to be here anymore, this ward is awful, can I transfer",
        "i can't go on like this with the off duty",
        "burnt out and nothing left to give",
        "my dad died last month",
    ],
    "leaving": [
        "goodbye everyone, I'm retiring on Friday",
        "saying my goodbyes at my leaving do",
        "won't be here next week, I'm in Tenerife",
    ],
    "living somewhere": ["I don't want to live with my ex", "tired of living out of a suitcase"],
    "accident": ["I hurt myself lifting a patient", "hurt my back"],
    "bereaved": ["I lost my brother to suicide eight years ago", "my uncle took his own life"],
    "ordinary": [
        "",
        "   ",
        "hello",
        "is it free",
        "end this chat",
        "👍",
        "?!",
        "boiling hot at night",
    ],
}

OTHERS = {
    "crisis_other": [
        "my colleague says she wants to kill herself",
        "I think my son is suicidal",
        "friend suicidal",
        "suicidal colleague",
        "worried my sister will do something stupid to herself",
        "husband keeps saying we'd be better off without him",
        "someone I work with is suicidal I think",
        "our cook she say I pray to not wake up",
        "mera bhai marna chahta hai",
        "moja siostra nie chce żyć",
        "my dad on the ward says he wants to die",
        "a colleague on our unit wants to kill herself",
        "I look after kids who self harm and my own is doing it upstairs",
    ],
    "emergency_physical": [
        "chest pain now going down my arm",
        "can't breathe, help",
        "my colleague's face has dropped and she's slurring",
        "someone has collapsed in the staff room",
        "I've taken an overdose",
        "she took too many tablets",
        "there's blood everywhere, it won't stop",
        "nie moge oddychac",
    ],
    "domestic_abuse": [
        "my husband hits me",
        "my husband put his hands round my neck",
        "scared to go home because of my partner",
        "he checks my phone every night",
        "he said he'd kill me if I left",
        "my wife is violent",
        "he really hurt me at the weekend",
        "my family are forcing me to marry",
        "mąż mnie bije",
    ],
    "sexual_assault": [
        "I was raped",
        "raped at uni 20 years ago",
        "a colleague groped me",
        "he wouldn't stop when I said no",
        "my manager forced himself on me",
        "I was sexually abused as a child",
    ],
}

PRECEDENCE = [
    ("I've taken an overdose, I want to die", "crisis"),
    ("my husband hits me and I want to end my life", "crisis"),
    ("my son is suicidal and honestly so am I, I want to die too", "crisis"),
    ("my friend is suicidal, she has taken an overdose", "emergency_physical"),
    ("my husband raped me and he hits me", "sexual_assault"),
    ("my husband hits me and my son is suicidal", "domestic_abuse"),
]

SURE = [
    "I want to kill myself",
    "nobody would miss me",
    "kms",
    "self harm again",
    "my colleague is suicidal",
    "someone has collapsed",
    "my husband hits me",
    "I was raped",
]


def lines(families: dict[str, list[str]]) -> list[object]:
    return [
        pytest.param(line, id=f"{family}: {line}")
        for family, said in families.items()
        for line in said
    ]


class TestWhatItHears:
    @pytest.mark.parametrize("line", lines(CRISIS))
    def test_a_crisis_in_many_ways_of_writing(self, line: str) -> None:
        assert screen(line) == "crisis"

    @pytest.mark.parametrize("line", lines(NOT_DENIED))
    def test_a_crisis_that_only_looks_denied_past_or_professional(self, line: str) -> None:
        assert screen(line) == "crisis"

    @pytest.mark.parametrize(
        ("kind", "line"), [(kind, line) for kind, said in OTHERS.items() for line in said]
    )
    def test_other_dangers(self, kind: str, line: str) -> None:
        assert screen(line) == kind

    @pytest.mark.parametrize(("line", "kind"), PRECEDENCE)
    def test_the_most_urgent_kind_wins(self, line: str, kind: str) -> None:
        assert screen(line) == kind


class TestWhatItLeavesAlone:
    @pytest.mark.parametrize("line", lines(SAFE))
    def test_no_danger(self, line: str) -> None:
        assert screen(line) is None


MARKS = st.text(alphabet="!?. \n", max_size=4)
ORDINARY = st.sampled_from(
    ["How do I join the course?", "It rained today.", "Thanks.", "What time is the festival?"]
)


class TestProperties:
    @given(st.text(max_size=1000))
    def test_never_raises_on_any_text(self, text: str) -> None:
        assert screen(text) in KINDS | {None}

    @given(st.text(alphabet=string.ascii_letters + string.digits + " '*!@.,-2", max_size=1000))
    def test_never_raises_on_keyboard_noise(self, text: str) -> None:
        assert screen(text) in KINDS | {None}

    @given(st.lists(st.sampled_from(sorted(KEY_WORDS | {"i", "not", "to"})), max_size=120))
    def test_never_raises_on_the_words_it_knows(self, words: list[str]) -> None:
        assert screen(" ".join(words)) in KINDS | {None}

    @given(st.sampled_from(SURE), MARKS, MARKS.filter(lambda marks: "\n" not in marks))
    def test_spaces_and_closing_marks_change_nothing(
        self, line: str, before: str, after: str
    ) -> None:
        assert screen(" " * len(before) + line + after) == screen(line)

    @given(st.sampled_from(SURE), st.data())
    def test_case_changes_nothing(self, line: str, data: st.DataObject) -> None:
        upper = data.draw(st.lists(st.booleans(), min_size=len(line), max_size=len(line)))
        typed = "".join(c.upper() if up else c.lower() for c, up in zip(line, upper, strict=True))
        assert screen(typed) == screen(line)

    @given(st.sampled_from(SURE), st.lists(ORDINARY, min_size=1, max_size=3))
    def test_ordinary_sentences_after_it_take_nothing_back(
        self, line: str, more: list[str]
    ) -> None:
        assert screen(f"{line}. {' '.join(more)}") == screen(line)

    @given(st.sampled_from(SURE), ORDINARY)
    def test_an_ordinary_sentence_before_it_hides_nothing(self, line: str, first: str) -> None:
        assert screen(f"{first} {line}") == screen(line)


class TestSpelling:
    speller = Speller(frozenset({"kill", "breathing"}))

    @pytest.mark.parametrize(
        ("typed", "plain"),
        [
            ("k1ll", "kill"),
            ("k*ll", "kill"),
            ("killll", "kill"),
            ("sucide", "suicide"),
            ("siucidal", "suicidal"),
            ("suicidel", "suicidal"),
            ("breathin", "breathing"),
            ("killmyself", "kill myself"),
            ("gonna", "going to"),
        ],
    )
    def test_repairs_what_matters(self, typed: str, plain: str) -> None:
        assert " ".join(self.speller.respell(typed)) == plain

    @pytest.mark.parametrize(
        "word",
        ["sized", "succeed", "skill", "filling", "farming", "social", "together", "partners"],
    )
    def test_leaves_ordinary_words_alone(self, word: str) -> None:
        assert self.speller.respell(word) == (word,)

    def test_one_slip_keeps_the_first_letter(self) -> None:
        assert {slip[0] for slip in one_slip_away("kill")} == {"k"}


class TestPhraseNotation:
    @staticmethod
    def find(phrase: str, text: str) -> list[tuple[int, int]]:
        matcher = Matcher([(phrase, "found")], {"want": "want|wish"})
        clauses = [clause.split() for clause in text.split(",")]
        words = [word for clause in clauses for word in clause]
        starts = frozenset(sum(map(len, clauses[:index])) for index in range(len(clauses)))
        found: list[Match[str]] = matcher.find(words, starts)
        return [(match.start, match.end) for match in found]

    @pytest.mark.parametrize(
        ("phrase", "text", "found"),
        [
            ("{want} to? die", "i wish to die", [(1, 4)]),
            ("{want} to? die", "i want die", [(1, 3)]),
            ("want .. end", "i want it to end", [(1, 5)]),
            ("want .. end", "i want it not to end", []),
            ("die >", "to die, today", [(1, 2)]),
            ("die >", "to die today", []),
            ("< bye", "so, bye", [(1, 2)]),
            ("die / (soon|now)", "die now", [(0, 1)]),
            ("die / (soon|now)", "die later", []),
        ],
    )
    def test_notation(self, phrase: str, text: str, found: list[tuple[int, int]]) -> None:
        assert self.find(phrase, text) == found

    @pytest.mark.parametrize("phrase", ["(die", "die)", "..", "die?"])
    def test_a_phrase_that_is_none_is_refused(self, phrase: str) -> None:
        with pytest.raises(ValueError, match=r"phrase|brackets"):
            Matcher([(phrase, "found")], {})


class TestTables:
    """Guards: a phrase that can never be met is a mistake."""

    WORDS = Matcher(
        ((fold(phrase), table) for table in TABLES for phrase in table.phrases),
        {name: fold(body) for name, body in GROUPS.items()},
    ).words

    def test_phrases_use_plain_words(self) -> None:
        assert not self.WORDS & {word for word, plain in SHORT_FORMS.items() if plain != word}

    def test_phrases_use_joined_compounds(self) -> None:
        apart = {" ".join(pair) for pair in COMPOUNDS}
        used = {
            pair
            for table in TABLES
            for phrase in table.phrases
            for pair in apart
            if f" {pair} " in phrase
        }
        assert not used

    def test_the_package_stands_on_the_standard_library_alone(self) -> None:
        own = {name for name in sys.modules if name.startswith("bot.gateway.safety_net")}
        named = {
            getattr(value, "__module__", "").split(".")[0]
            for name in own
            for value in vars(sys.modules[name]).values()
        }
        assert named <= set(sys.stdlib_module_names) | {"bot", "", "builtins"}
