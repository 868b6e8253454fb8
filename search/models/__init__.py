"""What the search keeps in the database."""

from .outbox import PendingChange

__all__ = ["PendingChange"]
