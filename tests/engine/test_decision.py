"""Safety first, then out of scope, then a choice, then the topic."""

from bot.engine.decision import Evidence, Named, Thresholds, decide, needs_check_in

THRESHOLDS = Thresholds(safety=0.5, other_dangers=0.7, check_in=0.2, clarify_margin=0.2)
OFFERED = {"menopause", "workwell"}


def evidence(
    *ranking: tuple[str, float], safety: float = 0.0, scope: float = 0.5, danger: str = "crisis"
) -> Evidence:
    named = [Named(name, confidence) for name, confidence in ranking]
    dangers = (Named(danger, safety), Named("emergency_physical", safety / 2))
    return Evidence(named, Named("about", 0.9), dangers, scope, suspicion=safety)


CLEAR = (("menopause", 0.9), ("workwell", 0.05))
CLOSE = (("menopause", 0.45), ("workwell", 0.4))


def intent(found: Evidence) -> str | None:
    return decide(found, THRESHOLDS, OFFERED).name


def test_a_clear_topic_is_the_intent() -> None:
    assert decide(evidence(*CLEAR), THRESHOLDS, OFFERED) == Named("menopause", 0.9)


def test_safety_wins_over_everything() -> None:
    assert intent(evidence(*CLEAR, safety=0.5)) == "crisis"
    assert intent(evidence(*CLOSE, safety=0.9, scope=-1.0, danger="crisis_other")) == "crisis_other"


def test_just_under_the_threshold_is_not_safety() -> None:
    assert intent(evidence(*CLEAR, safety=0.499)) == "menopause"


def test_a_danger_that_is_no_suicide_has_a_threshold_of_its_own() -> None:
    assert intent(evidence(*CLEAR, safety=0.7, danger="domestic_abuse")) == "domestic_abuse"
    unsure = evidence(*CLEAR, safety=0.69, danger="domestic_abuse")
    assert intent(unsure) == "menopause" and needs_check_in(unsure, THRESHOLDS)


def test_a_likelier_danger_that_is_not_sure_enough_hides_no_other() -> None:
    dangers = (Named("domestic_abuse", 0.69), Named("crisis", 0.5))
    found = Evidence([Named("menopause", 0.9)], Named(None, 0.0), dangers, 0.5, 0.69)
    assert intent(found) == "crisis" and not needs_check_in(found, THRESHOLDS)


def test_only_between_the_thresholds_is_a_person_asked_whether_they_are_safe() -> None:
    asked = [needs_check_in(evidence(*CLEAR, safety=x), THRESHOLDS) for x in (0.1, 0.2, 0.49, 0.5)]
    assert asked == [False, True, True, False]


def test_far_from_the_domain_is_out_of_scope() -> None:
    assert intent(evidence(*CLEAR, scope=-0.1)) == "out_of_scope"


def test_two_close_topics_become_a_choice() -> None:
    assert intent(evidence(*CLOSE)) == "clarify"


def test_small_talk_is_never_offered_as_a_choice() -> None:
    assert intent(evidence(("menopause", 0.45), ("thanks", 0.44))) == "menopause"
    assert intent(evidence(("thanks", 0.45), ("menopause", 0.44))) == "thanks"
