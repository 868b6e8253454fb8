"""Twenty ids, total and facets again, and with them twenty texts with the words marked."""

from __future__ import annotations

from typing import NamedTuple

from search.engine.analysis.passages import Highlighter

from .answers import Answer
from .engines import Ours, Tantivy
from .questions import Question


class Shown(NamedTuple):
    """An answer, and a passage of each text: HTML, or the pieces with what is marked."""

    answer: Answer
    passages: list[object]


class OursShown(Ours):
    """The stored texts, and the passages as the search page cuts them."""

    def shown(self, question: Question) -> Shown:
        """Answer it and mark the texts."""
        answer = self.answer(question)
        snapshot = self.index.snapshot()
        highlighter = Highlighter(self.index.analysis.query_runs(question.text))
        texts = (snapshot.text(str(number), "body") or "" for number in answer.ids)
        return Shown(answer, [highlighter.passage(text) for text in texts])


class OursShownFirst(OursShown):
    """The same, and nothing that was found before is remembered."""

    def shown(self, question: Question) -> Shown:
        """Forget, answer it and mark the texts."""
        self.index.snapshot().memory.forget()
        return super().shown(question)


class TantivyShown(Tantivy):
    """The stored documents, and tantivy's own snippets."""

    def shown(self, question: Question) -> Shown:
        """Answer it and mark the texts."""
        query = self.query(question)
        result = self.searcher.search(query, 20)
        answer = self.answer_of(query, result)
        generator = self.module.SnippetGenerator.create(self.searcher, query, self.schema, "body")
        passages: list[object] = [
            generator.snippet_from_doc(self.searcher.doc(address)).to_html()
            for _, address in result.hits
        ]
        return Shown(answer, passages)
