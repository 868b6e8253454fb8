"""The public notice of a round, objections to it, and the task that waits for both."""

from goodpeople.notices.models.contact import OfficeContact
from goodpeople.notices.models.notice import Notice
from goodpeople.notices.models.objection import Objection
from goodpeople.notices.models.task import NoticeState, NoticeTask

__all__ = ["Notice", "NoticeState", "NoticeTask", "Objection", "OfficeContact"]
