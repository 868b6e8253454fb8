"""From a nomination to a public profile, by clicking, as the people who would."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from archive.models import HonoreePage
from goodpeople.nominations.models import Nomination, Round, UnitStaff
from goodpeople.notices.models import Notice
from tests.chromium import DESKTOP, PHONE
from tests.factories.accounts import UserFactory
from tests.factories.nominations import STORY, UnitFactory, picture_bytes
from tests.factories.panels import ready_round
from tests.journeys.people import Person

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

NAME = "祁阿林"
RETURN_REASON = "请写明修车铺是哪一年开的。"
OBJECTION = "他的铺子去年停过两个月，请核实。"
DISMISSAL = "停业是因为修路，村委会可以证明。"


class Journey:
    """The round and its people; each method is one person's part."""

    def __init__(self, browser, site: str):
        self.browser, self.site = browser, site
        self.round = ready_round(members=3, needs_verification=True, photos_min=1)
        self.unit = UnitFactory(name="柳塘村村委会")
        self.nominator = UserFactory(username="cunganbu", display_name="陆小芳")
        UnitStaff.objects.create(unit=self.unit, user=self.nominator)
        self.office = UserFactory(username="wenmingban", office=True)
        self.editor = UserFactory(username="bianji", editor=True)
        self.members = [seat.user for seat in self.round.panel.members.all()]

    def person(self, username: str, viewport: dict[str, int]) -> Person:
        """Return somebody who has just signed in."""
        person = Person(self.browser, self.site, viewport)
        person.sign_in(username)
        return person

    @property
    def nomination(self) -> Nomination:
        return Nomination.objects.get(name=NAME)

    # --- the nominator, on a phone ---

    def nominates(self) -> None:
        """Fill the form in, step by step, and send it."""
        her = self.person("cunganbu", PHONE)
        her.sees("我的推荐")
        her.follow("我要推荐")
        her.press("开始填写")
        her.page.locator("[name=kind][value=person]").check(force=True)
        her.fill(name=NAME, ethnicity="汉族", native_place="浙江平湖", employer_post="修车铺经营者")
        her.page.get_by_role("radio", name="助人为乐").check(force=True)
        her.page.locator("[name=sex][value=male]").check(force=True)
        her.press("保存，下一步")
        her.fill(phone="13900000001")
        her.press("保存，下一步")
        her.fill(
            headline="校门口一只打气筒拴了二十八年",
            overview="他在中学旁开修车铺，二十八年给学生修车不收钱。",
            summary="他开铺子的头一天就立下规矩：学生修车不收钱，换零件只收进价。",
            story=STORY,
        )
        her.press("保存，下一步")
        her.page.locator("#photos input[type=file]").set_input_files(
            {"name": "portrait.jpg", "mimeType": "image/jpeg", "buffer": picture_bytes()}
        )
        her.page.locator("button[value='add:portrait']").click()
        expect(her.page.locator("#photos img")).to_have_count(1)
        her.press("保存，下一步")
        her.press("提交给主办单位")
        her.sees("尚未提交。内容都已保存，还缺以下几项")
        her.page.locator("[name=consent]").check(force=True)
        her.press("提交给主办单位")
        her.sees("资格审查")
        her.leave()

    def mends(self) -> None:
        """Read the reason, mend the text, send again."""
        her = self.person("cunganbu", PHONE)
        her.sees("退回", RETURN_REASON)
        her.follow(NAME)
        her.go(f"/desk/{self.nomination.pk}/deeds/")
        her.sees(RETURN_REASON)
        her.fill(story=STORY + "修车铺是1997年开的，逢三逢八他还替村里的老人理发。")
        her.press("保存，下一步")
        her.press("保存，下一步")
        her.press("重新提交")
        her.sees("资格审查")
        her.leave()

    # --- the office ---

    def at_the_nomination(self) -> Person:
        """Return the office at the nomination's page."""
        office = self.person("wenmingban", DESKTOP)
        office.go("/admin/nominations/")
        office.follow(NAME)
        return office

    def returns(self) -> None:
        """Send it back; an empty reason is refused beside the field."""
        office = self.at_the_nomination()
        office.open_up("退回修改")
        office.press("退回修改")
        office.sees("请填写理由")
        office.page.locator("#reason-return").fill(RETURN_REASON)
        office.press("退回修改")
        office.sees("退回")
        office.leave()

    def checks(self) -> None:
        """Find it eligible, a new honouree, and confirm the facts."""
        office = self.at_the_nomination()
        office.open_up("符合条件")
        office.page.locator("[name=honouree][value=new]").check()
        office.press("符合条件")
        office.sees("核实")
        office.open_up("事迹属实")
        office.page.locator("#reason-approve").fill("走访邻里五人，看过账本，属实。")
        office.press("事迹属实")
        office.sees("评审打分")
        office.leave()

    def performs(self, label: str, said: str) -> None:
        """Press one step of the round on its own page, and read what it says."""
        office = self.person("wenmingban", DESKTOP)
        office.go("/admin/rounds/")
        office.follow(self.round.title)
        office.open_up(f"{label}…")
        office.press(f"确认{label}")
        office.sees(said)
        office.leave()

    # --- the panel ---

    def scores(self, member, points: int) -> None:
        """Read the story, give points, hand in for good."""
        them = self.person(member.username, DESKTOP)
        them.follow(NAME)
        them.sees("修车铺是1997年开的")
        for criterion in them.page.locator("[data-criterion]").all():
            criterion.locator(f"input[value='{points}']").check(force=True)
        them.press("提交")
        them.sees("提交后即为定稿")
        them.press("确认提交")
        them.sees("您的评分表已全部提交")
        them.leave()

    def is_recused(self, member) -> None:
        """Declare a conflict of interest; without a reason it is refused."""
        them = self.person(member.username, PHONE)
        them.follow(NAME)
        them.follow("我与该候选人有利害关系")
        them.press("声明回避")
        them.sees("请填写")
        them.fill(reason="候选人是我的舅舅。")
        them.press("声明回避")
        them.sees("已回避")
        them.leave()

    def decides(self) -> None:
        """Look at the standing and keep it."""
        office = self.person("wenmingban", DESKTOP)
        office.go(f"/admin/rounds/{self.round.pk}/")
        office.follow("评审结果")
        office.sees(NAME, "85.00")
        office.press("保存决定")
        office.sees("决定已保存，尚未确认。")
        office.leave()

    # --- the editor ---

    def completes_the_profile(self) -> None:
        """Give the draft its citation; nobody can publish it yet."""
        editor = self.person("bianji", DESKTOP)
        editor.go("/admin/")
        editor.follow(NAME)
        assert editor.page.get_by_role("button", name="发布", exact=True).count() == 0
        editor.fill(citation="校门口的打气筒，二十八年谁来都可以用。")
        editor.page.locator("[name=profile_ready]").check()
        editor.page.get_by_role("button", name="保存草稿").first.click()
        editor.sees("已")
        editor.leave()
        assert not HonoreePage.objects.live().filter(title=NAME).exists()

    # --- the public ---

    def objects(self) -> None:
        """Read the list and object to the candidate."""
        reader = Person(self.browser, self.site, PHONE)
        reader.go("/notices/")
        reader.follow(self.round.title)
        reader.sees(NAME, "助人为乐")
        reader.follow("提出异议")
        reader.press("提交异议")
        reader.sees("请")
        reader.fill(text=OBJECTION)
        reader.page.wait_for_timeout(4000)
        reader.press("提交异议")
        reader.sees("已收到")
        reader.leave()

    def dismisses(self) -> None:
        """Dispose of the objection with a reason."""
        office = self.person("wenmingban", DESKTOP)
        office.go("/admin/objections/")
        office.follow(Notice.objects.get().objections.get().reference)
        office.sees(OBJECTION)
        office.page.locator("form:has([value=dismiss]) textarea").fill(DISMISSAL)
        office.page.locator("form:has([value=dismiss]) button[type=submit]").click()
        office.sees("异议不成立")
        office.leave()

    def finds(self, words: str) -> None:
        """Find the new profile by a word."""
        reader = Person(self.browser, self.site, PHONE)
        reader.go("/")
        reader.page.locator("[name=q]").locator("visible=true").first.fill(words)
        reader.page.keyboard.press("Enter")
        reader.follow(NAME)
        reader.sees("校门口的打气筒，二十八年谁来都可以用。")
        reader.leave()


def let_the_notice_run_out(round_: Round) -> None:
    """Move the notice's days into the past: nobody waits a week in a test."""
    week = timedelta(days=30)
    notice = Notice.objects.get(round=round_)
    Notice.objects.filter(pk=notice.pk).update(
        starts_on=notice.starts_on - week, ends_on=timezone.localdate() - timedelta(days=1)
    )


def test_from_a_nomination_on_a_phone_to_a_profile_found_by_search(chromium, live_server):
    journey = Journey(chromium, live_server.url)
    first, second, third = journey.members

    journey.nominates()
    journey.returns()
    journey.mends()
    journey.checks()
    journey.performs("开始评分", "开始评分")
    journey.is_recused(third)
    journey.scores(first, 8)
    journey.scores(second, 9)
    journey.performs("结束评分", "结束评分")
    journey.decides()
    journey.performs("确认评审结果", "确认评审结果")
    journey.completes_the_profile()
    journey.performs("开始公示", "开始公示")
    journey.objects()
    journey.dismisses()
    let_the_notice_run_out(journey.round)
    journey.performs("发布名单", "发布名单")
    for words in ("理发", NAME, "谁来都可以用", "qialin"):
        journey.finds(words)
