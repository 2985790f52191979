"""Settings: what is not set has a usual value, what cannot be meant is told in a line."""

import pytest

from ui import settings
from ui.settings import SettingError, Settings


def test_nobody_may_frame_unless_it_is_set() -> None:
    assert settings.read({}).frame_ancestors == "'none'"
    told = settings.read(
        {"POLICY_TIMELINE_EMBED_IN": " https://a.example  https://*.b.example:8443 "}
    )
    assert told.frame_ancestors == "https://a.example https://*.b.example:8443"


def test_a_setting_replaces_the_usual_value() -> None:
    told = settings.read(
        {"POLICY_TIMELINE_CACHE_SECONDS": "60", "POLICY_TIMELINE_ADDRESS": "https://a.example"}
    )
    assert told == Settings(cache_seconds=60, address="https://a.example")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EMBED_IN", "https://a.example; script-src *"),
        ("EMBED_IN", "'unsafe-inline'"),
        ("EMBED_IN", "javascript:x"),
        ("ADDRESS", "chips.example.org"),
        ("ADDRESS", "https://a.example/"),
        ("ADDRESS", "https://a.example/site"),
        ("CACHE_SECONDS", "-1"),
        ("CACHE_SECONDS", "a minute"),
        ("PICTURES_AT_ONCE", "0"),
    ],
)
def test_a_setting_that_cannot_be_meant_names_itself(name: str, value: str) -> None:
    with pytest.raises(SettingError, match=f"POLICY_TIMELINE_{name}: found"):
        settings.read({f"POLICY_TIMELINE_{name}": value})
