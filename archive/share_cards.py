"""The share cards of what is published: drawn after the commit that changed it, kept in media.

A card's file is named after everything that it shows, so a changed card has a new address and
an unchanged one is not drawn again. There is one in Chinese and, where the page has its English,
one in English beside it (``….en.jpg``). No request draws; a page without a card shows the home
page's. A renamed category, place or level title is taken up by ``manage.py make_share_cards``.
"""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass, field
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils import translation
from django.utils.translation import gettext as _
from PIL import Image as Pillow
from wagtail.images.models import SourceImageIOError

from archive.cards.card import DESIGN, CardText, as_jpeg, draw_card
from archive.pictures import UNREADABLE, spec

if TYPE_CHECKING:
    from wagtail.images.models import AbstractImage

    from archive.models import HomePage, HonoreePage
    from archive.models.carries_card import CarriesCard

FOLDER = "cards"
LANGUAGES = ("zh-hans", "en")
_SITE_INITIAL = "好"


@dataclass(frozen=True)
class Plan:
    """What a page's card is to show: a text for each language, and the picture."""

    page_id: int
    texts: dict[str, CardText] = field(default_factory=dict)
    picture: AbstractImage | None = None

    @property
    def name(self) -> str:
        """The file's name in public media: a digest of all that is on the card."""
        shown: list[Any] = [DESIGN, self.page_id, {k: astuple(v) for k, v in self.texts.items()}]
        if self.picture is not None:
            focus = self.picture.get_focal_point()
            shown += [self.picture.file.name, self.picture.file_hash, str(focus)]
        digest = hashlib.sha256(repr(shown).encode()).hexdigest()[:16]
        return f"{FOLDER}/{self.page_id}-{digest}.jpg"


@dataclass(frozen=True)
class Redraw:
    """The callback of a transaction that changed what a page's card shows."""

    model: type[CarriesCard]
    page_id: int

    def __post_init__(self) -> None:
        # Django names a callback that failed by this.
        object.__setattr__(self, "__qualname__", f"redraw of page {self.page_id}")

    def __call__(self) -> None:
        """Bring the card up to date."""
        redraw(self.model, self.page_id)


def redraw_after_commit(model: type[CarriesCard], page_id: int | None) -> None:
    """Bring the page's card up to date once the transaction is through; never fails it.

    A page that changes several times in one transaction is drawn once.
    """
    if page_id is None:
        return
    asked = Redraw(model, page_id)
    waiting = transaction.get_connection().run_on_commit
    if all(callback != asked for _sids, callback, _robust in waiting):
        transaction.on_commit(asked, robust=True)


def redraw(model: type[CarriesCard], page_id: int, *, anew: bool = False) -> bool:
    """Draw, keep or remove the card as the stored page now is; return whether it was drawn.

    ``anew`` draws one that has not changed as well.
    """
    page = model.objects.filter(pk=page_id).first()
    plan = plan_of(page) if page is not None else None
    before = page.share_card if page is not None else ""
    if page is None or plan is None:
        _keep(model, page_id, before, "")
        return False
    if before == plan.name and not anew and default_storage.exists(plan.name):
        return False
    picture = _opened(plan.picture)
    cards = {language: as_jpeg(draw_card(text, picture)) for language, text in plan.texts.items()}
    remove(plan.name)
    for language, card in cards.items():
        _save(in_language(plan.name, language), card)
    _keep(model, page_id, before, plan.name)
    return True


def plan_of(page: CarriesCard) -> Plan | None:
    """Return what the card of ``page`` is to show; None where anyone may not read the page."""
    if not page.live or page.get_view_restrictions().exists():
        return None
    home = apps.get_model("archive", "HomePage")
    plan = _plan_of_home if isinstance(page, home) else _plan_of_honouree
    return plan(page)


def in_language(name: str, language: str) -> str:
    """Return the file of the card called ``name`` in ``language``."""
    return name if language == LANGUAGES[0] else f"{name.removesuffix('.jpg')}.{language}.jpg"


def card_url(page: CarriesCard, language: str) -> str:
    """Return the address of the page's card for a reader of ``language``; blank without one."""
    if not page.share_card:
        return ""
    own = language if language in _languages_of(page) else LANGUAGES[0]
    return default_storage.url(in_language(page.share_card, own))


def remove(name: str) -> None:
    """Delete the files of the card called ``name``, where they are."""
    for language in LANGUAGES if name else ():
        default_storage.delete(in_language(name, language))


# What happens to what stands on a card, told by Django's signals: see archive.apps.


def after_page_deletion(sender: Any, instance: CarriesCard, **kwargs: Any) -> None:
    """Once a page is gone for good, so are its cards."""
    transaction.on_commit(lambda: remove(instance.share_card), robust=True)


def after_picture_change(sender: Any, instance: AbstractImage, **kwargs: Any) -> None:
    """Draw the cards again that show a picture which was saved, or is about to be deleted."""
    model = apps.get_model("archive", "HonoreePage")
    if not kwargs.get("raw") and not kwargs.get("created"):
        for pk in model.objects.live().filter(portrait=instance).values_list("pk", flat=True):
            redraw_after_commit(model, pk)


def after_restriction_change(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Take away the cards of what has become private, and draw those that are public again."""
    for name in ("HomePage", "HonoreePage"):
        model = apps.get_model("archive", name)
        below = model.objects.live().descendant_of(instance.page, inclusive=True)
        for pk in below.values_list("pk", flat=True):
            redraw_after_commit(model, pk)


def _languages_of(page: Any) -> tuple[str, ...]:
    """Return the languages in which everything on the page's card can be said."""
    english = page.title_en and (
        page.citation_en if hasattr(page, "citation_en") else page.intro_en
    )
    return LANGUAGES if english else LANGUAGES[:1]


def _plan_of_home(page: HomePage) -> Plan:
    texts = {}
    for language in _languages_of(page):
        with translation.override(language):
            texts[language] = CardText(
                name=page.shown_title.plain,
                kicker="",
                citation=page.shown_intro.plain,
                facts="",
                seal="",
                initial=_SITE_INITIAL,
            )
    return Plan(page.pk, texts)


def _plan_of_honouree(page: HonoreePage) -> Plan:
    from archive.models import LevelTitles

    titles = LevelTitles.current()
    honour = page.honours.valid().select_related("category", "place__town").first()
    texts = {}
    for language in _languages_of(page):
        with translation.override(language):
            place = honour.place if honour is not None else page.place
            facts = [honour.category.label.plain] if honour is not None else []
            facts += [place.public_text.plain] if place is not None else []
            facts += [_("Sample")] if page.is_sample else []
            texts[language] = CardText(
                name=page.shown_title.plain,
                kicker=titles.with_year(honour) if honour is not None else "",
                citation=page.shown_citation.plain,
                facts=" · ".join(facts),
                seal=honour.category.name if honour is not None else "",
                initial=page.initial,
                reading=page.name_pinyin,
            )
    return Plan(page.pk, texts, page.portrait)


def _opened(picture: AbstractImage | None) -> Pillow.Image | None:
    """Return the portrait in the size that the profile shows; None where it cannot be read."""
    if picture is None:
        return None
    try:
        rendition = picture.get_rendition(spec("profile", "jpeg"))
        with rendition.file.open("rb") as file, Pillow.open(file) as opened:
            return opened.convert("RGB")
    except (*UNREADABLE, SourceImageIOError):
        return None


def _save(name: str, content: bytes) -> None:
    kept = default_storage.save(name, ContentFile(content))
    if kept != name:
        # Somebody drew the same card at the same time: theirs is as good.
        default_storage.delete(kept)


def _keep(model: type[models.Model], page_id: int, before: str, name: str) -> None:
    """Write the card's name beside the page, past its signals, and remove the card before it."""
    if before != name:
        model.objects.filter(pk=page_id).update(share_card=name)
        remove(before)
