"""The look for secrets is not blind: it finds them where they may be read."""

from __future__ import annotations

from tests.matrix import roles
from tests.matrix.asking import Asker
from tests.matrix.tables import Row


def _body(asker: Asker, role: str, route: str, **more: object) -> str:
    row = Row(route, str(more.pop("method", "GET")), {}, {}, body=more.pop("body", {}))  # type: ignore[arg-type]
    return asker.send(row, role)[2]


def test_personal_data_is_found_where_its_writer_sees_it(asker: Asker) -> None:
    page = f"desk/{asker.world.names['own.draft']}/contact/"
    found = asker.world.secrets.personal_in(_body(asker, roles.NOMINATOR, page))
    fields = ("phone", "address", "birth_date", "id_number")
    assert sorted(found) == sorted(f"the {field} of own.draft" for field in fields)


def test_the_objector_is_found_where_the_office_reveals_it(asker: Asker) -> None:
    page = f"admin/objections/{asker.world.names['objection']}/reveal/"
    found = asker.world.secrets.personal_in(_body(asker, roles.OFFICE, page, method="POST"))
    assert sorted(found) == ["the objector's name", "the objector's phone"]


def test_names_are_found_in_the_offices_list(asker: Asker) -> None:
    body = _body(asker, roles.OFFICE, "admin/nominations/")
    assert "the name of own.draft" in asker.world.secrets.not_for(roles.ANON, body)
    assert asker.world.secrets.not_for(roles.OFFICE, body) == []


def test_names_are_found_in_json_that_escapes_them(asker: Asker) -> None:
    page = f"admin/choose-page/{asker.world.names['index']}/"
    body = _body(asker, roles.EDITOR, page)
    assert "the name of own.notice" in asker.world.secrets.not_for(roles.ANON, body)


def test_every_nominee_has_a_secret_name_until_announced(asker: Asker) -> None:
    secret = {item.what for item in asker.world.secrets.confidential}
    nominees = set(asker.world.secrets.nominees) - {"own.announced"}
    assert {f"the name of {key}" for key in nominees} <= secret
