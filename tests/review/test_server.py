"""The server of a review: who is answered, what is kept before it is answered, and what is said where something cannot be done."""

import json
import os
import shutil
import socket
import threading
import urllib.error
import urllib.request

import pytest

from planlint.review.journal import read_journal


class Client:
    """A browser's part over HTTP."""

    def __init__(self, server, number=1) -> None:
        self.server = server
        self.base = f"{server.address}plan/{number}"

    def ask(self, path="", body=None, **headers):
        """Status, headers and text of one answer."""
        data = json.dumps(body).encode() if body is not None else None
        if data is not None:
            headers = {"Origin": f"http://{self.server.host}", "Content-Type": "application/json"} | headers
        request = urllib.request.Request(
            path if path.startswith("http") else f"{self.base}{path}",
            data,
            {k.replace("_", "-"): v for k, v in headers.items()},
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read().decode()

    def state(self):
        return json.loads(self.ask("/state")[2])

    def act(self, **body):
        status, _, text = self.ask("/act", {"sha": self.state()["stamp"].split("-")[0], **body})
        return status, json.loads(text)


@pytest.fixture
def client(desk, serving):
    return Client(serving(desk.path, "--as", "张三"))


@pytest.fixture
def asked(untouched):
    """A client of the server that keeps nothing."""
    desk, server = untouched
    yield Client(server)
    assert not desk.journal.exists()


def key_of(desk, kind, words):
    return desk.item(kind, words).key


def test_an_action_is_on_the_disk_when_it_is_answered(desk, client) -> None:
    for n, what in enumerate(("accept", "reject", "undo"), 1):
        status, state = client.act(do=what, key=key_of(desk, "targets", "80家"))
        assert (status, len(read_journal(desk.journal).actions)) == (200, n)
        assert state["stamp"].endswith(f"-{n}-0")
    client.server.kill()
    assert len(read_journal(desk.journal).actions) == 3


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Host": "evil.example"}, 403, id="another host (a name that was made to point here)"),
        pytest.param({"Sec_Fetch_Site": "cross-site"}, 403, id="asked by another page"),
        pytest.param({"Sec_Fetch_Site": "same-origin"}, 200, id="asked by its own page"),
    ],
)
def test_who_may_look(asked, headers, status) -> None:
    assert asked.ask("/state", **headers)[0] == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Origin": "http://evil.example"}, 403, id="from another page"),
        pytest.param({"Origin": "null"}, 403, id="from nowhere"),
        pytest.param({"Content-Type": "text/plain"}, 415, id="as a form could send it"),
    ],
)
def test_who_may_act(asked, headers, status) -> None:
    assert asked.ask("/act", {"do": "undo"}, **headers)[0] == status


def test_without_the_token_there_is_nothing(asked) -> None:
    for path in ("", "wrong/", f"{'x' * 32}/plan/1", "plan/1/state"):
        assert asked.ask(f"http://{asked.server.host}/{path}")[0] == 404


def test_every_answer_has_a_policy_that_forbids_the_rest(asked) -> None:
    for path in ("", "/state", "/nothing"):
        _, headers, _ = asked.ask(path)
        if path != "/nothing":
            policy = headers["content-security-policy"]
            assert policy.startswith("default-src 'none'")
            assert "frame-ancestors 'none'" in policy
            assert "unsafe-eval" not in policy
            assert "script-src 'unsafe" not in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "no-referrer"


def test_it_listens_on_this_machine_alone(asked) -> None:
    port = int(asked.server.host.split(":")[1])
    own = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in own:
        with socket.socket() as knocking:
            knocking.settimeout(2)
            assert address.startswith("127.") or knocking.connect_ex((address, port)) != 0


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ({"do": "correct", "set": {"value": "很多"}}, 422, "目标值不能是“很多”"), ({"do": "correct", "set": {"indicator": ""}}, 422, "指标"),
        ({"do": "correct", "set": {"secret": "1"}}, 422, "secret"), ({"do": "correct", "set": [1]}, 400, "set"), ({"do": "dance"}, 400, "dance"),
        ({"do": "mark", "span": [5, 2]}, 422, "span"), ({"do": "mark", "span": [0, 10**9]}, 422, "span"), ({"do": "mark", "span": "x"}, 422, "span"),
        ({"do": "accept", "key": "targets-0-1-0"}, 409, "再做一次"), ({"do": "add", "kind": "numbers", "span": [0, 3]}, 422, "numbers"),
        ({"do": "accept", "sha": "0" * 16}, 409, "再做一次"), ({"do": "accept", "reason": 3}, 400, "reason"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_and_not_kept(untouched, asked, body, status, said) -> None:
    code, answer = asked.act(**{"key": key_of(untouched[0], "targets", "80家"), **body})
    assert code == status
    assert said in answer["error"]


def test_too_much_is_refused(asked) -> None:
    assert asked.ask("/act", {"do": "note", "reason": "长" * 200_000})[0] == 413
    assert asked.ask("/act", [1])[0] == 400
    assert asked.ask("/plan/7/state".replace("/plan/7", "") + "?since=x")[0] == 200
    assert asked.ask(f"{asked.server.address}plan/7/state")[0] == 404
    assert asked.ask("/propose?kind=targets&start=a&end=3")[0] == 422


def test_two_servers_and_two_writers_on_one_folder(desk, serving) -> None:
    clients = [Client(serving(desk.path, "--as", who)) for who in ("甲", "乙")]
    keys = [item.key for item in desk.review.items if item.kind in ("targets", "responsibilities")]
    errors = []

    def work(client, keys) -> None:
        for key in keys:
            status, answer = client.act(do="accept", key=key)
            if status != 200:
                errors.append(answer)

    threads = [
        threading.Thread(target=work, args=pair)
        for pair in zip(clients, (keys[::2], keys[1::2]), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    journal = read_journal(desk.journal)
    assert (len(journal.actions), journal.bad) == (len(keys), ())
    assert len({client.state()["stamp"] for client in clients}) == 1


def test_undo_takes_back_ones_own(desk, serving) -> None:
    one, other = (Client(serving(desk.path, "--as", who)) for who in ("甲", "乙"))
    one.act(do="reject", key=key_of(desk, "targets", "80家"))
    other.act(do="reject", key=key_of(desk, "targets", "600家"))
    one.act(do="undo")
    assert [(a.who, a.do) for a in desk.review.live] == [("乙", "reject")]
    assert one.act(do="undo")[1]["undone"] is True


def test_a_disk_that_refuses_is_said(desk, client) -> None:
    key = key_of(desk, "targets", "80家")
    desk.journal.mkdir()  # no file can be opened there, not even by root
    status, _, text = client.ask("/state")
    assert (status, str(desk.journal) in json.loads(text)["error"]) == (422, True)
    desk.journal.rmdir()
    sha = client.state()["stamp"].split("-")[0]
    shutil.move(desk.path.parent, f"{desk.path.parent}-gone")
    status, _, text = client.ask("/act", {"do": "accept", "key": key, "sha": sha})
    assert status == 422
    assert str(desk.path) in json.loads(text)["error"]


def test_a_plan_that_changed_meanwhile(desk, client) -> None:
    before = client.state()
    desk.path.write_text("前言。\n" + desk.path.read_text(encoding="utf-8"), encoding="utf-8")
    status, _, text = client.ask(
        "/act", {"do": "accept", "key": key_of(desk, "targets", "80家"), "sha": before["stamp"].split("-")[0]}
    )
    assert (status, "已变" in json.loads(text)["error"]) == (409, True)
    assert client.state()["stamp"] != before["stamp"]


def test_the_fields_of_selected_words(untouched, asked) -> None:
    text = untouched[0].base.source.text
    start = text.index("高新技术企业不少于80家")
    answer = json.loads(asked.ask(f"/propose?kind=targets&start={start}&end={start + 12}")[2])
    assert {k: answer[k] for k in ("indicator", "comparator", "value", "unit")} == {
        "indicator": "高新技术企业", "comparator": ">=", "value": 80, "unit": "家",
    }  # fmt: skip


# ---- starting ------------------------------------------------------------------------------------------------------------
def test_a_port_in_use(desk, run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, out, error = run("review", desk.path, "--port", port, "--no-open")
    assert (code, out) == (2, "")
    assert error.startswith(f"planlint: --port {port}: 端口不能用")
    assert error.count("\n") == 1


def test_a_folder_that_cannot_be_written(desk, run, monkeypatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    code, _, error = run("review", desk.path, "--no-open")
    assert (code, "不能写入" in error, error.count("\n")) == (2, True, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["no-such-plan.txt"], "no-such-plan.txt", id="a plan that is missing"),
        pytest.param(["{broken}"], "broken.docx", id="a plan that cannot be read"),
        pytest.param(["-"], "标准输入", id="standard input"),
        pytest.param(["{plan}", "--port", "x"], "--port", id="no port"),
        pytest.param(["{plan}", "--port", "99999"], "--port", id="a port that there is not"),
        pytest.param(["{plan}", "--earlier", "no.txt"], "上一版", id="no earlier version"),
        pytest.param(["{plan}", "--export", "doccanno"], "doccano", id="a tool misspelt"),
        pytest.param(["{plan}", "--merge", "no.jsonl"], "no.jsonl", id="nothing to merge"),
        pytest.param(["{plan}", "--merge", "a", "--export", "doccano"], "--merge", id="two things at once"),
    ],
)
def test_what_cannot_be_started(desk, run, tmp_path, arguments, said) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    code, out, error = run("review", *(a.format(plan=desk.path, broken=broken) for a in arguments))
    assert (code, out) == (2, "")
    assert said in error
    assert error.count("\n") == 1


def test_a_broken_plan_among_others_is_told_on_its_row(desk, serving, tmp_path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    client = Client(serving(desk.path, broken, "--lang", "en"), 2)
    assert "broken.docx" in json.loads(client.ask("/progress")[2])["error"]
    assert client.ask("")[0] == 422
    assert client.ask("/state")[0] == 422
    assert "0 of 30" in client.ask(f"{client.server.address}plan/1/progress")[2]


def test_without_the_extra_one_line_names_it(desk, run, monkeypatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "uvicorn", None)
    code, _, error = run("review", desk.path, "--no-open")
    assert (code, "planlint[review]" in error, error.count("\n")) == (2, True, 1)


def test_names_that_are_no_text(desk, serving) -> None:
    path = os.fsencode(desk.path.parent) + b"/\xff\xfe.txt"
    shutil.copy(desk.path, path)
    desk.do("甲\ud800", "reject", desk.item("targets", "80家"))
    client = Client(serving(desk.path, os.fsdecode(path)))
    assert client.ask(client.server.address)[0] == 200
    for number in (1, 2):
        base = f"{client.server.address}plan/{number}"
        assert [client.ask(f"{base}{part}")[0] for part in ("", "/state", "/progress")] == [200] * 3
