"""A reader searches: with the keyboard, on a phone, and without a script."""

from __future__ import annotations

import re

import pytest

from tests.chromium import DESKTOP, PHONE
from tests.factories.archive import HonourFactory, PlaceFactory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def archive():
    """Return three people; two of them share initials."""
    place = PlaceFactory.chain("平湖市", "林埭镇", "双庙村")
    return [
        HonourFactory(page__title=name, page__place=place, place=place).page
        for name in ("钱示理", "钱示林", "孙示教")
    ]


@pytest.fixture
def window(chromium, live_server):
    """Return a function that opens a window of a size, with scripts or without."""
    opened = []

    def act(size, *, scripts=True):
        context = chromium.new_context(
            viewport=size, java_script_enabled=scripts, base_url=live_server.url, locale="zh-CN"
        )
        context.set_default_timeout(20_000)
        opened.append(context)
        return context.new_page()

    yield act
    for context in opened:
        context.close()


def test_names_come_while_typing_and_are_chosen_with_the_keyboard(window, archive):
    page = window(DESKTOP)
    page.goto("/honourees/")
    box = page.locator("#header-q")
    box.focus()
    page.wait_for_function("document.querySelector('#header-q').getAttribute('role')")
    assert box.get_attribute("aria-expanded") == "false"
    box.press_sequentially("钱示")
    names = page.get_by_role("option")
    names.first.wait_for()

    assert names.count() == 2
    assert box.get_attribute("aria-expanded") == "true"
    assert "2" in page.locator("form.search-box [role=status]").inner_text()
    box.press("ArrowDown")
    chosen = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert chosen.get_attribute("aria-selected") == "true"
    assert chosen.locator(".suggestion__name").inner_text() in ("钱示理", "钱示林")
    box.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("Escape")
    assert names.count() == 0
    assert box.input_value() == "钱示"
    box.press("ArrowDown")
    names.first.wait_for()
    box.press("ArrowDown")
    box.press("ArrowDown")
    second = names.nth(1).locator(".suggestion__name").inner_text()
    box.press("Enter")
    (person,) = [person for person in archive if person.title == second]
    page.wait_for_url("**" + person.get_url())


def test_enter_without_a_choice_searches(window, archive):
    page = window(DESKTOP)
    page.goto("/search/")
    page.locator("#search-q").press_sequentially("孙示教")
    page.locator("#search-q").press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))

    assert page.locator(".result__name").all_inner_texts() == ["孙示教"]


def test_a_name_is_tapped_on_a_phone(window, archive):
    page = window(PHONE)
    page.goto("/search/")
    page.locator("#search-q").click()
    page.locator("#search-q").press_sequentially("孙")
    page.get_by_role("option").first.click()
    page.wait_for_url("**" + archive[2].get_url())


def test_without_a_script_it_is_a_form_with_links(window, archive):
    page = window(PHONE, scripts=False)
    page.goto("/search/")
    page.fill("#search-q", "双庙村")
    page.get_by_role("search").get_by_role("button").click()

    assert len(page.locator(".result__name").all_inner_texts()) == 3
    page.locator("details.facets > summary").click()
    page.locator("details.facets a").first.click()
    assert "q=" in page.url
    assert "year=2025" in page.url
    page.locator(".chosen a").first.click()
    assert "year=" not in page.url
