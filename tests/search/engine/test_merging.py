"""Merging array by array gives the very bytes that building from the documents gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engine.building import SegmentBuilder
from search.engine.documents import Document
from search.engine.merging import merge
from search.engine.sections import MemorySink, SectionFile, SectionWriter
from search.engine.segment import Segment
from search.engine.segment_data import SegmentData, write_segment

from .archive import SCHEMA, archive
from .plain_analysis import PlainAnalysis


def laid_out(data: SegmentData) -> Segment:
    sink = MemorySink()
    write_segment(SectionWriter(sink), SCHEMA, data)
    return Segment(SectionFile(sink.value(), "in memory"), SCHEMA)


def built(documents: list[Document]) -> Segment:
    builder = SegmentBuilder(SCHEMA, PlainAnalysis())
    for document in documents:
        builder.add(document)
    return laid_out(builder.finish())


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 1000),
    cuts=st.lists(st.integers(0, 30), max_size=3).map(sorted),
    dead=st.sets(st.integers(0, 29)),
    chunk=st.sampled_from((1, 50, 4_000_000)),
)
def test_merged_is_built_byte_for_byte(seed: int, cuts: list[int], dead: set[int], chunk: int):
    documents = list(archive(seed, 30).values())
    sources = []
    for low, high in zip([0, *cuts], [*cuts, 30], strict=True):
        mask = np.array([number in dead for number in range(low, high)], dtype=bool)
        if high > low:
            sources.append((built(documents[low:high]), mask if mask.any() else None))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.engine.merging_pairs.CHUNK", chunk)
        merged = laid_out(merge(sources, SCHEMA))
    anew = built([each for number, each in enumerate(documents) if number not in dead])
    assert merged.totals == anew.totals
    assert bytes(merged.file.data) == bytes(anew.file.data)
