"""Of what type a measure is that the document told before: "the measure takes effect"."""

from collections.abc import Sequence

from timeline.model import Claim, Mention
from timeline.values import replace

_MEASURES = frozenset(
    {
        "export_control", "entity_listing", "licence_decision", "trade_measure", "legislation",
        "investment_control", "procurement_guidance", "industrial_policy", "ban_proposal",
    }
)  # fmt: skip
_NAMED = ("export", "sale", "shipment", "chip", "tariff", "dut", "import", "investment")


def of(claim: Claim, before: Sequence[Mention]) -> Claim:
    """The claim, of the type of the last measure told where it names none of its own.

    "Brussels adopted the duties in May.  The measure takes effect in July" is a trade measure.
    """
    if not claim.is_same or any(word in claim.text.lower() for word in _NAMED):
        return claim
    last = next((m for m in reversed(before) if m.type in _MEASURES), None)
    return claim if last is None else replace(claim, type=last.type)
