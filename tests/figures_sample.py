"""Tables of events to draw, made up: a few, many at random, and a story's forty."""

import random

import pandas as pd
from pandas._libs.tslibs.nattype import NaTType

from timeline.figures import look
from timeline.interval import Interval
from timeline.lexicon import load

Value = str | int | bool | pd.Timestamp | NaTType
LANES = ("United States", "China", "Nvidia", "Cyberspace Administration of China", "Huawei", "")
WORDS = ["export", "chips", "licence", "guidance", "Beijing", "rule", "quarter", "order", "probe"]
WORDS += ["semiconductors", "tariff", "list", "firms", "revenue", "data-centre", "人工智能"]
FAMILIES = look.families()
STATUSES = tuple(load("look")["statuses"])


def event(number: int = 0, edtf: str = "2024-09-27", **values: Value) -> dict[str, Value]:
    """One row of an events table."""
    when = Interval.parse(edtf) if edtf else None
    row: dict[str, Value] = {
        "event_id": f"e{number:04}",
        "title": "Officials tell firms to buy chips at home",
        "type": "procurement_guidance",
        "type_label": "Procurement guidance",
        "family": "guidance",
        "status": "reported",
        "edtf": edtf,
        "start": pd.Timestamp(when.start) if when and when.start else pd.NaT,
        "end": pd.Timestamp(when.end) if when and when.end else pd.NaT,
        "granularity": when.granularity.name.lower() if when else "",
        "approximate": bool(when and when.approximate),
        "lane": "China",
        "thread": "",
        "reports": 1,
        "mentions": 1,
        "first_outlet": "TechNode",
        "outlets": "TechNode",
        "origin": "Bloomberg",
        "source": "",
    }
    return row | values


def table(*rows: dict[str, Value]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=list(event()))
    for name in ("start", "end"):
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
    return frame


def some(count: int, seed: int = 1, years: int = 4) -> pd.DataFrame:
    """Events at random: exact, coarse, approximate, open, long and undated ones."""
    chance = random.Random(seed)
    rows = []
    for number in range(count):
        year, month = 2026 - chance.randint(1, years), chance.randint(1, 12)
        day = chance.randint(1, 28)
        edtf = chance.choice(
            [
                *[f"{year}-{month:02}-{day:02}"] * 6,
                *[f"{year}-{month:02}", f"{year}~", f"{year}-{month:02}~", f"{year}/.."],
                *[f"../{year}-{month:02}-{day:02}", f"{year}-{month:02}/{year + 1}-{month:02}", ""],
            ]
        )
        title = " ".join(chance.choices(WORDS, k=chance.randint(1, 14))).capitalize()
        rows.append(
            event(
                number,
                edtf,
                title=title,
                family=chance.choice(FAMILIES),
                status=chance.choice(STATUSES),
                lane=chance.choice(LANES),
                reports=chance.choice([1, 1, 1, 2, 3]),
            )
        )
    return table(*rows)


def story() -> pd.DataFrame:
    """Forty events in the topic's shape: two crowded months, years of thin ones."""
    dates = ["2024-09-27"] * 9 + ["2024-09~"] * 4 + ["2025-08~"] * 5 + ["../2025-08-21"] * 6
    dates += ["2022-10-07", "2023-08-01", "2023-10-17", "2024-04-29/2024-07-28", "2025", "2023/.."]
    dates += [f"2025-{month:02}-1{month % 10}" for month in range(1, 11)]
    rows = [
        event(
            number,
            edtf,
            title=f"Regulators move on order number {number} of foreign accelerators",
            lane=LANES[number % 5],
            status=STATUSES[number % len(STATUSES)],
            family=FAMILIES[number % 6],
            reports=1 + number % 3,
        )
        for number, edtf in enumerate(dates)
    ]
    return table(*rows)


HOSTILE = "<script>alert('x')</script> $x^2$ \"quoted\" & 'single' </svg>\x1b"
