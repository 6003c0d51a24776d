"""What the labels of the training data are for."""

from bot.engine.labels import Labels, aspect_of, topic_of

OFFERS = ("menopause/about", "menopause/access", "followup/about")
OTHERS = ("greet", "menu", "human", "crisis", "safe", "out_of_scope", "clarify")
LABELS = Labels.of([*OFFERS, *OTHERS])


def test_a_label_is_a_topic_with_or_without_an_aspect() -> None:
    assert (topic_of("mecc/access"), aspect_of("mecc/access")) == ("mecc", "access")
    assert (topic_of("greet"), aspect_of("greet")) == ("greet", "")


def test_safety_safe_and_out_of_scope_are_no_topics() -> None:
    assert LABELS.topics == ("followup", "greet", "human", "menopause", "menu")
    assert LABELS.aspects == ("about", "access")


def test_a_choice_may_name_offers_and_support_only() -> None:
    assert LABELS.can_be_offered == {"menopause", "menu", "human"}
    assert LABELS.have_aspects == {"menopause", "followup"}
