"""All that the engine raises. Whatever goes wrong below becomes one of these."""


class EngineError(Exception):
    """The root: catch this to catch the engine."""


class IndexMissing(EngineError):
    """There is no index in the folder (never built, or removed)."""


class IndexDamaged(EngineError):
    """A file is missing, short, unreadable or fails its checksum. A rebuild mends it."""


class IndexLocked(EngineError):
    """Another process or thread is writing, and went on for longer than we were to wait."""


class IndexUnwritable(EngineError):
    """The disk is full, the folder is read-only or a write failed. What stood before, stands."""


class SchemaChanged(EngineError):
    """The index was built for other fields, columns or another analysis. A rebuild mends it."""


class QueryInvalid(EngineError):
    """The query names a field or column that is not there, or is nested beyond the limit."""


class DocumentInvalid(EngineError):
    """A document has a field that the schema lacks, or a value of the wrong kind."""
