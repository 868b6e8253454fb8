"""The form's steps: only what was posted is changed, and what is not sound stays in the form."""

from __future__ import annotations

import pytest
from django.urls import reverse

from archive.models import Category, Place
from goodpeople.nominations.models import Nomination, PersonalRecord
from tests.factories.nominations import RETURN_REASON, NominationFactory, RoundFactory, UnitFactory

STEPS = ("who", "contact", "deeds", "photos", "check")


def url(name, nomination):
    return reverse(f"desk:{name}", args=[nomination.pk])


def fresh(nomination):
    return Nomination.objects.get(pk=nomination.pk)


def save(client, step, nomination, **data):
    data.setdefault("version", fresh(nomination).version)
    return client.post(url(step, nomination), data)


@pytest.mark.parametrize("step", STEPS)
def test_each_step_opens(desk, complete, step):
    response = desk.get(url(step, complete))
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_a_step_is_saved_and_leads_to_the_next(desk, draft):
    response = save(desk, "who", draft, name="示例李四", ethnicity="汉族")
    assert response.url == url("contact", draft)
    assert fresh(draft).name == "示例李四"


@pytest.mark.parametrize(
    ("step", "go", "target"),
    [("deeds", "back", "contact"), ("deeds", "next", "photos"), ("contact", "next", "deeds")],
)
def test_back_and_next(desk, draft, step, go, target):
    assert save(desk, step, draft, go=go).url == url(target, draft)


def test_save_and_leave_leads_to_the_list(desk, draft):
    assert save(desk, "deeds", draft, go="leave", headline="一句话").url == reverse("desk:index")
    assert fresh(draft).headline == "一句话"


def test_a_partial_post_leaves_all_other_fields(desk, complete):
    """Neither the other steps' fields nor the same step's fields that were not sent change."""
    before = Nomination.objects.values().get(pk=complete.pk)
    save(desk, "who", complete, name="示例王五")
    after = Nomination.objects.values().get(pk=complete.pk)
    changed = {key for key in before if before[key] != after[key]}
    assert changed <= {"name", "version", "updated_at", "latest_revision_id"}
    assert PersonalRecord.objects.get(nomination=complete).phone


def test_a_field_that_was_emptied_is_emptied(desk, complete):
    save(desk, "deeds", complete, overview="")
    assert fresh(complete).overview == ""
    assert fresh(complete).story


def test_a_draft_may_be_too_long_and_is_told_beside_the_field(desk, unit):
    nomination = NominationFactory(unit=unit, complete=True, round=RoundFactory(overview_max=10))
    long = "他在校门口修车，二十八年不收学生的钱。"
    response = save(desk, "deeds", nomination, overview=long, go="next")
    assert fresh(nomination).overview == long
    assert response.url == url("deeds", nomination)
    again = desk.get(response.url)
    assert again.context["form"].errors["overview"] == [
        "19 characters; this round allows 10 at most."
    ]
    text = again.content.decode()
    assert "Saved as a draft. Some of it is too long to be sent yet." in text
    assert f'href="{url("photos", nomination)}"' in text  # and a way on all the same
    assert save(desk, "deeds", nomination, go="leave").url == reverse("desk:index")


def test_more_than_the_column_holds_is_refused_and_stays_in_the_form(desk, draft):
    response = save(desk, "who", draft, name="张" * 61, ethnicity="汉族")
    assert response.status_code == 200
    assert response.context["form"].errors["name"] == [
        "Too long to be kept: 60 characters at most here."
    ]
    assert "张" * 61 in response.content.decode()
    assert fresh(draft).name == ""
    assert fresh(draft).ethnicity == "汉族"


def test_a_deed_longer_than_its_column_names_the_rounds_limit_first(desk, draft):
    pasted = "长" * 2400
    response = save(desk, "deeds", draft, headline=pasted, overview="这一段存得下。", go="next")
    assert response.status_code == 200
    form = response.context["form"]
    assert form.errors["headline"] == [
        "Too long: this round allows 70 characters at most. More than 200 cannot be kept; "
        "until you shorten it, it stands on this page only."
    ]
    assert form["headline"].value() == pasted
    assert (fresh(draft).headline, fresh(draft).overview) == ("", "这一段存得下。")


@pytest.mark.parametrize("step", ["who", "deeds"])
def test_what_is_needed_before_sending_is_said_on_top(desk, draft, step):
    text = desk.get(url(step, draft)).content.decode()
    assert "Everything not marked optional is needed before sending" in text


@pytest.mark.parametrize(
    ("field", "typed", "reason"),
    [
        ("phone", "一三八", "This is not a telephone number."),
        ("birth_date", "1966-02-30", "This is not a possible date of birth."),
        ("id_number", "330482196609050010", "This is not a valid 18-character ID number."),
    ],
)
def test_malformed_personal_data_is_refused_and_stays_in_the_form(desk, unit, field, typed, reason):
    nomination = NominationFactory(unit=unit, round=RoundFactory(asks_id_number=True))
    response = save(desk, "contact", nomination, address="平湖市示例路1号", **{field: typed})
    assert response.status_code == 200
    form = response.context["form"]
    assert form.errors == {field: [reason]}
    assert form[field].value() == typed
    record = PersonalRecord.objects.get(nomination=nomination)
    assert getattr(record, field) == ""
    assert record.address == "平湖市示例路1号"
    assert "All else is saved, but not this:" in response.content.decode()
    # The form that came back can be saved: it carries the new version.
    again = desk.post(url("contact", nomination), {"version": form["version"].value(), field: ""})
    assert again.status_code == 302


def test_the_id_number_is_asked_only_where_the_round_asks(desk, draft):
    assert "id_number" not in desk.get(url("contact", draft)).context["form"].fields
    save(desk, "contact", draft, id_number="11010519491231002X")
    assert PersonalRecord.objects.get(nomination=draft).id_number == ""


def test_an_id_number_is_kept_with_a_capital_check_letter(desk, unit):
    nomination = NominationFactory(unit=unit, round=RoundFactory(asks_id_number=True))
    save(desk, "contact", nomination, id_number="11010519491231002x")
    assert PersonalRecord.objects.get(nomination=nomination).id_number == "11010519491231002X"


def test_a_group_is_asked_for_no_birth_date_and_no_id_number(desk, unit):
    nomination = NominationFactory(unit=unit, kind="group", round=RoundFactory(asks_id_number=True))
    fields = desk.get(url("contact", nomination)).context["form"].fields
    assert set(fields) == {"version", "phone", "address"}


def test_only_the_rounds_categories_can_be_chosen(desk, unit):
    nomination = NominationFactory(unit=unit, round=RoundFactory(codes=["honesty"]))
    other = Category.objects.get(code="filial")
    response = save(desk, "who", nomination, category=other.pk, name="示例赵六")
    assert "category" in response.context["form"].errors
    assert fresh(nomination).category is None
    assert fresh(nomination).name == "示例赵六"


def test_places_are_those_of_the_units_town(desk, unit, draft):
    town = unit.place.town
    sister = Place(name="邻村", kind="village", parent=town)
    sister.save()
    elsewhere = UnitFactory().place
    field = desk.get(url("who", draft)).context["form"].fields["place"]
    assert {unit.place, sister, town} <= set(field.queryset)
    assert elsewhere not in field.queryset
    groups = dict(list(field.choices)[1:])
    assert (sister.pk, "邻村") in [(value.value, label) for value, label in groups[town.name]]


def test_a_returned_nomination_shows_the_reason_on_every_step(desk, unit):
    nomination = NominationFactory(unit=unit, returned=True)
    for step in STEPS:
        assert RETURN_REASON in desk.get(url(step, nomination)).content.decode()


def test_what_is_missing_is_said_beside_the_field_when_asked(desk, draft):
    quiet = desk.get(url("who", draft)).context["form"]
    assert not quiet.errors
    told = desk.get(url("who", draft), {"missing": "1"}).context["form"]
    assert told.errors["name"] == ["Please fill this in."]


def test_resume_leads_to_the_first_step_with_something_missing(desk, draft, complete):
    assert desk.get(url("resume", draft)).url == url("who", draft)
    assert desk.get(url("resume", complete)).url == url("check", complete)


def test_the_counter_counts_as_the_rule_does(desk, unit):
    nomination = NominationFactory(unit=unit, story="两 字　和\n三字")
    text = desk.get(url("deeds", nomination)).content.decode()
    assert "5 characters; 800 to 2000 wanted" in " ".join(text.split())


def test_autosave_answers_in_json(desk, draft):
    response = desk.post(
        url("deeds", draft),
        {"version": draft.version, "headline": "自动保存的一句话"},
        headers={"accept": "application/json"},
    )
    answer = response.json()
    assert response.status_code == 200
    assert answer["version"] == fresh(draft).version == draft.version + 1
    assert answer["unsaved"] == {}
    assert len(answer["saved_at"]) == 5
    assert fresh(draft).headline == "自动保存的一句话"


def test_autosave_names_what_it_could_not_save(desk, draft):
    answer = desk.post(
        url("contact", draft),
        {"version": draft.version, "phone": "12", "address": "示例路"},
        headers={"accept": "application/json"},
    ).json()
    assert answer["unsaved"] == {"Contact phone": ["This is not a telephone number."]}
    assert PersonalRecord.objects.get(nomination=draft).address == "示例路"


def test_the_personal_step_is_never_kept_in_the_browser(desk, draft):
    assert "data-keep-as" not in desk.get(url("contact", draft)).content.decode()
    assert "data-keep-as" in desk.get(url("deeds", draft)).content.decode()


def test_markup_in_a_text_stays_text(desk, unit):
    nomination = NominationFactory(unit=unit, headline="<script>alert(1)</script>")
    for step in ("deeds", "check"):
        assert "<script>alert(1)" not in desk.get(url(step, nomination)).content.decode()


def test_a_step_with_something_missing_is_a_problem_only_after_a_return(desk, unit):
    for made, state in (("complete", "todo"), ("returned", "problem")):
        nomination = NominationFactory(unit=unit, state=made)
        save(desk, "deeds", nomination, headline="")
        steps = desk.get(url("who", nomination)).context["steps"]
        assert [step["state"] for step in steps] == ["current", "done", state, "done", "todo"]
