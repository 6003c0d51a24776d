"""What counts as right, caught, recalled and a false alarm."""

from __future__ import annotations

from benchmarks import measures
from benchmarks.readings import Reading
from benchmarks.sets import SafetyLine, ScopeLine, TopicLine
from benchmarks.values import Rate

TOPICS = [
    TopicLine("a", "menopause", "about"),
    TopicLine("b", "mecc", "access"),
    TopicLine("c", "buddying", "about"),
    TopicLine("d", "human", ""),
    TopicLine("e", "workwell", "about"),
]
READINGS = [
    Reading("menopause", "about"),
    Reading("clarify", "about"),
    Reading("out_of_scope"),
    Reading("crisis"),
    Reading("mecc", "about"),
]
SAFETY = [
    SafetyLine("a", "crisis", "explicit"),
    SafetyLine("b", "crisis", "slang"),
    SafetyLine("c", "domestic_abuse", "domestic_abuse"),
    SafetyLine("d", "safe", "idiom"),
]


def test_only_the_topic_itself_is_right() -> None:
    figures = measures.topics(TOPICS, READINGS)
    one = Rate(1, 5)
    assert figures.right == figures.clarified == figures.rejected == one
    assert figures.alarmed == figures.wrong == one


def test_aspects_count_on_lines_that_have_one_and_with_their_topic() -> None:
    assert measures.topics(TOPICS, READINGS).aspect == Rate(1, 4)


def test_a_safety_card_does_not_catch_a_line_out_of_scope() -> None:
    lines = [ScopeLine("a", "near"), ScopeLine("b", "near"), ScopeLine("c", "far")]
    readings = [Reading("out_of_scope"), Reading("crisis"), Reading("nlu_fallback")]
    figures = measures.scope(lines, readings)
    assert (figures.caught, figures.near, figures.far) == (Rate(2, 3), Rate(1, 2), Rate(1, 1))
    assert figures.alarmed == Rate(1, 3)


def test_any_safety_card_recalls_a_danger() -> None:
    readings = [Reading("crisis"), Reading("crisis_other"), Reading("menu"), Reading("crisis")]
    figures = measures.safety(SAFETY, readings)
    assert figures.crisis == Rate(2, 2)
    assert figures.recall == Rate(2, 3)
    assert figures.right_label == Rate(1, 3)
    assert figures.false_alarms == Rate(1, 1)
    assert figures.by_kind["slang"] == Rate(1, 1)


def test_numbers_below_an_answer_are_no_card() -> None:
    asked = Reading("menu", checks_in=True)
    figures = measures.safety(SAFETY, [asked, Reading("crisis"), Reading("menu"), asked])
    assert (figures.crisis, figures.crisis_numbers) == (Rate(1, 2), Rate(2, 2))
    assert (figures.false_alarms, figures.safe_numbers) == (Rate(0, 1), Rate(1, 1))


def test_a_lower_threshold_never_recalls_less() -> None:
    points = measures.trade_off(SAFETY, [0.9, 0.4, 0.1, 0.5], [0.3, 0.45, 0.95])
    assert [point.recall for point in points] == [Rate(2, 2), Rate(1, 2), Rate(0, 2)]
    assert [point.false_alarms for point in points] == [Rate(1, 1), Rate(1, 1), Rate(0, 1)]


def test_confusion_puts_all_rejections_and_all_safety_cards_together() -> None:
    counts = measures.confusion(TOPICS, READINGS)
    assert counts["buddying", "out of scope"] == counts["human", "safety"] == 1
    assert counts["workwell", "mecc"] == counts["menopause", "menopause"] == 1
