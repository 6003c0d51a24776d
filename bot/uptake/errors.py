"""What can be wrong with a question to the uptake log, in words for the person who asked."""


class ReportError(ValueError):
    """A figure that can't be published as it was asked for."""


class PeriodError(ReportError):
    """The period isn't on the fixed grid."""


class DimensionError(ReportError):
    """There is no such dimension, or it was given twice."""


class NotPermittedError(ReportError):
    """The dimensions exist, but not together, or not for such a period."""


class WithheldError(ReportError):
    """No safe way to publish a period was found, so nothing of it is shown."""

    def __init__(self) -> None:
        super().__init__("figures for this period can't be published safely; ask for another one")


class NotCountedError(ReportError):
    """Counting began within the period or after it, so nothing can be said of it, not even 0."""

    def __init__(self, label: str) -> None:
        super().__init__(f"there are no figures for {label}: counting of this began later")


class NotPublishedError(ReportError):
    """The period isn't over yet, or nothing was counted before its end."""

    def __init__(self, label: str) -> None:
        super().__init__(f"there are no figures for {label}: they come out when it is over")
