"""A round's form: checked beside the fields, and fixed for everyone after the first submission."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Task, Workflow

from goodpeople.nominations.models import Round, RoundCategory
from goodpeople.nominations.models.round import FROZEN_REASON
from tests.factories.nominations import NominationFactory, RoundFactory, categories
from tests.factories.panels import CriterionFactory
from tests.nominations.admin.asking import said, sent_as_is, text_of, told


def address(round_):
    return reverse("nominations_round:edit", args=[round_.pk])


def form_of(client, url):
    return client.get(url).context["form"]


def new_round(**changes):
    """Return what a browser sends for a new round with one category and one criterion."""
    helping, *_others = categories()
    return {
        "title": "2027年度评选",
        "year": "2027",
        "level": "county",
        "opens_on": "2027-03-01",
        "closes_on": "2027-04-30",
        "guidance": "",
        "needs_verification": "on",
        "headline_max": "70",
        "overview_max": "140",
        "summary_max": "500",
        "story_min": "800",
        "story_max": "2000",
        "photos_min": "1",
        "notice_days": "7",
        "categories-TOTAL_FORMS": "1",
        "categories-INITIAL_FORMS": "0",
        "categories-0-category": str(helping.pk),
        "categories-0-quota": "2",
        "categories-0-ORDER": "1",
        "criteria-TOTAL_FORMS": "1",
        "criteria-INITIAL_FORMS": "0",
        "criteria-0-name": "事迹真实感人",
        "criteria-0-weight": "40",
        "criteria-0-max_points": "10",
        "criteria-0-ORDER": "1",
        **changes,
    }


def test_a_round_is_planned_with_its_workflow(as_office):
    response = as_office.post(reverse("nominations_round:add"), new_round())

    made = Round.objects.get(title="2027年度评选")
    assert response.url == reverse("nominations_round:page", args=[made.pk])
    assert [row.quota for row in made.categories.all()] == [2]
    assert made.workflow.name == "2027年度评选"
    assert [task.specific.kind for task in made.workflow.tasks] == [
        "eligibility",
        "verification",
        "scoring",
        "notice",
    ]


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        (
            {"closes_on": "2027-02-01"},
            "closes_on",
            "The closing date lies before the opening date.",
        ),
        ({"story_max": "700"}, "story_max", "The longest length is below the shortest."),
        ({"title": ""}, "title", "This field is required."),
        ({"year": "1800"}, "year", None),
        ({"notice_days": "0"}, "notice_days", None),
        ({"photos_min": "-1"}, "photos_min", None),
        ({"year": "99999999999"}, "year", None),
    ],
)
def test_what_is_wrong_stands_beside_the_field(as_office, changes, field, reason):
    response = as_office.post(reverse("nominations_round:add"), new_round(**changes))

    errors = response.context["form"].errors
    assert list(errors) == [field]
    if reason:
        assert errors[field] == [said(reason)]
    assert not Round.objects.exists()


def test_a_round_without_categories_is_refused(as_office):
    response = as_office.post(
        reverse("nominations_round:add"), new_round(**{"categories-0-DELETE": "1"})
    )

    assert response.status_code == 200
    assert response.context["form"].formsets["categories"].non_form_errors()
    assert not Round.objects.exists()


def test_a_category_twice_is_refused(as_office):
    helping, *_others = categories()
    twice = {
        "categories-TOTAL_FORMS": "2",
        "categories-1-category": str(helping.pk),
        "categories-1-quota": "1",
        "categories-1-ORDER": "2",
    }
    response = as_office.post(reverse("nominations_round:add"), new_round(**twice))

    assert response.context["form"].formsets["categories"].non_form_errors()
    assert not Round.objects.exists()


def test_a_quota_of_nothing_is_refused(as_office):
    response = as_office.post(
        reverse("nominations_round:add"), new_round(**{"categories-0-quota": "0"})
    )

    assert response.context["form"].formsets["categories"].errors[0]["quota"]


@pytest.fixture
def frozen(round_, office):
    """The round of a nomination that was sent, with a criterion."""
    CriterionFactory(round=round_, name="事迹真实感人", weight=40)
    NominationFactory(submitted=True, round=round_, office=office)
    return Round.objects.get(pk=round_.pk)


@pytest.fixture(params=["office", "superuser"])
def ruler(request, people, client):
    """Someone who runs rounds, signed in; the superuser is no exception."""
    client.force_login(people[request.param])
    return client


def test_frozen_rules_are_shown_and_cannot_be_typed_in(ruler, frozen):
    form = form_of(ruler, address(frozen))

    assert all(form.fields[name].disabled for name in Round.FROZEN_FIELDS)
    for row in form.formsets["categories"].forms:
        assert row.fields["quota"].disabled
        assert row.fields["category"].disabled
    assert said("The rules of this round are fixed.") in text_of(ruler.get(address(frozen)))


@pytest.mark.parametrize(
    ("field", "value"),
    [("level", "city"), ("story_max", "9000"), ("asks_id_number", "on"), ("year", "oops")],
)
def test_a_frozen_rule_that_is_sent_is_refused_with_the_reason(ruler, frozen, field, value):
    sent = sent_as_is(form_of(ruler, address(frozen)), **{field: value})

    response = ruler.post(address(frozen), sent)

    assert response.status_code == 200
    assert said(FROZEN_REASON) in response.context["form"].errors[field]
    before = Round.objects.get(pk=frozen.pk)
    assert getattr(before, field) == getattr(frozen, field)


def test_a_frozen_quota_is_refused_beside_it(ruler, frozen):
    sent = sent_as_is(form_of(ruler, address(frozen)), **{"categories-0-quota": "9"})

    response = ruler.post(address(frozen), sent)

    rows = response.context["form"].formsets["categories"]
    assert said(FROZEN_REASON) in rows.forms[0].errors["quota"]
    assert not RoundCategory.objects.filter(quota=9).exists()


def test_no_category_joins_or_leaves_a_frozen_round(ruler, frozen):
    first, *_rest = frozen.categories.all()
    form = form_of(ruler, address(frozen))
    count = frozen.categories.count()
    gone = sent_as_is(form, **{"categories-0-DELETE": "1"})
    more = sent_as_is(
        form,
        **{
            "categories-TOTAL_FORMS": str(count + 1),
            f"categories-{count}-category": str(first.category_id),
            f"categories-{count}-quota": "1",
            f"categories-{count}-ORDER": str(count + 1),
        },
    )
    for sent in (gone, more):
        response = ruler.post(address(frozen), sent)
        errors = response.context["form"].formsets["categories"].non_form_errors()
        assert said(FROZEN_REASON) in errors
        assert RoundCategory.objects.filter(round=frozen).count() == count


def test_a_frozen_criterion_is_refused_beside_it_and_its_description_moves(ruler, frozen):
    form = form_of(ruler, address(frozen))

    refused = ruler.post(address(frozen), sent_as_is(form, **{"criteria-0-weight": "90"}))
    rows = refused.context["form"].formsets["criteria"]
    assert said(FROZEN_REASON) in rows.forms[0].errors["weight"]

    ruler.post(address(frozen), sent_as_is(form, **{"criteria-0-description": "看细节"}))
    criterion = frozen.criteria.get()
    assert (criterion.weight, criterion.description) == (40, "看细节")


def test_title_dates_and_notice_of_a_frozen_round_still_move(ruler, frozen):
    form = form_of(ruler, address(frozen))
    changes = {"title": "改过的名称", "closes_on": "2027-01-31", "notice_days": "5"}

    response = ruler.post(address(frozen), sent_as_is(form, **changes))

    assert response.url == reverse("nominations_round:page", args=[frozen.pk])
    now = Round.objects.get(pk=frozen.pk)
    assert (now.title, now.notice_days, str(now.closes_on)) == ("改过的名称", 5, "2027-01-31")
    assert now.workflow.name == "改过的名称"


def test_a_round_that_freezes_meanwhile_refuses_in_the_form(as_office, round_, monkeypatch):
    sent = sent_as_is(form_of(as_office, address(round_)), title="赶在冻结前")
    sent |= {key: value for key, value in new_round().items() if key.startswith("criteria")}

    def refuse(self, *args, **kwargs):
        raise ValidationError({"level": FROZEN_REASON})

    monkeypatch.setattr(Round, "save", refuse)
    response = as_office.post(address(round_), sent)

    assert response.status_code == 200
    assert response.context["form"].errors["level"] == [said(FROZEN_REASON)]
    assert "赶在冻结前" in text_of(response)


def test_unused_round_goes_with_its_workflow(as_office, round_):
    tasks = Task.objects.filter(workflow_tasks__workflow=round_.workflow).count()
    assert tasks == 4

    as_office.post(reverse("nominations_round:delete", args=[round_.pk]))

    assert not Round.objects.exists()
    assert not Workflow.objects.filter(name=round_.title).exists()
    assert not Task.objects.filter(workflow_tasks__workflow__name=round_.title).exists()


def test_used_round_stays_and_says_what_refers_to_it(ruler, frozen):
    response = ruler.post(reverse("nominations_round:delete", args=[frozen.pk]))

    assert response.url == reverse("nominations_round:index")
    what = f"{said('nominations').capitalize()} (1)"
    assert told(response) == [
        said(
            "“%(name)s” cannot be deleted, other records refer to it: %(what)s.",
            name=frozen,
            what=what,
        )
    ]
    assert Round.objects.filter(pk=frozen.pk).exists()


@pytest.mark.parametrize("route", ["add", "edit", "delete"])
def test_auditor_is_sent_back_with_the_reason(client, auditor, route):
    round_ = RoundFactory()
    client.force_login(auditor)
    args = [] if route == "add" else [round_.pk]

    for send in (client.get, client.post):
        response = send(reverse(f"nominations_round:{route}", args=args))
        assert response.url == reverse("nominations_round:index")
        assert told(response)[0].startswith(said("Only {roles} may do this.").split("{roles}")[0])
