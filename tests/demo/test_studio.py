"""The pictures that are drawn ahead are the ones that the loader would draw itself."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from archive.pictures import SIZES, STANDARD_SPECS
from goodpeople.demo.loading import studio
from goodpeople.demo.loading.studio import PHOTOS, PORTRAIT, Job, Studio, make, photo_job

SMALL = Job("barber", (120, 150))


def test_a_pool_draws_what_this_process_would_draw():
    with Studio(workers=2) as pool:
        pool.order([SMALL])
        assert pool.take(SMALL) == make(SMALL)


def test_what_was_not_ordered_is_drawn_when_it_is_asked_for():
    with Studio(workers=2) as pool:
        assert pool.take(SMALL) == make(SMALL)


def test_a_drawing_that_fails_in_the_pool_fails_for_who_takes_it():
    unknown = Job("nobody", (12, 15))
    with Studio(workers=2) as pool:
        pool.order([unknown])
        with pytest.raises(KeyError, match="nobody"):
            pool.take(unknown)


def no_pool(*args, **kwargs):
    raise OSError("no more processes")


def test_without_a_pool_everything_is_drawn_here(monkeypatch):
    monkeypatch.setattr(studio, "ProcessPoolExecutor", no_pool)
    with Studio(workers=2) as alone:
        alone.order([SMALL])
        assert alone.take(SMALL) == make(SMALL)


@pytest.mark.parametrize("kind", PHOTOS)
def test_a_photograph_has_the_size_of_its_kind(kind):
    with Studio(workers=1) as alone:
        content = alone.photo("barber", kind)
    with Image.open(io.BytesIO(content)) as opened:
        assert opened.size == photo_job("barber", kind).size == PHOTOS[kind][1]


@pytest.mark.django_db
def test_a_portrait_is_kept_with_every_size(monkeypatch):
    monkeypatch.setattr(studio, "draw", lambda key, size: Image.new("RGB", size, (9, 99, 66)))
    with Studio(workers=1) as alone:
        picture = alone.portrait("示例甲", "barber")

    assert (picture.width, picture.height) == PORTRAIT
    kept = {row.filter_spec: row for row in picture.renditions.all()}
    assert set(kept) == set(STANDARD_SPECS)
    for row in kept.values():
        with row.file.open() as file, Image.open(file) as opened:
            assert opened.size == (row.width, row.height)
    assert len(SIZES) * 2 == len(kept)
