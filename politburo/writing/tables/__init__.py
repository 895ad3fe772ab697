"""Records as typed tables: papers, protocols, decisions, directives, orders, money, dates and so on.

Every row has a stable ``id`` and the ids of what it belongs to; the columns are described in
:mod:`politburo.writing.tables.schema` and, for readers, in ``docs/data-dictionary.md``.
"""

from politburo.writing.tables.frames import frames
from politburo.writing.tables.schema import Column, Table, tables

__all__ = ["Column", "Table", "frames", "tables"]
