"""The interface is Chinese first: no sentence is left out, and none changes its placeholders."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po

from tests.sentences import ROOT, sentences

CATALOG = ROOT / "goodpeople/locale/zh_Hans/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)(?:\.\d+)?[sdf]|%[sd]|\{\w*\}")


@pytest.fixture(scope="module")
def chinese():
    with CATALOG.open("rb") as file:
        catalog = read_po(file, locale="zh_Hans")
    return {
        (message.id if isinstance(message.id, str) else message.id[0]): message
        for message in catalog
        if message.id
    }


def test_every_sentence_has_its_chinese(chinese):
    missing = {(file, text) for file, text in sentences() if text not in chinese}

    assert not missing, "\n".join(f"{file}: {text!r}" for file, text in sorted(missing))


def test_no_translation_is_empty_or_fuzzy(chinese):
    bad = [key for key, message in chinese.items() if not message.string or message.fuzzy]

    assert not bad


def test_placeholders_survive_translation(chinese):
    for key, message in chinese.items():
        # Chinese has one form for all numbers: it answers to the English plural, which counts.
        english = key if isinstance(message.id, str) else message.id[-1]
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in strings:
            assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(english)), key


def test_no_sentence_uses_the_word_reserved_for_awards(chinese):
    """表彰 is reserved for award projects approved at province level or above."""
    assert not [key for key, message in chinese.items() if "表彰" in str(message.string)]
