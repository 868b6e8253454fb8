"""The office's lists: what they show, filter and search, and what they cost."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goodpeople.nominations.models import Unit, UnitStaff
from tests.factories.accounts import UserFactory
from tests.factories.archive import HonoreePageFactory
from tests.factories.nominations import (
    NominationFactory,
    RoundFactory,
    UnitFactory,
    UnitStaffFactory,
    categories,
)
from tests.nominations.admin.asking import said, text_of

LIST = "nominations_nomination:list"


def names(client, **query):
    """Return the names that the list shows for ``query``."""
    response = client.get(reverse(LIST), query)
    return sorted(str(nomination) for nomination in response.context["object_list"])


@pytest.fixture
def three(round_, office):
    """Nominations in three states, units and categories."""
    town = UnitFactory(name="林埭镇")
    village = UnitFactory(name="双庙村", parent=town)
    helping, bravery, *_rest = categories()
    NominationFactory(
        submitted=True, round=round_, unit=village, name="张三", category=helping, office=office
    )
    NominationFactory(
        verification=True, round=round_, unit=town, name="李四", category=bravery, office=office
    )
    NominationFactory(name="王五", story="他在渡口撑了四十年船。")
    return town, village, helping


def test_filters_by_state_round_unit_with_subtree_and_category(as_office, three, round_):
    town, village, helping = three

    assert names(as_office) == ["张三", "李四", "王五"]
    assert names(as_office, state="eligibility") == ["张三"]
    assert names(as_office, state=["eligibility", "draft"]) == ["张三", "王五"]
    assert names(as_office, round=round_.pk) == ["张三", "李四"]
    assert names(as_office, unit=town.pk) == ["张三", "李四"]
    assert names(as_office, unit=village.pk) == ["张三"]
    assert names(as_office, category=helping.pk, round=round_.pk) == ["张三"]


@pytest.mark.parametrize("query", ["渡口", "四十年", "王"])
def test_searches_names_and_the_middle_of_stories(as_office, three, query):
    assert names(as_office, q=query) == ["王五"]


def test_search_and_the_unit_filter_go_together(as_office, three):
    town, _village, _helping = three
    assert names(as_office, q="张", unit=town.pk, state="eligibility") == ["张三"]


@pytest.mark.parametrize("query", [" ", "\u3000", "%", "' OR 1=1", "字" * 5000, "\x00", "a b c"])
def test_no_query_raises(as_office, three, query):
    assert as_office.get(reverse(LIST), {"q": query}).status_code == 200


@pytest.mark.parametrize(
    "query",
    [{"state": "nonsense"}, {"round": "x"}, {"unit": "9" * 30}, {"p": "x"}, {"ordering": "y"}],
)
def test_nonsense_filters_are_borne(as_office, three, query):
    assert as_office.get(reverse(LIST), query).status_code == 200


@pytest.mark.parametrize(
    "ordering", ["name", "-state_key", "unit__path", "category", "round", "-updated_at"]
)
def test_sorts_by_each_column(as_office, three, ordering):
    response = as_office.get(reverse(LIST), {"ordering": ordering})
    assert response.context["ordering"] == ordering
    assert len(response.context["object_list"]) == 3


@pytest.mark.parametrize("export", ["csv", "xlsx"])
def test_nothing_is_exported(as_office, three, export):
    for route in ("list", "list_results"):
        response = as_office.get(reverse(f"nominations_nomination:{route}"), {"export": export})
        assert response["Content-Type"].startswith("text/html")


def count_queries(client, address):
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_list_of_nominations_costs_the_same_at_3_and_at_30(as_office, round_):
    NominationFactory.create_batch(3, round=round_)
    few = count_queries(as_office, reverse(LIST))
    NominationFactory.create_batch(27, round=round_)
    assert count_queries(as_office, reverse(LIST)) == few


def test_list_of_rounds_costs_the_same_at_3_and_at_30(as_office):
    address = reverse("nominations_round:index")
    RoundFactory.create_batch(3)
    few = count_queries(as_office, address)
    RoundFactory.create_batch(27)
    assert count_queries(as_office, address) == few


def test_tree_of_units_costs_the_same_at_3_and_at_30(as_office):
    address = reverse("nominations_unit:index")
    UnitStaffFactory.create_batch(3)
    few = count_queries(as_office, address)
    UnitStaffFactory.create_batch(27)
    assert count_queries(as_office, address) == few


def test_a_long_history_costs_no_more(as_office, waiting):
    from goodpeople.nominations.personal import reveal
    from tests.factories.accounts import UserFactory as Accounts

    address = reverse("nominations_nomination:inspect", args=[waiting.pk])
    few = count_queries(as_office, address)
    for number in range(12):
        reveal(waiting, Accounts(office=True), why=f"第{number}次")
    assert count_queries(as_office, address) == few


def test_front_page_counts_with_a_bounded_number_of_queries(as_office, round_):
    NominationFactory(round=round_)
    home = reverse("wagtailadmin_home")
    few = count_queries(as_office, home)
    for _number in range(3):
        NominationFactory.create_batch(3, round=RoundFactory())
    assert round_.title in text_of(as_office.get(home))
    # Other rooms' links may ask once a round; rows ask nothing.
    assert count_queries(as_office, home) <= few + 3 * 4


def test_editor_finds_the_drafts_that_wait(client, editor):
    finished = HonoreePageFactory(title="倪春林", awaiting=True)
    HonoreePageFactory(title="沈桂根", awaiting=True, finished=False)
    HonoreePageFactory(title="已公开")
    client.force_login(editor)

    text = text_of(client.get(reverse("wagtailadmin_home")))

    assert reverse("wagtailadmin_pages:edit", args=[finished.pk]) in text
    assert "沈桂根" in text
    assert said("The editor has not ticked “the story is finished”.") in text
    assert "已公开" not in text
    assert said("Running rounds") not in text


# --- units ---


def test_tree_is_shown_by_indentation(as_office, three):
    text = text_of(as_office.get(reverse("nominations_unit:index")))
    assert text.index("林埭镇") < text.index("双庙村")
    assert "unit-tree--1" in text


def test_staff_are_chosen_with_the_unit(as_office):
    unit = UnitFactory(name="双庙村")
    leaving = UnitStaffFactory(unit=unit).user
    coming = UserFactory(display_name="周小妹")
    address = reverse("nominations_unit:edit", args=[unit.pk])

    as_office.post(
        address,
        {
            "name": "双庙村村委会",
            "parent": "",
            "place": unit.place_id,
            "active": "on",
            "staff_accounts": [coming.pk],
        },
    )

    unit.refresh_from_db()
    assert unit.name == "双庙村村委会"
    assert [post.user for post in unit.staff.all()] == [coming]
    assert not UnitStaff.objects.filter(user=leaving).exists()


def test_a_unit_below_itself_is_refused_beside_the_field(as_office):
    town = UnitFactory()
    village = UnitFactory(parent=town)
    response = as_office.post(
        reverse("nominations_unit:edit", args=[town.pk]),
        {"name": "镇", "parent": village.pk, "place": town.place_id, "active": "on"},
    )

    assert response.context["form"].errors["parent"] == [said("A unit cannot stand below itself.")]


def test_unit_that_nominated_is_not_deleted(as_office, waiting):
    as_office.post(reverse("nominations_unit:delete", args=[waiting.unit_id]))
    assert Unit.objects.filter(pk=waiting.unit_id).exists()


def test_auditor_reads_a_unit(client, auditor):
    post = UnitStaffFactory()
    client.force_login(auditor)

    text = text_of(client.get(reverse("nominations_unit:page", args=[post.unit_id])))

    assert str(post.user) in text
    assert reverse("nominations_unit:edit", args=[post.unit_id]) not in text


def test_accounts_to_tick_stand_by_the_sound_of_their_names_the_ticked_first(as_office):
    unit = UnitFactory()
    for name in ("朱一", "安二", "单三", "陆四"):
        UserFactory(display_name=name)
    UnitStaffFactory(unit=unit, user=UserFactory(display_name="周在职"))

    form = as_office.get(reverse("nominations_unit:edit", args=[unit.pk])).context["form"]
    labels = [label.split(" · ")[0] for _pk, label in form.fields["staff_accounts"].choices]

    wanted = ["周在职", "安二", "陆四", "单三", "朱一"]
    assert [label for label in labels if label in wanted] == wanted
