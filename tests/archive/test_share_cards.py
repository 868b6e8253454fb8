"""Share cards follow what is published: drawn after the commit, named after what they show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from wagtail.models import PageViewRestriction

from archive import share_cards
from archive.models import Category, HomePage, HonoreePage, LevelTitles
from archive.publishing import publish_honouree
from archive.share_cards import in_language, plan_of, redraw
from tests.factories.archive import HonoreePageFactory, HonourFactory, finish, image

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Run what waits for the commit: ``with committed(): …``. What came before has been."""

    def block():
        connection.run_on_commit.clear()
        return django_capture_on_commit_callbacks(execute=True)

    return block


@pytest.fixture
def drawn(monkeypatch):
    """Return the texts of all cards that are drawn from here on."""
    texts = []
    draw = share_cards.draw_card
    monkeypatch.setattr(
        share_cards, "draw_card", lambda text, picture: texts.append(text) or draw(text, picture)
    )
    return texts


def stored(page) -> HonoreePage:
    return HonoreePage.objects.get(pk=page.pk)


def files() -> set[str]:
    folder = Path(settings.MEDIA_ROOT) / share_cards.FOLDER
    return {f"{share_cards.FOLDER}/{path.name}" for path in folder.glob("*")}


@pytest.fixture(autouse=True)
def _no_cards_of_other_tests():
    for name in files():
        default_storage.delete(name)


def test_a_page_changed_twice_in_one_transaction_is_drawn_once(committed, drawn):
    with committed() as callbacks:
        page = HonoreePageFactory(title="示例甲")
        HonourFactory(page=page)
        page.save()

    asked = [callback for callback in callbacks if isinstance(callback, share_cards.Redraw)]
    assert asked == [share_cards.Redraw(HonoreePage, page.pk)]
    assert [text.name for text in drawn] == ["示例甲"]


def test_a_card_that_cannot_be_drawn_is_logged_and_fails_nothing(committed, monkeypatch, caplog):
    def broken(*_asked):
        raise OSError("no space")

    monkeypatch.setattr(share_cards, "draw_card", broken)

    with committed():
        page = HonoreePageFactory()

    assert f"redraw of page {page.pk}" in caplog.text
    assert stored(page).share_card == ""


def test_the_announcement_draws_the_card(waiting, facts, editor, committed, drawn):
    LevelTitles.objects.create(county="平湖好人")

    with committed():
        publish_honouree(waiting, facts(waiting), user=editor)

    (text,) = drawn
    assert (text.name, text.citation, text.seal) == ("示例待发", waiting.citation, "诚实守信")
    assert "2026" in text.kicker
    assert "平湖好人" in text.kicker
    assert text.facts == "诚实守信 · 林埭镇", "the place down to the town, no further"
    assert files() == {stored(waiting).share_card}


def test_a_draft_has_no_card(committed):
    with committed():
        page = HonoreePageFactory(live=False)

    assert stored(page).share_card == ""
    assert files() == set()


def test_nothing_is_drawn_of_what_waits(waiting_again, committed, drawn):
    with committed():
        finish(waiting_again, citation="还不能说的一句话。")

    assert not [text for text in drawn if "还不能说" in text.citation]


def test_a_changed_citation_gives_a_new_address_and_takes_the_old_file(committed):
    with committed():
        page = HonourFactory().page
    before = stored(page).share_card

    with committed():
        page = stored(page)
        page.citation = "换了一句话。"
        page.save_revision().publish()

    assert stored(page).share_card not in {"", before}
    assert files() == {stored(page).share_card}


@pytest.mark.parametrize("change", ["honour", "revoked", "portrait", "name"])
def test_the_card_follows_what_it_shows(change, committed):
    with committed():
        honour = HonourFactory(page__portrait=image())
    before = stored(honour.page).share_card

    with committed():
        page = stored(honour.page)
        if change == "honour":
            HonourFactory(page=page, year=2026)
        elif change == "revoked":
            honour.status = "revoked"
            honour.save()
        elif change == "portrait":
            page.portrait.delete()
        else:
            page.title = "示例改名"
            page.save_revision().publish()

    assert stored(page).share_card != before


def test_what_is_not_on_the_card_does_not_draw_it_again(committed, drawn):
    with committed():
        page = HonourFactory().page
    drawn.clear()

    with committed():
        page = stored(page)
        page.corrections = "<p>更正：日期。</p>"
        page.save_revision().publish()

    assert drawn == []


def test_an_unpublished_page_loses_its_card(committed):
    with committed():
        page = HonourFactory().page

    with committed():
        stored(page).unpublish()

    assert stored(page).share_card == ""
    assert files() == set()


def test_a_page_made_private_loses_its_card_until_it_is_public_again(committed):
    with committed():
        page = HonourFactory().page

    with committed():
        wall = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert files() == set()

    with committed():
        wall.delete()
    assert files() == {stored(page).share_card}


def test_a_deleted_page_leaves_no_file(committed):
    with committed():
        page = HonoreePageFactory()
    assert files()

    with committed():
        stored(page).delete()

    assert files() == set()


def test_a_rolled_back_change_draws_nothing(drawn, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=False):
        HonourFactory()

    assert drawn == []


def test_a_failing_drawing_does_not_fail_the_announcement(
    waiting, facts, editor, committed, monkeypatch
):
    def fail(*args):
        raise OSError("no room left")

    monkeypatch.setattr(share_cards, "draw_card", fail)

    with committed():
        publish_honouree(waiting, facts(waiting), user=editor)

    assert stored(waiting).live


def test_a_lost_portrait_is_drawn_without(committed):
    with committed():
        page = HonourFactory(page__portrait=image()).page
    for path in Path(settings.MEDIA_ROOT, "images").glob("*"):
        path.unlink()

    assert redraw(HonoreePage, page.pk, anew=True)


def test_english_has_a_card_of_its_own_where_it_can_be_said(committed, client):
    with committed():
        page = HonourFactory(
            page__title_en="Sample Person", page__citation_en="A word kept for thirty years."
        ).page
    name = stored(page).share_card

    assert files() == {name, in_language(name, "en")}
    assert in_language(name, "en") in client.get(f"/en{page.url}").content.decode()


def test_a_sample_says_so_on_its_card():
    page = HonoreePageFactory(is_sample=True)

    assert plan_of(page).texts["zh-hans"].facts == "林埭镇 · 示例"


def test_namesakes_have_cards_of_their_own():
    first, second = HonoreePageFactory(title="沈建英"), HonoreePageFactory(title="沈建英")

    assert plan_of(first).name != plan_of(second).name


# What a link to the page says


def meta(client, address: str) -> dict[str, str]:
    """Return the page's Open Graph properties."""
    html = client.get(address).content.decode()
    return dict(re.findall(r'<meta property="og:([\w:]+)" content="([^"]*)">', html))


def test_a_profile_says_who_it_is_with_absolute_addresses(committed, client):
    with committed():
        page = HonourFactory(page__title="朱示例", page__citation="一句话。").page

    said = meta(client, page.url + "?utm=1")

    assert said["title"] == "朱示例"
    assert said["description"] == "一句话。"
    assert said["url"] == f"http://testserver{page.url}"
    assert said["image"] == f"http://testserver{default_storage.url(stored(page).share_card)}"
    assert (said["image:width"], said["image:height"]) == ("1200", "630")
    assert said["image:alt"] == "朱示例 · 一句话。"


def test_lists_and_profiles_without_one_show_the_sites_card(client, committed):
    page = HonourFactory().page
    call_command("make_share_cards", verbosity=0)
    HonoreePage.objects.update(share_card="")
    card = default_storage.url(HomePage.objects.get().share_card)

    for address in ("/", "/honourees/", "/years/", "/years/2025/", "/places/", "/names/", page.url):
        assert meta(client, address)["image"] == f"http://testserver{card}", address


def test_without_any_card_there_is_no_dead_picture(client):
    HomePage.objects.update(share_card="")

    assert "image" not in meta(client, HonourFactory().page.url)


# The command


def test_the_command_draws_what_is_missing_and_nothing_else(drawn):
    HonourFactory()
    call_command("make_share_cards", verbosity=0)
    assert len(drawn) == 2, "the honouree's and the home page's"

    call_command("make_share_cards", verbosity=0)
    assert len(drawn) == 2

    call_command("make_share_cards", "--all", verbosity=0)
    assert len(drawn) == 4


def test_the_command_takes_up_a_renamed_category_and_sweeps():
    page = HonourFactory().page
    call_command("make_share_cards", verbosity=0)
    before = files()
    Category.objects.filter(code="honesty").update(name="诚信")
    default_storage.save(f"{share_cards.FOLDER}/stray.jpg", default_storage.open(min(before)))

    call_command("make_share_cards", verbosity=0)

    named = {stored(page).share_card, HomePage.objects.get().share_card}
    assert files() == named != before
