import pytest
from django.urls import reverse


def test_all(as_office, waiting, office, round_):
    for url in [
        reverse("wagtailadmin_home"),
        reverse("nominations_round:index"),
        reverse("nominations_round:add"),
        reverse("nominations_round:page", args=[round_.pk]),
        reverse("nominations_round:edit", args=[round_.pk]),
        reverse("nominations_nomination:list"),
        reverse("nominations_nomination:list")
        + "?state=eligibility&state=draft&round=%s&unit=%s&q=张" % (round_.pk, waiting.unit_id),
        reverse("nominations_nomination:list_results") + "?export=csv",
        reverse("nominations_nomination:inspect", args=[waiting.pk]),
        reverse("nominations_unit:index"),
        reverse("nominations_unit:add"),
        reverse("nominations_unit:page", args=[waiting.unit_id]),
        reverse("nominations_unit:edit", args=[waiting.unit_id]),
        reverse("wagtailadmin_reports:site_history"),
    ]:
        r = as_office.get(url)
        print(r.status_code, url, len(r.content))
        assert r.status_code == 200, (url, r)
