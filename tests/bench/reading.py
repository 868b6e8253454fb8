"""`python -m tests.bench.reading`: what the Chinese analysis costs, beside rjieba alone.

Pairs in turns over the same made-up profiles; CPU time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np
import opencc
import rjieba

from search.engine.analysis.characters import normalise
from search.engine.analysis.chinese import ChineseAnalysis
from search.engine.analysis.passages import Highlighter
from search.engine.analysis.query_text import read_query
from search.engine.schema import TextField

from .measuring import compare
from .people import profiles

QUERIES = ("理发", "朱云观", "老人 社区", "zhuyunguan", "2025年好人", "送老人去医院", "朱雲觀")
STORY, NAME = TextField("story"), TextField("name", pinyin=True, autocomplete=True)


def microseconds(call: Callable[[str], object], texts: Sequence[str]) -> float:
    """Median CPU of a call, over rounds of all the texts."""
    spent = []
    for _ in range(7):
        start = time.process_time()
        for text in texts:
            call(text)
        spent.append((time.process_time() - start) / len(texts))
    return float(np.median(spent)) * 1e6


def main() -> None:
    start = time.process_time()
    analysis = ChineseAnalysis()
    analysis.query_runs("朱云观")
    print(f"first answer of a process, dictionary included: {time.process_time() - start:.3f} s")
    archive = list(profiles(300))
    texts = [each.body for each in archive]
    traditional = [opencc.OpenCC("s2t").convert(text) for text in texts]
    alone = rjieba.Jieba()
    ratio = compare(
        lambda text: analysis.index_terms(text, STORY),  # type: ignore[arg-type]
        lambda text: alone.cut_for_search(text, False),  # type: ignore[arg-type]
        texts,
        600,
    )
    size = float(np.mean([len(text) for text in texts]))
    print(
        f"terms of a story of {size:.0f} characters: {ratio.ours:.3f} ms, "
        f"{1000 / ratio.ours:.0f} stories/s, "
        f"{ratio.median:.2f} [{ratio.low:.2f}, {ratio.high:.2f}] x rjieba alone"
    )
    highlighter = Highlighter(analysis.query_runs("老人 社区 2025年 zhuyunguan"))
    for what, call, over in (
        ("normalise a story", normalise, texts),
        (
            "terms of a traditional story",
            lambda text: analysis.index_terms(text, STORY),
            traditional,
        ),
        ("terms of a name, new", lambda text: analysis.index_terms(text, NAME), [texts[0][:3]]),
        ("a passage of a story", lambda text: highlighter.passage(text, ("朱云观",)), texts),
        ("read a question", read_query, QUERIES),
        ("runs of a question", analysis.query_runs, QUERIES),
        ("near misses of a question", analysis.fuzzy_runs, QUERIES),
    ):
        print(f"{what}: {microseconds(call, over):.1f} us")


if __name__ == "__main__":
    main()
