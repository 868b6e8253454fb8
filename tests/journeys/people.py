"""Somebody at a browser, and what everybody does: sign in, press, read."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.factories.accounts import PASSWORD

# Windows that are open now: a failed test leaves their pictures in test-results/.
at_work: list[Person] = []


class Person:
    """One browser window of one person; phrases are what the screen must say, in Chinese."""

    def __init__(self, browser: Browser, site: str, viewport: dict[str, int]):
        self.site = site
        self.context = browser.new_context(viewport=viewport, locale="zh-CN")
        self.context.set_default_timeout(20_000)
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        at_work.append(self)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("response", self._note)

    def _note(self, response: Any) -> None:
        if response.status >= 500:
            self.errors.append(f"{response.status} {response.url}")

    def sign_in(self, username: str) -> None:
        """Sign in and be led to the desk."""
        self.page.goto(f"{self.site}/sign-in/")
        self.page.locator("[name=username]").fill(username)
        self.page.locator("[name=password]").fill(PASSWORD)
        self.press("登录")

    def go(self, address: str) -> None:
        """Open an address of the site."""
        self.page.goto(f"{self.site}{address}")

    def press(self, label: str) -> None:
        """Press the one visible button with this label."""
        button = self.page.locator("main, form").get_by_role("button", name=label, exact=True)
        button.locator("visible=true").first.click()
        self.page.wait_for_load_state()

    def follow(self, label: str) -> None:
        """Follow the first visible link with this label."""
        self.page.get_by_role("link", name=label).locator("visible=true").first.click()
        self.page.wait_for_load_state()

    def open_up(self, summary: str) -> None:
        """Open a fold."""
        fold = self.page.locator("summary", has_text=summary).locator("visible=true").first
        if fold.evaluate("fold => !fold.parentElement.open"):
            fold.click()

    def fill(self, **texts: str) -> None:
        """Fill fields by their names."""
        for name, text in texts.items():
            self.page.locator(f"[name={name}]").locator("visible=true").first.fill(text)

    def sees(self, *phrases: str) -> None:
        """Assert that each phrase is on the screen."""
        for phrase in phrases:
            expect(self.page.get_by_text(phrase).locator("visible=true").first).to_be_visible()

    def leave(self) -> None:
        """Close the window; nothing may have gone wrong in it."""
        self.context.close()
        at_work.remove(self)
        assert not self.errors, self.errors
