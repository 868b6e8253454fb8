"""Tries at the same moment: none is lost, and no more than five passwords are checked."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from django.db import connection

from goodpeople.accounts import lockout
from goodpeople.accounts.models import SignInTries

TRIES_AT_ONCE = 24


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_of_many_tries_at_once_five_are_allowed_and_counted():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.fail("Races need a database file: set DATABASES['default']['TEST']['NAME'].")
    barrier = Barrier(TRIES_AT_ONCE)
    answers: list[bool | Exception] = []

    def one_try() -> None:
        try:
            barrier.wait(timeout=30)
            answers.append(lockout.may_try("account:1"))
        except Exception as error:
            answers.append(error)
        finally:
            connection.close()

    threads = [Thread(target=one_try) for _n in range(TRIES_AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers, key=str) == [False] * (TRIES_AT_ONCE - 5) + [True] * 5
    assert SignInTries.objects.get().count == 5
