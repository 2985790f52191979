"""The rules' reasons in Chinese: every message known, names whole and as readers know them."""

import inspect
import re

import pytest

from tests.opening import record
from tests.sample import sample_tables
from timeline import build
from timeline.language import Language, speaking
from timeline.merge import cluster
from ui import why

__all__ = ["record"]  # a fixture for every test here
HAN = re.compile(r"[\u3400-\u9fff]")


def test_reasons_of_the_rules_are_told_in_chinese() -> None:
    reason = (
        "not joined, too little in common: one type; both by Nvidia; told within days; but dates "
        "apart (2025-12~ and 2026-01-13), one is enacted, the other forecast"
    )
    assert why.told(reason) == reason
    with speaking(Language.ZH):
        assert why.told(reason) == (
            "未合并，共同点太少：类型相同；都由英伟达作出；相隔数日报道；"
            "但日期不符（2025年12月前后与2026年1月13日），一为“已出台”，一为“预期”"
        )


def test_reasons_of_the_lineage_are_told_in_chinese() -> None:
    for reason, chinese in (
        ("both cite Bloomberg, published the same day", "都引述彭博社，同日发布"),
        ("a cites Bloomberg, which published the other, published within 2 days; shares 12%",
         "a引述彭博社，后者发布了另一篇，相隔2天内发布；都有12%"),
        ("a cites Bloomberg, b unnamed sources for the same, published within 1 day",
         "a引述彭博社，b就同一消息引述未具名人士，相隔1天内发布"),
        ("a is declared to rest on b", "a注明以b为依据"),
    ):  # fmt: skip
        with speaking(Language.ZH):
            assert why.told(reason) == chinese
        assert why.told(reason) == reason


def test_a_name_that_holds_an_and_stays_whole_in_a_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bureau, tables = "Bureau of Industry and Security", sample_tables()
    actors = tables["actors"].replace("US Commerce Department", bureau)
    made = build.Build({**tables, "actors": actors})
    monkeypatch.setattr(build, "from_seeds", lambda *_: made)
    with speaking(Language.ZH):
        assert (
            why.told(f"{bureau} and Nvidia are of one side") == "美国工业与安全局、英伟达属同一方"
        )
        told = why.told(f"both concern China, {bureau} and others")
        assert told == "都涉及中国、美国工业与安全局、其他"


def test_every_reason_why_groups_are_parted_is_told_in_chinese() -> None:
    """Each text of ``merge.cluster`` that refuses a pair."""
    source = inspect.getsource(cluster._parted)
    reasons = re.findall(r'return "([^"]+)"', source)
    assert len(reasons) > 5
    with speaking(Language.ZH):
        assert [one for one in reasons if not HAN.search(why.told(one))] == []
