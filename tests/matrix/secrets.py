"""What must not be read by others, and a look for it in every answer of the matrix.

Two kinds. *Personal*: phone, address, birth date, ID number, who objected; it may appear only
in a cell that says so with a star. *Confidential*: nominees' names, comments of the panel, the
objection's text; each has its readers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from goodpeople.nominations.validators import validate_id_number
from tests.matrix import roles

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True)
class Confidential:
    """A text and the roles that may read it."""

    text: str
    what: str
    readers: frozenset[str]


def personal_of(number: int) -> dict[str, str]:
    """Return personal data that no other nominee of the world has."""
    head = f"3304821966{number % 12 + 1:02d}{number:02d}12{number % 10}"
    total = sum(int(digit) * weight for digit, weight in zip(head, _WEIGHTS, strict=True))
    id_number = head + "10X98765432"[total % 11]
    validate_id_number(id_number)
    return {
        "phone": f"13857300{number:03d}",
        "address": f"平湖市林埭镇密道路{number:02d}弄密门8号",
        "birth_date": f"1966-{number % 12 + 1:02d}-{number:02d}",
        "id_number": id_number,
    }


class Secrets:
    """Everything of the world that somebody must not read."""

    def __init__(self) -> None:
        self.personal: dict[str, str] = {}
        self.confidential: list[Confidential] = []
        self.nominees: list[str] = []

    def note_nominee(self, key: str, name: str, facts: dict[str, str]) -> None:
        """Keep a nominee's facts, and the name with who may read it."""
        self.nominees.append(key)
        for field, value in facts.items():
            self.personal[value] = f"the {field} of {key}"
        whose, _dot, state = key.partition(".")
        if state == "announced":
            return
        readers = set(roles.READS_ALL)
        readers |= {"own": {roles.NOMINATOR, roles.TOWN}, "other": {roles.OTHER}}.get(
            whose, {roles.TOWN}
        )
        readers |= {
            "scoring": {roles.MEMBER},
            "apart": {roles.OTHER_MEMBER},
            # The notice is masked, but the editor completes the draft profile.
            "notice": {roles.EDITOR},
        }.get(state, set())
        self.confidential.append(Confidential(name, f"the name of {key}", frozenset(readers)))

    def note_comment(self, text: str, readers: Iterable[str]) -> str:
        """Keep a panel member's comment; while the panel scores, only its writer reads it."""
        self.confidential.append(Confidential(text, "a comment of the panel", frozenset(readers)))
        return text

    def make_objection(self) -> dict[str, str]:
        """Return an objection whose author is secret, and whose text is the office's."""
        text = "密异议：材料所写的时间与我了解的不一致。"
        self.confidential.append(Confidential(text, "the objection's text", roles.READS_ALL))
        self.personal["密投诉人"] = "the objector's name"
        self.personal["13957311999"] = "the objector's phone"
        return {"text": text, "objector": "密投诉人", "contact": "13957311999"}

    def personal_in(self, body: str) -> list[str]:
        """Return which personal data stand in ``body``."""
        return [what for text, what in self.personal.items() if text in body]

    def not_for(self, role: str, body: str) -> list[str]:
        """Return what stands in ``body`` that ``role`` must not read."""
        return [
            secret.what
            for secret in self.confidential
            if role not in secret.readers and secret.text in body
        ]
