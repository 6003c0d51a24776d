"""The phrases that the safety net knows, as tables: one module for each part of the subject."""

from . import abuse, emergency, languages, own_risk
from .tables import Guard, Kind, Table
from .words import GROUPS

TABLES: tuple[Table, ...] = (*own_risk.TABLES, *languages.TABLES, *emergency.TABLES, *abuse.TABLES)

__all__ = ["GROUPS", "TABLES", "Guard", "Kind", "Table"]
