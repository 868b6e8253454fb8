"""What the page keeps: the editors' synonyms, and what was searched for and not found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from search.engine.analysis.characters import normalise
from search.engine.analysis.synonyms import MAX_WORD_LENGTH

FEWEST, MOST = 2, 6  # words of a group
_BETWEEN = re.compile(r"[、,，;；/|\s]+")


class SynonymGroup(models.Model):
    """Words that are as good as one another in a search: 剃头、理发、剪头发."""

    words = models.CharField(
        gettext_lazy("words"),
        max_length=150,
        help_text=gettext_lazy(
            "Two to six words that mean the same, with commas between them. Who searches for one "
            "also finds the others, and is told so."
        ),
    )

    class Meta:
        ordering = ["words"]
        verbose_name = gettext_lazy("group of synonyms")
        verbose_name_plural = gettext_lazy("synonyms")

    def __str__(self) -> str:
        return self.words

    @property
    def as_list(self) -> list[str]:
        """The words one by one."""
        return [word for word in _BETWEEN.split(self.words) if word]

    def clean(self) -> None:
        """Put the words in order; refuse too few, too many, and one that is in another group."""
        super().clean()
        words = list({normalise(word): word for word in self.as_list}.values())
        reasons = [*_reasons_in(words), *self._reasons_beside_others(words)]
        if reasons:
            raise ValidationError({"words": reasons})
        self.words = "、".join(words)

    def _reasons_beside_others(self, words: Iterable[str]) -> list[str]:
        asked = {normalise(word): word for word in words}
        reasons = []
        for group in SynonymGroup.objects.exclude(pk=self.pk):
            shared = [asked[word] for word in map(normalise, group.as_list) if word in asked]
            reasons += [
                _("“%(word)s” already stands in the group “%(group)s”.")
                % {"word": word, "group": group}
                for word in shared
            ]
        return reasons


def _reasons_in(words: list[str]) -> list[str]:
    """Return why ``words`` cannot be a group."""
    reasons = []
    if len(words) < FEWEST:
        reasons.append(_("A group has at least two different words."))
    if len(words) > MOST:
        reasons.append(_("A group has at most six words; make two groups of it."))
    too_long = [word for word in words if len(normalise(word)) > MAX_WORD_LENGTH]
    if too_long:
        reasons.append(
            ngettext(
                "“%(word)s” is longer than %(limit)d character.",
                "“%(word)s” is longer than %(limit)d characters.",
                MAX_WORD_LENGTH,
            )
            % {"word": too_long[0], "limit": MAX_WORD_LENGTH}
        )
    if any(len(normalise(word)) < 2 for word in words):
        reasons.append(_("Words of one character mean too much to be synonyms."))
    return reasons


class FruitlessSearch(models.Model):
    """Words that were searched for and not found: how often, and on which day last.

    Nothing of who asked, from where or at what time of the day. Kept by
    :mod:`search.page.fruitless` alone.
    """

    LONGEST = 40

    words = models.CharField(gettext_lazy("searched for"), max_length=LONGEST, unique=True)
    times = models.PositiveIntegerField(gettext_lazy("how often"), default=1)
    last_day = models.DateField(gettext_lazy("last on"))

    class Meta:
        ordering = ["-times", "-last_day", "words"]
        verbose_name = gettext_lazy("search that found nothing")
        verbose_name_plural = gettext_lazy("searches that found nothing")
        default_permissions = ("view", "delete")

    def __str__(self) -> str:
        return self.words
