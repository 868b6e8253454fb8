"""Accounts for tests: ``UserFactory(office=True)``. All use the same password."""

from __future__ import annotations

import factory
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from goodpeople.accounts.models import User
from goodpeople.accounts.roles import GROUP_NAMES

PASSWORD = "correct-horse-9"


class UserFactory(factory.django.DjangoModelFactory):
    """A person who has chosen a password.

    ``office``, ``editor`` and ``auditor`` give roles (or several by ``roles=[…]``);
    ``superuser`` and ``first_time`` (a password not yet changed) are traits.
    """

    class Meta:
        model = User

    class Params:
        superuser = factory.Trait(is_superuser=True)
        first_time = factory.Trait(must_change_password=True)

    username = factory.Sequence(lambda n: f"person{n}")
    display_name = factory.Sequence(lambda n: f"示例{n}")
    phone = None
    must_change_password = False
    password = factory.LazyFunction(lambda: make_password(PASSWORD))

    @classmethod
    def _create(cls, model_class, *args, roles=(), **kwargs):
        wanted = {*roles, *(role for role in GROUP_NAMES if kwargs.pop(role, False))}
        user = super()._create(model_class, *args, **kwargs)
        for role in sorted(wanted):
            group, _created = Group.objects.get_or_create(name=GROUP_NAMES[role])
            user.groups.add(group)
        return user
