"""Typed answers to the question that was asked, and what must not be taken for one."""

from typing import Any

import pytest

from bot.engine.questions import Understood, correction, match, read_questions


def says(
    intent: str, entity: str, value: str, label: str, *phrases: str, means: str | None = None
) -> dict[str, Any]:
    entities = {entity: value} if entity else {}
    answer = {"value": value, "intent": intent, "entities": entities}
    return {**answer, "label": label, "says": list(phrases), "means": means}


BLEEDING = {
    "question": "bleeding",
    "answers": [
        says("check_answer", "answer", "yes", "Yes", "i have", means="yes"),
        says("check_answer", "answer", "no", "No", "never", means="no"),
        says("check_answer", "answer", "unsure", "I'm not sure", "no idea", means="unsure"),
    ],
}
ORGANISATION = {
    "question": "organisation",
    "answers": [
        says(
            "state_organisation", "organisation", "uhl", "University Hospitals", "uhl", "glenfield"
        ),
        says("state_organisation", "organisation", "lpt", "Leicestershire Partnership", "lpt"),
        says("state_organisation", "organisation", "care", "Social care", "care home", "home care"),
        says("state_organisation", "organisation", "not_stated", "Rather not say"),
    ],
}
TOPICS = {
    "question": "clarify",
    "answers": [
        {"value": "menopause", "intent": "menopause", "label": "Menopause support"},
        {"value": "workwell", "intent": "workwell", "label": "WorkWell", "says": ["health coach"]},
    ],
}
NOTHING = Understood("out_of_scope", 0.9)
DENY = Understood("deny", 0.9)


def answered(
    text: str, *asked: dict[str, Any], understood: Understood = NOTHING
) -> tuple[str, str] | None:
    found = match(text, read_questions(list(asked)), understood)
    return (found.question.name, found.answer.value) if found else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Glenfield", "uhl"),
        ("UHL!!", "uhl"),
        ("leicestershire partnreship", "lpt"),
        ("i work in a care home", "care"),
        ("its a care home in oadby", "care"),
        ("home cares", "care"),
        ("rather not say", "not_stated"),
        ("2", "lpt"),
        ("option 3", "care"),
        ("the first one", "uhl"),
        ("number two please", "lpt"),
        ("the last one", "not_stated"),
    ],
)
def test_an_answer_in_many_words(text: str, value: str) -> None:
    assert answered(text, ORGANISATION) == ("organisation", value)


@pytest.mark.parametrize(
    "text", ["5", "0", "", "???", "is it uhl or lpt", "not glenfield", "somewhere else entirely"]
)
def test_no_answer_or_more_than_one(text: str) -> None:
    assert answered(text, ORGANISATION) is None


def test_a_long_line_is_not_searched_for_phrases() -> None:
    long = "so basically i have been here for years and years and my sister is at glenfield too"
    assert answered(long, ORGANISATION) is None


@pytest.mark.parametrize(
    ("text", "intent", "value"),
    [
        ("yes", "affirm", "yes"),
        ("yeah think so", "affirm", "yes"),
        ("nah", "deny", "no"),
        ("haven't a clue", "unsure", "unsure"),
        ("no idea", "deny", "unsure"),
        ("i'm not sure", "affirm", "unsure"),
    ],
)
def test_yes_no_and_unsure(text: str, intent: str, value: str) -> None:
    assert answered(text, BLEEDING, understood=Understood(intent, 0.9)) == ("bleeding", value)


def test_a_yes_that_was_hardly_understood_is_none() -> None:
    assert answered("hmm", BLEEDING, understood=Understood("affirm", 0.2)) is None


def test_yes_means_nothing_where_no_answer_means_yes() -> None:
    assert answered("yes", ORGANISATION, understood=Understood("affirm", 0.9)) is None


@pytest.mark.parametrize("intent", ["crisis", "crisis_other", "domestic_abuse", "sexual_assault"])
def test_a_danger_is_an_answer_only_word_for_word(intent: str) -> None:
    danger = Understood(intent, 0.6)
    assert answered("yes", BLEEDING, understood=danger) is not None
    assert answered("yes and i want it to end", BLEEDING, understood=danger) is None
    assert answered("i am at glenfield and not safe", ORGANISATION, understood=danger) is None


def test_a_sure_topic_of_its_own_is_not_captured() -> None:
    text = "does the glenfield run mecc training"
    assert answered(text, ORGANISATION, understood=Understood("mecc", 0.95)) is None
    assert answered(text, ORGANISATION, understood=Understood("mecc", 0.5)) is not None


def test_what_is_said_of_the_offer_being_checked_is_an_answer_and_a_question_about_it_is_none() -> (
    None
):
    checked = {"offer": "workwell", "question": "often", "answer": "often"}
    often = {"value": "often", "intent": "check_answer", "entities": checked, "says": ["most days"]}
    asked = {"question": "often", "answers": [{**often, "label": "Often"}]}
    sure = Understood("workwell", 0.95)
    assert answered("most days my back stops me", asked, understood=sure) == ("often", "often")
    for question in ("can i see the coach most days", "coach most days or only mondays?"):
        assert answered(question, asked, understood=sure) is None


def test_a_person_saying_where_they_work_is_answering() -> None:
    understood = Understood("care_home_outreach", 0.9)
    assert answered("i work in a care home", ORGANISATION, understood=understood) is not None
    assert answered("care home", ORGANISATION, understood=understood) is not None


def test_a_topic_that_was_offered_may_be_named() -> None:
    sure = Understood("menopause", 0.95)
    assert answered("the menopause support one please", TOPICS, understood=sure) is not None


@pytest.mark.parametrize(
    "text",
    ["no i meant lpt", "sorry i meant lpt", "actually lpt", "oh wait, i mean lpt", "not uhl, lpt"],
)
def test_a_correction_goes_to_the_question_before(text: str) -> None:
    assert answered(text, BLEEDING, ORGANISATION) == ("organisation", "lpt")


def test_a_correction_that_fits_only_the_last_question_goes_there() -> None:
    assert answered("actually no idea", BLEEDING, ORGANISATION) == ("bleeding", "unsure")
    assert answered("actually lpt", ORGANISATION) == ("organisation", "lpt")


def test_without_a_marker_only_the_last_question_is_tried() -> None:
    assert answered("lpt", BLEEDING, ORGANISATION) is None


def test_nothing_was_asked() -> None:
    assert answered("yes", understood=Understood("affirm", 0.9)) is None
    assert read_questions(None) == []


def test_an_answer_carries_its_intent_and_entities() -> None:
    found = match("lpt", read_questions([ORGANISATION]), NOTHING)
    assert found is not None
    assert found.answer.intent == "state_organisation"
    assert found.answer.entities == {"organisation": "lpt"}


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("No, I meant yes", "yes"),
        ("sorry i meant to say no", "no"),
        ("not nights, days", "days"),
        ("no not nights but days", "days"),
        ("actually", ""),
        ("what does it actually cost", None),
        ("i have not been", None),
    ],
)
def test_correction_markers(text: str, rest: str | None) -> None:
    assert correction(text) == rest


def grave(value: str, label: str, *phrases: str, means: str) -> dict[str, Any]:
    answer = says("check_answer", "answer", value, label, *phrases, means=means)
    return answer | {"is_danger": value != "safe"}


RISK = {
    "question": "risk",
    "answers": [
        grave("at_risk", "Yes", "i think about it", "i want to die", means="yes"),
        grave("unsure", "I'm not sure", "sometimes", "maybe", means="unsure"),
        grave("safe", "No", "never", "no never", "not at all", "nothing like that", means="no"),
        says("skip", "", "skip", "Skip this"),
    ],
}


@pytest.mark.parametrize(
    "text",
    ["no", "No.", "nope", "no never", "never", "not at all", "nothing like that", "no i'm fine thanks", "3",
     "number 3", "no just tired and stressed"],
)  # fmt: skip
def test_a_plain_no_to_a_question_about_danger(text: str) -> None:
    assert answered(text, RISK, understood=DENY) == ("risk", "safe")


@pytest.mark.parametrize(
    "text",
    ["i can't say no", "not yet", "no more than usual", "no, only sometimes", "hardly ever", "never used to",
     "no but i think about it", "no way out", "never more than now", "not really", "no but maybe one day",
     "i would not say no", "no i lied", "the last one i said no to"],
)  # fmt: skip
def test_no_other_no_is_taken_as_one(text: str) -> None:
    found = answered(text, RISK, understood=DENY)
    assert found in (("risk", "unsure"), ("risk", "at_risk"))


def test_the_gravest_answer_in_a_line_counts() -> None:
    assert answered("no well sometimes i think about it", RISK) == ("risk", "at_risk")


def test_ways_out_of_a_question_about_danger_stay() -> None:
    assert answered("skip this", RISK) == ("risk", "skip")
    assert answered("what is mecc training", RISK, understood=Understood("mecc", 0.95)) is None


@pytest.mark.parametrize("text", ["no one", "no-one"])
def test_nobody_is_no_number(text: str) -> None:
    assert answered(text, ORGANISATION) is None
