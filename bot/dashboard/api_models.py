"""What the API answers and may be asked. The OpenAPI description is made from these models."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from bot.uptake.periods import Kind

Row = TypeVar("Row")
DEFAULT_LIMIT = 1000
MAX_LIMIT = 5000
WEEK = "Empty for a week."
UPTAKE_BY = (
    "Dimensions, with commas: offer, step, channel, and organisation or staff_group. "
    f"Without step: conversations in which a programme was shown. {WEEK}"
)
SERVICE_BY = (
    "Dimensions, with commas: figure, channel, time_band. Without figure: conversations. "
    "For a week: figure, or empty."
)
CONFUSIONS_BY = (
    "Dimensions, with commas: pair, step. Without step: conversations in which the assistant asked which "
    "of two topics was meant, and one was taken."
)
ENTRIES_BY = f"source, or empty for all together. {WEEK}"
Key = Annotated[str, Field(examples=["menopause"])]
PeriodKey = Annotated[str, Field(examples=["2026-10"])]


class Model(BaseModel):
    """Rows and questions have these fields and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PeriodRow(Model):
    """A period that is over and was published."""

    period: PeriodKey
    kind: Kind
    label: str
    first_monday: date
    last_sunday: date


class NameRow(Model):
    """What a key stands for. `headcount` is in people, and null when its owner has not given it."""

    dimension: str
    key: Key
    name: str
    headcount: int | None


class Count(Model):
    """One published count, and how far it may be trusted."""

    measure: Annotated[str, Field(description="What was counted.")]
    count: Annotated[
        Annotated[int, Field(ge=0)] | None, Field(description="Null when hidden; never a sum.")
    ]
    hidden: Annotated[
        bool,
        Field(description="1 to 7, or kept back so that a hidden count cannot be worked out."),
    ]
    rounded_to: Annotated[
        Literal[1, 5] | None, Field(description="The nearest 5; 1 for 0, which is exact.")
    ]


class Where(Model):
    """Which log and period a count is of; `demo` when all figures are made up."""

    period: PeriodKey
    kind: Kind
    first_monday: date
    last_sunday: date
    log: str
    demo: bool


All = Annotated[Key | None, Field(description="Null: all together.")]


class UptakeDimensions(Model):
    """How the uptake log can be broken down."""

    offer: All = None
    organisation: All = None
    channel: All = None
    staff_group: All = None


class ServiceDimensions(Model):
    """How the service figures can be broken down."""

    channel: All = None
    time_band: All = None


class ConfusionsDimensions(Model):
    """How questions which topic was meant can be broken down."""

    pair: Annotated[
        Key | None, Field(description="Two topics with + between; null: all together.")
    ] = None


class EntriesDimensions(Model):
    """How visits from posters and links can be broken down."""

    source: All = None


# The last base comes first among the fields: period, dimensions, count.
class UptakeCount(Count, UptakeDimensions, Where):
    """A count of conversations in which a programme reached a step."""


class ServiceCount(Count, ServiceDimensions, Where):
    """A count of conversations, messages not understood, times asked back or safety cards."""


class ConfusionsCount(Count, ConfusionsDimensions, Where):
    """A count of conversations in which the assistant asked which of two topics was meant."""


class EntriesCount(Count, EntriesDimensions, Where):
    """A count of visits that began at a poster or link."""


class PageOf(Model, Generic[Row]):
    """A page of rows. `next` is the cursor of the next page, null after the last."""

    notes: list[str]
    rows: list[Row]
    next: str | None


class PeriodPage(PageOf[PeriodRow]):
    """Periods."""


class NamePage(PageOf[NameRow]):
    """Names."""


class UptakePage(PageOf[UptakeCount]):
    """Counts of the uptake log."""


class ServicePage(PageOf[ServiceCount]):
    """Service figures."""


class ConfusionsPage(PageOf[ConfusionsCount]):
    """Counts of topics taken for each other."""


class EntriesPage(PageOf[EntriesCount]):
    """Counts of visits."""


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str


class PageQuery(Model):
    """Which page, and how it is written."""

    limit: Annotated[int, Field(ge=1, le=MAX_LIMIT, description="Rows a page.")] = DEFAULT_LIMIT
    cursor: Annotated[str, Field(max_length=1000, description="`next` of the page before.")] = ""
    format: Annotated[Literal["json", "csv"], Field(description="How it is written.")] = "json"


class PeriodsQuery(PageQuery):
    """Which periods."""

    kind: Annotated[Kind | None, Field(description="Only periods of this kind.")] = None


class CountsQuery(PageQuery):
    """Which counts; each log adds `by`."""

    kind: Annotated[Kind, Field(description="All periods of this kind, newest first.")] = Kind.MONTH
    since: Annotated[str, Field(max_length=10, description="From this period.")] = ""
    until: Annotated[str, Field(max_length=10, description="Up to this period.")] = ""


class UptakeQuery(CountsQuery):
    """Which counts of the uptake log."""

    by: Annotated[str, Field(max_length=100, description=UPTAKE_BY)] = "offer,step"


class ServiceQuery(CountsQuery):
    """Which service figures."""

    by: Annotated[str, Field(max_length=100, description=SERVICE_BY)] = "figure"


class ConfusionsQuery(CountsQuery):
    """Which topics taken for each other."""

    kind: Annotated[Kind, Field(description="quarter or year, newest first.")] = Kind.QUARTER
    by: Annotated[str, Field(max_length=100, description=CONFUSIONS_BY)] = "pair,step"


class EntriesQuery(CountsQuery):
    """Which visits."""

    by: Annotated[str, Field(max_length=100, description=ENTRIES_BY)] = "source"
