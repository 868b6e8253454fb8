"""Texts asked of a snapshot: terms, prefixes, exact substrings, runs, and how near they stand.

Scores are BM25F: a term's occurrences are summed over the fields, each times the field's boost
over its length norm, and that sum S becomes idf * S * (k1 + 1) / (S + k1).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from .analysing import Run
from .building import term_bytes
from .closeness import credit_closeness
from .found import DENSE, Found, added_up, best_of, both, disjoint, either, firsts_of, nothing
from .pairs import SLOT_BITS, units_of
from .postings import Entry
from .scoring import K1
from .segment import Segment

if TYPE_CHECKING:
    from .snapshot import Snapshot

FEW = 16
PHRASE = 0.5  # what an exact run of several words earns, in sums of their idf
MAX_RUN_DEPTH = 4
Allowed = frozenset[int] | None


class TextSearch:
    """One text query's look-ups in one snapshot, within some of the fields."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.size = snapshot.size
        self._stood: dict[tuple[int, str], np.ndarray] = {}

    def term(self, term: str, allowed: Allowed) -> Found:
        """Documents that hold the index term."""
        return self._terms_of(self._occurrences(term, allowed))

    def _occurrences(self, term: str, allowed: Allowed) -> list[tuple[int, Segment, list[Entry]]]:
        name = term_bytes(term)
        found = []
        for base, (segment, _) in zip(self.snapshot.bases, self.snapshot.parts, strict=True):
            entries = segment.entries_of(name)
            if allowed is not None:
                entries = [entry for entry in entries if entry.field in allowed]
            if entries:
                found.append((base, segment, entries))
        return found

    def _terms_of(self, found: list[tuple[int, Segment, list[Entry]]]) -> Found:
        if not found:
            return nothing(self.size)
        parts = []
        for base, segment, entries in found:
            ids, sums = self._sums(segment, entries)
            if base:
                ids += base
            parts.append((ids, sums))
        if len(parts) == 1:
            ids, sums = parts[0]
        else:
            ids = np.concatenate([part[0] for part in parts])
            sums = np.concatenate([part[1] for part in parts])
        return Found(self.size, ids, self._saturated(sums, self.snapshot.idf(len(ids))))

    @staticmethod
    def _saturated(sums: np.ndarray, idf: float) -> np.ndarray:
        """In place: weighted frequencies → scores."""
        low = sums + K1
        sums /= low
        sums *= np.float32(idf) * (K1 + np.float32(1))
        return sums

    def _sums(self, segment: Segment, entries: list[Entry]) -> tuple[np.ndarray, np.ndarray]:
        """The weighted frequency per document of one segment, over the entries' fields."""
        if sum([entry.df for entry in entries]) <= FEW:
            return self._few_sums(segment, entries)
        if len(entries) == 1:
            return self._weighted(segment, entries[0])
        lists = [self._weighted(segment, entry) for entry in entries]
        if sum(entry.df for entry in entries) * DENSE > segment.count:
            sums = np.zeros(segment.count, dtype=np.float32)
            for ids, amounts in lists:
                sums[ids] += amounts
            ids = sums.nonzero()[0]
            return ids, sums.take(ids)
        return added_up(
            np.concatenate([ids for ids, _ in lists]),
            np.concatenate([amounts for _, amounts in lists]),
        )

    def _few_sums(self, segment: Segment, entries: list[Entry]) -> tuple[np.ndarray, np.ndarray]:
        """The same for a handful of postings, where NumPy's overhead would be most of it."""
        sums: dict[int, float] = {}
        for entry in entries:
            weights = self.snapshot.weight_rows[entry.field]
            codes = segment.length_rows[entry.field]
            frequencies = segment.postings.frequencies(entry)
            often = repeat(1) if frequencies is None else frequencies.tolist()
            numbers = (entry.first,)
            if entry.df > 1:
                numbers = segment.postings.documents(entry).tolist()
            for number, times in zip(numbers, often, strict=False):
                sums[number] = sums.get(number, 0.0) + weights[codes[number]] * times
        ids = sorted(sums)
        amounts = [sums[number] for number in ids]
        return np.array(ids, dtype=np.intp), np.array(amounts, dtype=np.float32)

    def _weighted(self, segment: Segment, entry: Entry) -> tuple[np.ndarray, np.ndarray]:
        ids = segment.postings.documents(entry)
        frequencies = segment.postings.frequencies(entry)
        weights = self.snapshot.weights[entry.field]
        amounts = weights.take(segment.lengths[entry.field].take(ids))
        if frequencies is not None:
            np.multiply(amounts, frequencies, out=amounts, casting="unsafe")
        return ids, amounts

    def prefix(self, prefix: str, allowed: Allowed) -> Found:
        """Documents that hold any term with the prefix, scored as if it were one term."""
        name = term_bytes(prefix)
        id_parts, sum_parts = [], []
        for base, (segment, _) in zip(self.snapshot.bases, self.snapshot.parts, strict=True):
            entries = segment.entries_between(*segment.terms.with_prefix(name))
            if allowed is not None:
                entries = entries[self._field_mask(allowed)[entries["field"]]]
            if not len(entries):
                continue
            _, ids, frequencies = segment.postings.decode_many(entries)
            fields = np.repeat(entries["field"].astype(np.intp), entries["df"])
            codes = segment.lengths[fields, ids]
            amounts = frequencies.astype(np.float32) * self.snapshot.weights[fields, codes]
            ids, amounts = added_up(ids, amounts)
            id_parts.append(ids + base)
            sum_parts.append(amounts)
        if not id_parts:
            return nothing(self.size)
        ids, sums = np.concatenate(id_parts), np.concatenate(sum_parts)
        return Found(self.size, ids, self._saturated(sums, self.snapshot.idf(len(ids))))

    def places(self, text: str, allowed: Allowed) -> list[Places]:
        """Where the normalised text stands, segment by segment."""
        found = []
        for part, base in enumerate(self.snapshot.bases):
            segment = self.snapshot.parts[part][0]
            positions = self.positions(part, text)
            if not len(positions):
                continue
            blocks = positions >> SLOT_BITS
            if allowed is not None:
                fields = segment.slot_fields.take(blocks)
                keep = self._field_mask(allowed).take(fields).nonzero()[0]
                positions, blocks = positions.take(keep), blocks.take(keep)
                if not len(positions):
                    continue
            documents = segment.slot_documents.take(blocks)
            found.append(Places(segment, base, positions, blocks, documents))
        return found

    def positions(self, part: int, text: str) -> np.ndarray:
        """Every position in a segment at which the text stands, ascending; found once a query."""
        positions = self._stood.get((part, text))
        if positions is None:
            positions = self.snapshot.parts[part][0].pairs.find(units_of(text).tolist())
            self._stood[part, text] = positions
        return positions

    def _field_mask(self, allowed: frozenset[int]) -> np.ndarray:
        mask = np.zeros(256, dtype=bool)
        mask[list(allowed)] = True
        return mask

    def substring(self, text: str, allowed: Allowed) -> Found:
        """Documents that hold the normalised text, scored by where and how often."""
        return self._beyond(self.places(text, allowed), None)

    def _beyond(self, places: list[Places], known: Found | None) -> Found:
        """Documents of the places that are not known yet."""
        id_parts, sum_parts = [], []
        for each in places:
            documents, blocks = each.documents, each.blocks
            if known is not None:
                mask = known.mask[each.base : each.base + each.segment.count]
                new = (~mask.take(documents)).nonzero()[0]
                if not len(new):
                    continue
                documents, blocks = documents.take(new), blocks.take(new)
            ids, sums = self._place_sums(each.segment, blocks, documents)
            id_parts.append(ids + each.base)
            sum_parts.append(sums)
        if not id_parts:
            return nothing(self.size)
        ids, sums = np.concatenate(id_parts), np.concatenate(sum_parts)
        return Found(self.size, ids, self._saturated(sums, self.snapshot.idf(len(ids))))

    def _place_sums(
        self, segment: Segment, blocks: np.ndarray, documents: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """The weighted frequency per document of a text, from the places where it stands."""
        fields = segment.slot_fields.take(blocks)
        if len(documents) <= FEW:
            sums: dict[int, float] = {}
            rows, weights = segment.length_rows, self.snapshot.weight_rows
            for field, number in zip(fields.tolist(), documents.tolist(), strict=True):
                sums[number] = sums.get(number, 0.0) + weights[field][rows[field][number]]
            return (
                np.array(list(sums), dtype=np.intp),
                np.array(list(sums.values()), dtype=np.float32),
            )
        places = fields.astype(np.intp)
        cells = places * segment.count
        cells += documents
        places <<= 8
        places += segment.lengths.ravel().take(cells)
        amounts = self.snapshot.weights.ravel().take(places)
        firsts = firsts_of(documents)
        return documents.take(firsts).astype(np.intp), np.add.reduceat(amounts, firsts)

    def run(
        self,
        run: Run,
        allowed: Allowed,
        operator: str,
        depth: int = 0,
        *,
        remembered: bool = True,
    ) -> Found:
        """Documents in which the run is found in any of its ways."""
        if run.fields is not None:
            own = self.snapshot.fields(run.fields)
            assert own is not None
            allowed = own if allowed is None else own & allowed
        remembers = self._remembered if remembered else self._as_itself
        itself = remembers(run, allowed, operator)
        if not run.prefixes and not run.alternatives:
            return itself if run.weight == 1.0 else itself.scaled(run.weight)
        ways = [itself]
        ways.extend(self.prefix(prefix, allowed) for prefix in run.prefixes)
        if depth < MAX_RUN_DEPTH:
            ways.extend(self.run(other, allowed, operator, depth + 1) for other in run.alternatives)
        found = best_of(ways, self.size)
        return found if run.weight == 1.0 else found.scaled(run.weight)

    def _remembered(self, run: Run, allowed: Allowed, operator: str) -> Found:
        """What the run found the last time, or now. Nobody may change its arrays."""
        key = (run.text, run.words, allowed, operator)
        found = self.snapshot.memory.get(key)
        if found is None:
            found = self._as_itself(run, allowed, operator)
            self.snapshot.memory.put(key, found)
        return found

    def _as_itself(self, run: Run, allowed: Allowed, operator: str) -> Found:
        """By its words, or as it stands; both together earn the phrase's credit."""
        occurrences = [self._occurrences(word, allowed) for word in run.words]
        known = nothing(self.size)
        if occurrences and (operator == "or" or all(occurrences)):
            words = [self._terms_of(found) for found in occurrences]
            known = either(words, self.size) if operator == "or" else reduce(both, words)
        if not run.text:
            return known
        places = self.places(run.text, allowed)
        if not places:
            return known
        beyond = self._beyond(places, known if len(known) else None)
        if len(run.words) > 1 and len(known):
            self._credit_phrase(run.words, occurrences, places, known)
        return disjoint(known, beyond)

    def _credit_phrase(
        self,
        words: Sequence[str],
        occurrences: list[list[tuple[int, Segment, list[Entry]]]],
        places: list[Places],
        known: Found,
    ) -> None:
        """Raise the scores of known documents that hold the run as it stands."""
        credit = 0.0
        for found in occurrences:
            documents = sum(max(each.df for each in entries) for _, _, entries in found)
            credit += self.snapshot.idf(documents)
        exact = np.zeros(self.size, dtype=bool)
        for each in places:
            exact[each.base : each.base + each.segment.count][each.documents] = True
        assert known.scores is not None
        known.scores += exact.take(known.ids) * np.float32(PHRASE * credit)

    def runs(self, runs: Sequence[Run], allowed: Allowed, operator: str) -> Found:
        """All of the runs, or any; with all of them, nearness counts among the best."""
        if not runs:
            return nothing(self.size)
        if len(runs) == 1:
            # The whole question is remembered as such.
            return self._alone(runs, allowed, operator)
        found: Found | None = None
        if operator == "or":
            return either([self.run(run, allowed, operator) for run in runs], self.size)
        for run in runs:
            part = self.run(run, allowed, operator)
            if not len(part):
                return nothing(self.size)
            found = part if found is None else both(found, part)
        assert found is not None
        return credit_closeness(self.snapshot, runs, found, self.positions)

    def _alone(self, runs: Sequence[Run], allowed: Allowed, operator: str) -> Found:
        found = self.run(runs[0], allowed, operator, remembered=False)
        if operator == "or" or not len(found):
            return found
        return credit_closeness(self.snapshot, runs, found, self.positions)


class Places:
    """Where a text stands in one segment: positions and their blocks and documents."""

    __slots__ = ("base", "blocks", "documents", "positions", "segment")

    def __init__(
        self,
        segment: Segment,
        base: int,
        positions: np.ndarray,
        blocks: np.ndarray,
        documents: np.ndarray,
    ) -> None:
        self.segment = segment
        self.base = base
        self.positions = positions
        self.blocks = blocks
        self.documents = documents
