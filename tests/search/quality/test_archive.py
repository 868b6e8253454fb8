"""The kept site is made anew where the samples have changed, and nobody else's is removed."""

from __future__ import annotations

import pytest

from tests.search.quality.archive import STAMP, AnotherSite, clear_stale, samples_stamp


@pytest.fixture
def kept(tmp_path):
    """Return a folder with a site in it that was made out of the samples "old"."""
    (tmp_path / "goodpeople.sqlite3").write_text("rows")
    (tmp_path / "search").mkdir()
    (tmp_path / "secret_key").write_text("key")
    (tmp_path / STAMP).write_text("old")
    return tmp_path


def test_a_site_of_other_samples_is_removed_with_its_index(kept):
    clear_stale(kept, "new")
    assert sorted(path.name for path in kept.iterdir()) == [STAMP, "secret_key"]


def test_a_site_of_the_same_samples_stays(kept):
    clear_stale(kept, "old")
    assert (kept / "goodpeople.sqlite3").read_text() == "rows"
    assert (kept / "search").exists()


def test_a_site_that_was_not_made_here_is_refused_and_left_alone(kept):
    (kept / STAMP).unlink()
    with pytest.raises(AnotherSite, match="was not made for this: name another folder"):
        clear_stale(kept, "old")
    assert (kept / "goodpeople.sqlite3").read_text() == "rows"


def test_the_stamp_tells_every_change_of_the_samples(tmp_path):
    (tmp_path / "samples").mkdir()
    (tmp_path / "samples" / "a.yaml").write_text("story: one")
    first = samples_stamp(tmp_path)
    assert samples_stamp(tmp_path) == first
    (tmp_path / "samples" / "a.yaml").write_text("story: two")
    second = samples_stamp(tmp_path)
    (tmp_path / "samples" / "a.yaml").rename(tmp_path / "samples" / "b.yaml")
    assert len({first, second, samples_stamp(tmp_path)}) == 3
