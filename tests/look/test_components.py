"""The shared partials: a field's label, help, error and limit; the pager; the errors' summary."""

from __future__ import annotations

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils import translation

pytestmark = pytest.mark.django_db


class DeedForm(forms.Form):
    """One field of each shape that the desks use."""

    name = forms.CharField(max_length=30, help_text="As on the identity card.")
    story = forms.CharField(widget=forms.Textarea(attrs={"data-count": 1500}))
    kind = forms.ChoiceField(
        choices=[("person", "Person"), ("group", "Group")],
        widget=forms.RadioSelect,
        help_text="One of two.",
    )
    consent = forms.BooleanField()


def field(name: str, data: dict | None = None) -> str:
    """Return the mark-up of one field, in English."""
    with translation.override("en"):
        return render_to_string("components/field.html", {"field": DeedForm(data)[name]})


def test_a_field_has_its_label_and_help_tied_to_it():
    html = field("name")
    assert '<label class="field__label" for="id_name">' in " ".join(html.split())
    assert 'id="id_name_helptext">As on the identity card.' in html
    assert 'aria-describedby="id_name_helptext"' in html


def test_an_error_stands_at_its_field_and_is_announced_with_it():
    html = field("name", {"name": ""})
    assert "field--error" in html
    assert 'id="id_name_error"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html


@pytest.mark.parametrize(("name", "limit"), [("name", "30"), ("story", "1500")])
def test_a_limit_is_said_without_a_script(name, limit):
    html = field(name)
    assert f"At most {limit} characters" in html
    assert f'data-limit="{limit}"' in html


def test_a_limit_that_may_be_overrun_does_not_cut_what_is_typed():
    assert "maxlength" not in field("story")


def test_choices_are_one_group_with_a_legend():
    html = field("kind", {"kind": "nothing"})
    assert "<fieldset" in html
    assert "<legend" in html
    assert 'aria-describedby="id_kind_helptext id_kind_error"' in html
    assert 'id="id_kind_error"' in html


def test_the_summary_leads_to_each_field():
    with translation.override("en"):
        html = render_to_string("components/form_errors.html", {"form": DeedForm({})})
    assert 'role="alert"' in html
    # Neutral: the same summary stands over what is sent and over what is saved.
    assert "Please look at what is marked below." in html
    for name in ("name", "story", "consent"):
        assert f'href="#id_{name}"' in html


def test_no_summary_without_errors():
    assert not render_to_string("components/form_errors.html", {"form": DeedForm()}).strip()
