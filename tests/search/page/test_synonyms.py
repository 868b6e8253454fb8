"""The editors' list of synonyms: what a group may be, who keeps it, and that changes are logged."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import ModelLogEntry

from goodpeople.accounts.roles import EDITOR, sync_role_groups
from goodpeople.demo.samples import read
from search.page.models import SynonymGroup
from search.page.synonyms import store
from tests.factories.accounts import UserFactory
from tests.search.page.asking import found, search

pytestmark = pytest.mark.django_db


def group(words: str) -> SynonymGroup:
    one = SynonymGroup(words=words)
    one.full_clean()
    one.save()
    return one


@pytest.mark.parametrize(
    "words", ["剃头、理发", "剃头,理发", "剃头 ， 理发；", "剃头\n理发", "剃头、理发、剃头"]
)
def test_words_are_put_in_order_however_they_are_parted(words):
    assert group(words).words == "剃头、理发"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("剃头", "at least two different words"),
        ("剃头、剃头", "at least two different words"),
        ("剃头、剃頭", "at least two different words"),
        ("一一、二二、三三、四四、五五、六六、七七", "at most six words"),
        ("剃头、" + "长" * 21, "is longer than 20"),
        ("剃头、发", "one character mean too much"),
    ],
)
def test_no_group(words, reason):
    from django.utils import translation

    with translation.override("en"), pytest.raises(ValidationError, match=reason):
        group(words)


def test_no_word_stands_in_two_groups():
    group("剃头、理发")

    with pytest.raises(ValidationError, match="理發.*剃头、理发"):
        group("美发、理發")


def test_a_group_may_be_saved_again():
    one = group("剃头、理发")
    one.words += "、剪发"
    one.full_clean()

    assert one.as_list == ["剃头", "理发", "剪发"]


def test_an_editor_keeps_them_and_the_log_tells(client, barber):
    sync_role_groups()
    editor = UserFactory(roles=[EDITOR])
    client.force_login(editor)

    client.post(reverse("synonyms:add"), {"words": "剃头、剪了头发"})
    (one,) = SynonymGroup.objects.all()
    assert found(search(client, q="剃头")) == ["钱示理"]

    client.post(reverse("synonyms:edit", args=[one.pk]), {"words": "剃头、美发"})
    assert found(search(client, q="剃头")) == []

    client.post(reverse("synonyms:delete", args=[one.pk]))
    assert not SynonymGroup.objects.exists()
    actions = ModelLogEntry.objects.filter(user=editor).order_by("pk")
    assert [entry.action for entry in actions] == [
        "wagtail.create",
        "wagtail.edit",
        "wagtail.delete",
    ]


def test_the_samples_list_is_sound_and_loads_once():
    groups = read("synonyms")

    assert store(groups) == len(groups) >= 15
    assert store(groups) == 0
