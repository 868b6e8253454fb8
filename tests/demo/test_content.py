"""The demo's data files: they parse, they fit the rounds' limits, and they invent nothing real."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from goodpeople.demo.drawings import KEYS

DATA = Path(__file__).resolve().parents[2] / "goodpeople" / "demo" / "data"
CATEGORIES = {"helping-others", "bravery", "honesty", "dedication", "filial"}
LEVELS = {"county", "city", "province"}
ROLES = {"nominator", "panel", "office", "editor", "auditor", "superuser"}
SAMPLE = "\u793a\u4f8b"
HANZI = "\u4e00-\u9fff"
# A word reserved for awards approved at province level or above.
RESERVED = "\u8868\u5f70"
BLOCK_FIELDS = {
    "section": {"heading", "paragraphs"},
    "quote": {"text", "speaker", "context"},
    "timeline": {"items"},
    "figure": {"items"},
    "source": {"title", "publisher", "date", "note"},
}
SCORED = {"scoring", "notice", "announced", "not_selected"}
NOMINATION_TEXTS = (
    "name",
    "sex",
    "ethnicity",
    "native_place",
    "political_status",
    "education",
    "employer_post",
    "past_honours",
    "headline",
    "overview",
    "summary",
    "story",
)


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def walk(places: list[dict[str, Any]], above: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """Every place's slug with the slugs from the root down to it."""
    chains: dict[str, tuple[str, ...]] = {}
    for place in places:
        chain = (*above, place["slug"])
        assert place["slug"] not in chains
        chains[place["slug"]] = chain
        chains.update(walk(place.get("children", []), chain))
    return chains


def length(text: str) -> int:
    return len(re.sub(r"\s", "", text))


def hanzi(text: str) -> int:
    return len(re.findall(f"[{HANZI}]", text))


PLACES = read(DATA / "places.yaml")
CHAINS = walk(PLACES)
ACCOUNTS = {account["username"]: account for account in read(DATA / "accounts.yaml")}
ROUNDS = {round_["key"]: round_ for round_ in read(DATA / "rounds.yaml")}
ZHU = read(DATA / "zhu_yunguan.yaml")
SAMPLES = {path.stem: read(path) for path in sorted((DATA / "samples").glob("*.yaml"))}
NOMINATIONS = {
    key: {path.stem: read(path) for path in sorted((DATA / "nominations" / key).glob("*.yaml"))}
    for key in ROUNDS
}
EVERY_NOMINATION = [
    pytest.param(round_, nomination, id=f"{round_}/{key}")
    for round_, entries in NOMINATIONS.items()
    for key, nomination in entries.items()
]


def flat(places: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [p for place in places for p in (place, *flat(place.get("children", [])))]


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yaml")), ids=lambda path: path.name)
def test_text_is_clean(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    assert RESERVED not in body
    half_width = re.findall(f"[{HANZI}][,;?!:(][{HANZI}]", body)
    assert half_width == [], "Chinese punctuation is full width"


def test_places_are_one_city_nine_towns_and_marked_samples() -> None:
    places = flat(PLACES)
    assert [place["slug"] for place in places if place["kind"] == "city"] == ["pinghu"]
    assert len([place for place in places if place["kind"] == "town"]) == 9
    for village in (place for place in places if place["kind"] == "village"):
        real = village["slug"] in {"shuangmiao", "xindai-shequ"}
        assert village.get("is_sample", False) is not real
        assert (SAMPLE in village["name"]) is not real


def test_accounts_know_their_roles_and_units() -> None:
    shown = [account for account in ACCOUNTS.values() if account["shown"]]
    assert {account["role"] for account in shown} == ROLES
    assert len([account for account in shown if account["role"] == "panel"]) == 5
    for account in ACCOUNTS.values():
        assert account["role"] in ROLES
        assert SAMPLE in account["display_name"]
        assert ("unit" in account) == (account["role"] == "nominator")
        assert account.get("unit", "pinghu") in CHAINS
        assert "password" not in account


@pytest.mark.parametrize("person", [ZHU, *SAMPLES.values()], ids=lambda person: person["slug"])
def test_honouree_has_the_expected_shape(person: dict[str, Any]) -> None:
    assert person["kind"] in {"person", "group"}
    assert person["place"] in CHAINS
    assert person["illustration"]["key"] in KEYS
    assert all(person["illustration"][field] for field in ("alt", "caption"))
    for field in ("title", "title_en", "pinyin", "citation", "citation_en", "overview"):
        assert person[field].strip() == person[field] != ""
    assert length(person["overview"]) <= 140
    assert person["honours"]
    for honour in person["honours"]:
        assert honour["level"] in LEVELS
        assert honour["category"] in CATEGORIES
        assert honour["place"] in CHAINS
        assert (
            honour.get("announced_on", datetime.date(honour["year"], 1, 1)).year == honour["year"]
        )
    for block in person["body"]:
        assert set(block["value"]) == BLOCK_FIELDS[block["type"]]
    paragraphs = [
        paragraph
        for block in person["body"]
        if block["type"] == "section"
        for paragraph in block["value"]["paragraphs"]
    ]
    assert len(paragraphs) >= 3
    assert all("\n" not in paragraph.strip() for paragraph in paragraphs)


def test_zhu_yunguan_is_told_from_the_reported_facts() -> None:
    text = (DATA / "zhu_yunguan.yaml").read_text(encoding="utf-8")
    body = text[text.index("slug:") :]
    reported = {"16", "18", "1990", "1995", "2015", "2025", "30", "3000", "10", "4"}
    assert set(re.findall(r"\d+", body)) <= reported
    near = "\u8fd1"
    assert all(body[at.start() - 1] == near for at in re.finditer("3000", body))
    for word in ("\u7406\u53d1", "\u53cc\u5e99\u6751", "\u6797\u57ed"):
        assert word in body
    assert ZHU["is_sample"] is False
    assert "nomination" not in ZHU
    sections = [block["value"] for block in ZHU["body"] if block["type"] == "section"]
    assert 4 <= len(sections) <= 6
    story = "".join(p for section in sections for p in section["paragraphs"])
    assert 900 <= hanzi(story) <= 1400
    quotes = [block["value"]["text"] for block in ZHU["body"] if block["type"] == "quote"]
    assert quotes == [
        "\u8bf4\u597d\u4ec0\u4e48\u65f6\u5019\u7ed9\u5c31\u4ec0\u4e48\u65f6\u5019\u7ed9\uff0c"
        "\u6211\u76f8\u4fe1\u5927\u5bb6\u3002",
        "\u8001\u6731\u7b54\u5e94\u7684\u4e8b\uff0c\u6bd4\u4efb\u4f55\u51ed\u8bc1\u90fd\u53ef\u9760",
    ]


def test_samples_are_of_every_kind_and_marked() -> None:
    assert len(SAMPLES) >= 12
    assert all(person["is_sample"] for person in SAMPLES.values())
    assert [slug for slug, person in SAMPLES.items() if slug != person["slug"]] == []
    assert sum(person["kind"] == "group" for person in SAMPLES.values()) >= 2
    honours = [honour for person in SAMPLES.values() for honour in person["honours"]]
    assert {honour["category"] for honour in honours} == CATEGORIES
    assert {honour["level"] for honour in honours} == LEVELS
    assert all(2016 <= honour["year"] <= 2025 for honour in honours)
    assert sum(len(person["honours"]) == 2 for person in SAMPLES.values()) >= 1
    for person in SAMPLES.values():
        places = {place["slug"]: place for place in flat(PLACES)}
        assert places[person["place"]]["is_sample"]
        assert person["body"][-1]["type"] == "source"
        assert SAMPLE in person["body"][-1]["value"]["title"]
    keys = [person["illustration"]["key"] for person in SAMPLES.values()]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(("round_key", "nomination"), EVERY_NOMINATION)
def test_nomination_fits_its_round(round_key: str, nomination: dict[str, Any]) -> None:
    limits = ROUNDS[round_key]["text_limits"]
    assert nomination["category"] in CATEGORIES
    assert nomination["kind"] in {"person", "group"}
    assert all(isinstance(nomination[field], str) for field in NOMINATION_TEXTS)
    assert length(nomination["headline"]) <= limits["headline"]
    assert length(nomination["overview"]) <= limits["overview"]
    if nomination["state"] != "draft":
        assert limits["summary_min"] <= hanzi(nomination["summary"])
        assert length(nomination["summary"]) <= limits["summary_max"]
        assert limits["story_min"] <= hanzi(nomination["story"])
        assert length(nomination["story"]) <= limits["story_max"]
    assert bool(nomination.get("returned_reason")) == (nomination["state"] == "returned")
    assert nomination["drawing"] is None or nomination["drawing"] in KEYS
    unit = ACCOUNTS[nomination["nominated_by"]]["unit"]
    assert unit in CHAINS[nomination["unit"]], "its author has no authority over the unit"
    assert nomination.get("group_size", 9) >= 2
    assert (nomination["honouree"] is not None) == (nomination["state"] == "announced")
    assert nomination.get("same_name_as", "ni-chunlin") in SAMPLES


@pytest.mark.parametrize(("round_key", "nomination"), EVERY_NOMINATION)
def test_personal_record_is_plainly_invented(round_key: str, nomination: dict[str, Any]) -> None:
    personal = nomination["personal"]
    assert re.fullmatch(r"1990000\d{4}", personal["phone"])
    assert SAMPLE in personal["address"]
    assert personal["id_number"] == ""
    is_person = nomination["kind"] == "person"
    assert isinstance(personal["birth_date"], datetime.date) == is_person


@pytest.mark.parametrize("round_", ROUNDS.values(), ids=ROUNDS.keys())
def test_round_is_consistent(round_: dict[str, Any]) -> None:
    assert SAMPLE in round_["title"]
    assert sum(criterion["weight"] for criterion in round_["criteria"]) == 100
    assert set(round_["quotas"]) <= CATEGORIES
    assert all(ACCOUNTS[member]["role"] == "panel" for member in round_["panel"])
    entries = NOMINATIONS[round_["key"]]
    recused = {(recusal["member"], recusal["nomination"]) for recusal in round_["recusals"]}
    pairs = [(sheet["member"], sheet["nomination"]) for sheet in round_["sheets"]]
    assert len(pairs) == len(set(pairs))
    assert recused.isdisjoint(pairs)
    for sheet in round_["sheets"]:
        assert sheet["member"] in round_["panel"]
        assert entries[sheet["nomination"]]["state"] in SCORED
        assert len(sheet["scores"]) == len(round_["criteria"])
        complete = all(score is not None for score in sheet["scores"])
        assert complete == (sheet["state"] == "submitted")
        for score, criterion in zip(sheet["scores"], round_["criteria"], strict=True):
            assert score is None or 0 <= score <= criterion["max_points"]


def test_closed_round_can_be_read_backwards() -> None:
    round_, entries = ROUNDS["2024"], NOMINATIONS["2024"]
    assert len(entries) == 8
    assert set(round_["quotas"]) == CATEGORIES
    assert round_["recusals"]
    wanted = {(m, n) for m in round_["panel"] for n in entries}
    wanted -= {(recusal["member"], recusal["nomination"]) for recusal in round_["recusals"]}
    assert {(sheet["member"], sheet["nomination"]) for sheet in round_["sheets"]} == wanted
    decisions = {decision["nomination"]: decision for decision in round_["decisions"]}
    assert set(decisions) == set(entries)
    for key, decision in decisions.items():
        announced = entries[key]["state"] == "announced"
        assert announced == (decision["outcome"] == "selected")
        assert announced or decision["reason"]
        if announced:
            person = SAMPLES[entries[key]["honouree"]]
            assert person["nomination"] == {"round": "2024", "key": key}
            assert person["title"] == entries[key]["name"]
            honour = person["honours"][0]
            assert (honour["year"], honour["level"]) == (2024, round_["level"])
            assert honour["category"] == entries[key]["category"]
            assert honour["announced_on"] == round_["announced_on"]
    linked = {slug for slug, person in SAMPLES.items() if "nomination" in person}
    assert linked == {entry["honouree"] for entry in entries.values() if entry["honouree"]}
    for category, quota in round_["quotas"].items():
        taken = [k for k, e in entries.items() if e["category"] == category and e["honouree"]]
        assert len(taken) <= quota


def test_autumn_round_stands_on_notice_whenever_it_is_loaded() -> None:
    round_, entries = ROUNDS["autumn"], NOMINATIONS["autumn"]
    keys = list(ROUNDS)
    assert keys == ["2024", "autumn", "2026"]
    assert round_["state"] == "notice"
    days = round_["days_before_today"]
    steps = ("opens", "closes", "scoring_from", "scoring_until", "confirmed", "notice")
    assert tuple(days) == steps
    assert sorted(days.values(), reverse=True) == [days[step] for step in steps]
    assert 0 < days["notice"] < 5, "the notice of seven days is still up"
    assert not {"opens_on", "closes_on", "notice", "announced_on"} & set(round_)
    wanted = {(member, key) for member in round_["panel"] for key in entries}
    assert {(sheet["member"], sheet["nomination"]) for sheet in round_["sheets"]} == wanted
    assert all(sheet["state"] == "submitted" for sheet in round_["sheets"])
    outcomes = {row["nomination"]: row["outcome"] for row in round_["decisions"]}
    selected = {key for key, entry in entries.items() if entry["state"] == "notice"}
    assert selected == {key for key, outcome in outcomes.items() if outcome == "selected"}
    assert set(outcomes) == set(entries)
    taken = [entries[key]["category"] for key in selected]
    assert {category: taken.count(category) for category in taken} == round_["quotas"]
    assert "group" in {entry["kind"] for entry in entries.values()}
    assert {"luxiaofang", "shenjia"} <= {entries[key]["nominated_by"] for key in selected}


def test_autumn_decisions_follow_the_standing() -> None:
    round_, entries = ROUNDS["autumn"], NOMINATIONS["autumn"]
    weights = [criterion["weight"] for criterion in round_["criteria"]]
    marks = dict.fromkeys(entries, 0)
    for sheet in round_["sheets"]:
        pairs = zip(weights, sheet["scores"], strict=True)
        marks[sheet["nomination"]] += sum(weight * points for weight, points in pairs)
    for category in round_["quotas"]:
        rivals = [key for key, entry in entries.items() if entry["category"] == category]
        best = max(rivals, key=marks.__getitem__)
        assert [k for k in rivals if entries[k]["state"] == "notice"] == [best]


def test_autumn_objection_is_polite_and_plainly_invented() -> None:
    objection = ROUNDS["autumn"]["objection"]
    assert NOMINATIONS["autumn"][objection["nomination"]]["state"] == "notice"
    assert 60 <= hanzi(objection["text"]) <= 150
    assert SAMPLE in objection["objector"]
    assert re.fullmatch(r"19900000\d{3}", objection["contact"])


def test_autumn_profiles_are_finished_but_one() -> None:
    round_, entries = ROUNDS["autumn"], NOMINATIONS["autumn"]
    selected = {key for key, entry in entries.items() if entry["state"] == "notice"}
    finished = {key for key, entry in entries.items() if "profile" in entry}
    assert selected - finished == {round_["unfinished_profile"]}
    assert finished < selected
    for key in finished:
        profile = entries[key]["profile"]
        texts = ("citation", "citation_en", "title_en", "pinyin", "alt", "caption")
        assert set(profile) == {*texts, "body"}
        assert all(profile[field].strip() == profile[field] != "" for field in texts)
        types = [block["type"] for block in profile["body"]]
        assert 3 <= types.count("section") <= 4
        assert "quote" in types
        assert {"timeline", "figure"} & set(types)
        assert types[-1] == "source"
        for block in profile["body"]:
            assert set(block["value"]) == BLOCK_FIELDS[block["type"]]
        paragraphs = [
            paragraph
            for block in profile["body"]
            if block["type"] == "section"
            for paragraph in block["value"]["paragraphs"]
        ]
        assert all("\n" not in paragraph.strip() for paragraph in paragraphs)
        told = entries[key]["story"]
        assert not any(paragraph.strip() in told for paragraph in paragraphs), "retold, not copied"


def test_running_round_gives_every_role_something_to_do() -> None:
    entries = NOMINATIONS["2026"]
    states = [entry["state"] for entry in entries.values()]
    counts = {state: states.count(state) for state in set(states)}
    assert counts == {"draft": 3, "returned": 2, "eligibility": 2, "verification": 2, "scoring": 5}
    for username in ("luxiaofang", "shenjia"):
        mine = {e["state"] for e in entries.values() if e["nominated_by"] == username}
        assert {"draft", "returned"} <= mine
    round_ = ROUNDS["2026"]
    assert set(round_["quotas"]) == CATEGORIES
    assert round_["recusals"]
    mine = {row["nomination"] for row in round_["sheets"] if row["member"] == "zhousuqin"}
    scoring = {key for key, entry in entries.items() if entry["state"] == "scoring"}
    assert scoring - mine == {"xia-borong"}, "zhousuqin has one candidate left to score"
    handed_in = [sheet for sheet in round_["sheets"] if sheet["state"] == "submitted"]
    assert 0 < len(handed_in) < 5 * len(round_["panel"]) - len(round_["recusals"])
