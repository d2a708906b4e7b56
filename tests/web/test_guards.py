"""Who may come in, what the browser is told, and what is refused."""

from __future__ import annotations

import re
from html import unescape

import pytest
from web_desk import OTHER, WIRE, add, form_key, report_ids

from synoptic.api.access import Access, token_digest
from synoptic.api.limits import Limit
from synoptic.api.users import hashed, is_right, load_tokens, load_users, put_user
from synoptic.errors import UsageError
from synoptic.web import ServerSettings

READ, EDIT = "r" * 30, "e" * 30
TOKENS = Access(tokens={token_digest(READ): "reader", token_digest(EDIT): "editor"})


@pytest.fixture
def users(tmp_path):
    path = tmp_path / "users.toml"
    put_user(path, "ada", "editor", "correct horse")
    put_user(path, "ben", "reader", "battery staple")
    return path


def bearer(token):
    return {"authorization": f"Bearer {token}"}


def sign_in(client, name, password, to="/", base=""):
    key = form_key(client, f"{base}/sign-in")
    data = {"form_key": key, "name": name, "password": password, "to": to}
    return client.post(f"{base}/sign-in", data=data, follow_redirects=False)


def test_other_machines_need_a_way_to_sign_in():
    with pytest.raises(UsageError, match="--token-file, --users or --proxy-header"):
        ServerSettings(host="0.0.0.0")
    assert ServerSettings(host="0.0.0.0", access=TOKENS)
    assert ServerSettings(host="::1")


def test_every_answer_carries_the_guards(desk):
    for path in ("/", "/nowhere", "/api/v1/stories", "/static/0/desk.css"):
        headers = desk.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
    assert desk.get("/").headers["cache-control"] == "no-store"


def test_session_cookie_is_for_the_server_alone(open_desk):
    cookie = open_desk().get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie


def test_cookies_are_for_https_where_readers_come_by_it(open_desk):
    assert "Secure" in open_desk(https=True).get("/").headers["set-cookie"]


def test_a_name_that_is_not_ours_is_refused(open_desk):
    client = open_desk(hosts=("localhost", "desk.example.org"))
    for host, status in (
        ("localhost:8765", 200),
        ("desk.example.org", 200),
        ("127.0.0.1:8765", 200),
        ("[::1]:8765", 200),
        ("evil.example.com", 421),
        ("localhost.evil.example.com", 421),
        ("", 421),
        ("[", 421),
    ):
        assert client.get("/", headers={"host": host}).status_code == status, host


@pytest.mark.parametrize("key", ["", "wrong", "é"])
def test_form_of_another_session_is_refused(open_desk, key):
    client = open_desk()
    client.get("/")
    answer = client.post("/add", data={"form_key": key, "text": WIRE})
    assert answer.status_code == 403
    assert client.get("/api/v1/stories").json()["total"] == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example.com"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_what_a_page_elsewhere_sends_is_refused(open_desk, headers):
    client = open_desk()
    answer = client.post("/api/v1/reports", json={"text": WIRE}, headers=headers)
    assert answer.status_code == 403
    assert answer.json()["type"].endswith("/other-origin")


def test_own_page_may_send(open_desk):
    headers = {"origin": "http://localhost", "sec-fetch-site": "same-origin"}
    answer = open_desk().post("/api/v1/reports", json={"text": WIRE}, headers=headers)
    assert answer.status_code == 201


@pytest.mark.parametrize(
    "path", ["/", "/live", "/metrics", "/api/v1/stories", "/columns.css?n=1"]
)
def test_without_a_token_nothing_is_shown(open_desk, path):
    client = open_desk(access=TOKENS)
    asked = {"accept": "application/json"}
    assert client.get(path, headers=asked).status_code == 401
    assert client.get(path, headers={**asked, **bearer("no")}).status_code == 401


def test_health_needs_no_token_and_says_nothing(open_desk):
    assert open_desk(access=TOKENS).get("/healthz").text == "ok\n"


def test_reader_looks_and_editor_changes(open_desk):
    client = open_desk(access=TOKENS)
    given = {"text": WIRE}
    assert client.get("/", headers=bearer(READ)).status_code == 200
    refused = client.post("/api/v1/reports", json=given, headers=bearer(READ))
    assert refused.status_code == 403
    assert refused.json()["type"].endswith("/readers-look")
    done = client.post("/api/v1/reports", json=given, headers=bearer(EDIT))
    assert done.status_code == 201
    report = done.json()["added"][0]["id"]
    path = f"/api/v1/reports/{report}"
    assert client.delete(path, headers=bearer(READ)).status_code == 403
    assert client.delete(path, headers=bearer(EDIT)).status_code == 200


def test_users_sign_in_with_a_password_and_out(open_desk, users):
    client = open_desk(access=Access(users=load_users(users)))
    moved = client.get("/corrections", follow_redirects=False)
    assert moved.headers["location"] == "/sign-in?to=%2Fcorrections"
    assert sign_in(client, "ada", "wrong").status_code == 401
    assert sign_in(client, "nobody", "correct horse").status_code == 401
    assert sign_in(client, "ada", "correct horse", "/add").headers["location"] == "/add"
    page = client.get("/").text
    assert "ada" in page
    add(client, text=OTHER)
    key = form_key(client)
    client.post("/sign-out", data={"form_key": key})
    assert client.get("/", follow_redirects=False).status_code == 303


def test_name_of_who_corrects_is_kept(open_desk, users):
    client = open_desk(access=Access(users=load_users(users)))
    sign_in(client, "ada", "correct horse")
    add(client, text=OTHER)
    (report,) = report_ids(client)
    data = {"form_key": form_key(client), "outlet": "The Hamm Star"}
    client.post(f"/reports/{report}/fields", data=data)
    records = client.get("/api/v1/corrections").json()["corrections"]
    assert {record["by"] for record in records} == {"ada"}


def test_reader_sees_no_forms_that_change_things(open_desk, users):
    client = open_desk(access=Access(users=load_users(users)))
    sign_in(client, "ben", "battery staple")
    page = client.get("/add").text
    assert "Only editors add reports" in page
    assert "<textarea" not in page
    for path in ("/", "/feeds", "/corrections", "/nowhere"):
        page = client.get(path).text
        assert "sign-out" in page
        assert not re.search(r'"/add"|\bAdd\b|synoptic add', page), path
    data = {"form_key": form_key(client), "text": OTHER}
    assert client.post("/add", data=data).status_code == 403


@pytest.mark.parametrize("base", ["", "/synoptic"])
@pytest.mark.parametrize(
    "asked", ["/search?q=ferry+%26+rope&outlet=A%3Db", "/reports/a%3Fb?exact=x"]
)
def test_signing_in_leads_to_all_of_what_was_asked_for(open_desk, users, base, asked):
    client = open_desk(access=Access(users=load_users(users)), base_path=base)
    moved = client.get(base + asked, follow_redirects=False).headers["location"]
    form = client.get(moved).text
    to = unescape(re.search(r'name="to" value="([^"]*)"', form)[1])
    answer = sign_in(client, "ada", "correct horse", to, base=base)
    assert answer.headers["location"] == base + asked


def test_signing_in_after_a_form_leads_to_the_start(open_desk, users):
    client = open_desk(access=Access(users=load_users(users)))
    answer = client.post("/reports/x/remove", follow_redirects=False)
    assert answer.headers["location"] == "/sign-in?to=%2F"


@pytest.mark.parametrize(
    "to", ["//evil.example.com", "https://evil.example.com", "/\\evil"]
)
def test_signing_in_leads_nowhere_else(open_desk, users, to):
    client = open_desk(access=Access(users=load_users(users)))
    assert sign_in(client, "ada", "correct horse", to).headers["location"] == "/"


def test_sessions_end_with_the_password(open_desk, users):
    client = open_desk(access=Access(users=load_users(users)))
    sign_in(client, "ada", "correct horse")
    access = client.app.state.desk.settings.access
    put_user(users, "ada", "editor", "another horse")
    access.users.clear()
    access.users.update(load_users(users))
    assert client.get("/", follow_redirects=False).status_code == 303


def test_forged_cookie_is_worth_nothing(open_desk, users):
    client = open_desk(access=Access(users=load_users(users)))
    client.cookies.set("synoptic-session", "eyJrIjoiayIsIm4iOiJhZGEifQ.AAAA.BBBB")
    assert client.get("/", follow_redirects=False).status_code == 303


def test_token_signs_in_on_the_page_too(open_desk):
    client = open_desk(access=TOKENS)
    assert sign_in(client, "", READ).status_code == 303
    assert client.get("/").status_code == 200


def test_proxy_is_believed_from_its_address_only():
    headers = {"x-forwarded-user": "ada"}
    access = Access(proxy_header="X-Forwarded-User", proxies=("10.0.0.0/8",))
    assert access.by_proxy("10.1.2.3", headers).name == "ada"
    assert access.by_proxy("10.1.2.3", headers).role == "reader"
    assert access.by_proxy("192.0.2.1", headers) is None
    assert access.by_proxy("not an address", headers) is None
    assert access.by_proxy("10.1.2.3", {}) is None


def test_too_many_tries_have_to_wait(open_desk, users):
    client = open_desk(access=Access(users=load_users(users)), sign_ins_per_minute=2)
    codes = [sign_in(client, "ada", "wrong").status_code for _ in range(3)]
    assert codes == [401, 401, 429]


def test_adding_is_limited(open_desk):
    client = open_desk(adds_per_minute=1)
    add(client, text=OTHER)
    answer = client.post("/api/v1/reports", json={"text": WIRE})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0


def test_permissions_come_back():
    limit = Limit(60_000)
    assert limit.wait_seconds("a", 60_000) == 0
    assert limit.wait_seconds("b") == 0
    assert 0 < limit.wait_seconds("a", 30_000) <= 30


def test_long_requests_are_cut_off(open_desk):
    client = open_desk(max_body_bytes=2_000)
    answer = client.post("/api/v1/reports", json={"text": "x" * 3_000})
    assert answer.status_code == 413
    pieces = (b"x" * 500 for _ in range(20))
    assert client.post("/api/v1/reports", content=pieces).status_code == 413


def test_private_addresses_are_not_fetched(open_desk):
    client = open_desk()
    page = add(client, address="http://127.0.0.1:9/secret").text
    assert "Not read" in page
    assert "private" in page
    page = add(client, address="file:///etc/passwd").text
    assert "Only those are fetched" in page


def test_uploads_stay_in_their_folder(open_desk):
    client = open_desk()
    name = "../../../tmp/w-evil.txt"
    page = add(client, files=[("files", (name, OTHER.encode(), "text/plain"))]).text
    assert "1 report added" in page
    (report,) = report_ids(client)
    assert client.get(f"/api/v1/reports/{report}").json()["path"] == "w-evil.txt"


def test_passwords_are_kept_as_scrypt_hashes(users):
    kept = load_users(users)["ada"].password
    assert kept.startswith("scrypt$")
    assert is_right("correct horse", kept)
    assert not is_right("Correct horse", kept)
    assert hashed("a") != hashed("a")
    assert not is_right("a", "plain")
    assert users.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "text",
    ["[users.ada]\nrole = 'owner'\npassword = 'scrypt$'", "users = 3", "[", "\x00"],
)
def test_list_of_users_that_cannot_be_used_is_refused(tmp_path, text):
    path = tmp_path / "users.toml"
    path.write_text(text)
    with pytest.raises(UsageError):
        load_users(path)


@pytest.mark.parametrize("text", ["", "owner " + "x" * 30, "reader short"])
def test_tokens_that_cannot_be_used_are_refused(tmp_path, text):
    path = tmp_path / "tokens"
    path.write_text(text)
    with pytest.raises(UsageError):
        load_tokens(path)


def test_tokens_have_a_role(tmp_path):
    path = tmp_path / "tokens"
    path.write_text(f"# ours\nreader {READ}\n\neditor {EDIT}\n")
    assert load_tokens(path) == dict(TOKENS.tokens)
