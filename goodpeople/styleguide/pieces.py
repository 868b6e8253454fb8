"""Cut one component out of a page that has it, where it is not a template of its own."""

from __future__ import annotations

from html.parser import HTMLParser

# Elements that have no end tag.
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})


class _Cutter(HTMLParser):
    """Finds where the first element with a class begins and ends in the source."""

    def __init__(self, html: str, wanted: str) -> None:
        super().__init__(convert_charrefs=False)
        self._wanted = wanted
        self._lines = [0]
        for line in html.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._open: list[str] = []
        self.begin: int | None = None
        self.end: int | None = None
        self.feed(html)

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.begin is None:
            if self._wanted not in (dict(attrs).get("class") or "").split():
                return
            self.begin = self._here()
        if self.end is None and tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.begin is None or self.end is not None:
            return
        # An end tag closes what was left open inside it, as in a browser.
        while self._open and self._open.pop() != tag:
            pass
        if not self._open:
            self.end = self._here() + len(f"</{tag}>")


def cut(html: str, wanted: str) -> str:
    """Return the source of the first element of ``html`` with the class ``wanted``.

    Raises LookupError where there is none: the page has changed and the section must follow.
    """
    found = _Cutter(html, wanted)
    if found.begin is None or found.end is None:
        raise LookupError(f"no element with the class {wanted!r}")
    return html[found.begin : found.end]
