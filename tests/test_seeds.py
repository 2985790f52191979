"""seeds/: what is in it is sound, and each kind of slip is told with file, line and what to do."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from timeline import documents, seeds
from timeline.errors import SeedError
from timeline.model import (
    Actor,
    ActorKind,
    Alias,
    BlockKind,
    FiscalCalendar,
    Judgement,
    Outlet,
    Thread,
)

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
NOTES = seeds.note_paths(SEEDS)
CORPUS = Path(__file__).parent / "corpus" / "seeds.csv"  # a row added to a file, what is told
SLIPS = list(csv.reader(CORPUS.read_text(encoding="utf-8").splitlines()))[1:]
GOOD = {
    "outlets.csv": (
        "id,name,kind,country,timezone,url,aliases\n"
        "reuters,Reuters,agency,GB,Europe/London,https://www.reuters.com,Thomson Reuters; RTRS\n"
        "mofcom,MOFCOM,official,CN,Asia/Shanghai,,\n"
    ),
    "actors.csv": (
        "id,name,kind,country,parent,wikidata\n"
        "eu,European Union,state,EU,,Q458\n"
        "eu-commission,European Commission,body,EU,eu,Q8880\n"
        "nvidia,Nvidia,company,US,,Q182477\n"
        "lutnick,Howard Lutnick,person,US,,\n"
        "raimondo,Gina Raimondo,person,US,,\n"
    ),
    "aliases.csv": (
        "text,actor,language,flags,start,end\n"
        "Brussels,eu,en,metonym;context,,\n"
        "Commerce Secretary,raimondo,en,title,2021-03-03,2025-01-20\n"
        "Commerce Secretary,lutnick,en,title,2025-02-21,\n"
    ),
    "fiscal.csv": "actor,names,month,offset,rule\nnvidia,Nvidia; Team Green,1,0,last_sunday\n",
    "judgements.csv": (
        "verdict,a,b,field,value,reason,by,date\n"
        "same,m1,m2,,,one visit told twice,An Editor,2026-01-05\n"
    ),
    "threads.csv": (
        "id,name,meaning,words,actors,types,start,end\n"
        "h20,The H20,Its licence,H20; H20 chip,nvidia,product;export_control,2025-01-01,\n"
    ),
}

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Writes the good files, some of them changed: a line added, or the whole text given."""

    def write(add: dict[str, str] | None = None, **texts: str) -> Path:
        home = tmp_path / "seeds"
        home.mkdir()
        for name, text in GOOD.items():
            text = texts.get(name.removesuffix(".csv"), text) + (add or {}).get(name, "")
            home.joinpath(name).write_text(text, encoding="utf-8")
        return home

    return write


# ---------------------------------------------------------------- the seeds we ship


def test_every_row_of_our_seeds_is_sound() -> None:
    assert [problem.message for problem in seeds.check(SEEDS)] == []


def test_our_seeds_load_whole() -> None:
    world = seeds.load(SEEDS)
    lines = {
        path.name: len(path.read_text(encoding="utf-8").splitlines()) - 1
        for path in SEEDS.glob("*.csv")
    }
    assert lines == {
        "outlets.csv": len(world.outlets),
        "actors.csv": len(world.actors),
        "aliases.csv": len(world.aliases),
        "fiscal.csv": len(world.calendars),
        "judgements.csv": len(world.judgements),
        "threads.csv": len(world.threads),
    }
    assert len(world.outlets) >= 40
    assert {outlet.kind for outlet in world.outlets} == {
        "news", "agency", "official", "company", "blog", "aggregator",
    }  # fmt: skip


def test_the_five_articles_have_their_notes() -> None:
    assert {path.relative_to(SEEDS / "documents").as_posix() for path in NOTES} >= {
        "4nownews/2024-09-28-advice-to-drop-nvidia.md",
        "filibuster-blog/2025-08-21-ban-on-nvidia-chips-sought.md",
        "money-made-ez/2024-09-28-push-for-chinese-chips.md",
        "wccftech-mirror/2025-08-21-big-tech-cuts-h20-orders.md",
        "wordpress-aggregator/2024-09-28-startups-told-to-avoid-nvidia.md",
    }


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_a_note_is_read_with_all_that_its_front_matter_says(path: Path) -> None:
    note = documents.read(path)
    assert note.is_note
    assert note.outlet == path.parent.name
    assert note.dct is not None
    assert path.name.startswith(note.dct.isoformat())
    assert note.published.reason
    assert note.title
    assert note.language == "en"
    assert note.retrieved
    assert any(block.kind is BlockKind.BODY for block in note.blocks)


# ---------------------------------------------------------------- what a row becomes


def test_rows_become_values(folder: Folder) -> None:
    world = seeds.load(folder())
    assert world.outlets[0] == Outlet(
        "reuters",
        "Reuters",
        "agency",
        "GB",
        "Europe/London",
        "https://www.reuters.com",
        ("Thomson Reuters", "RTRS"),
    )
    assert world.actors[1] == Actor(
        "eu-commission", "European Commission", ActorKind.BODY, "EU", "eu", "Q8880"
    )
    assert world.aliases[0] == Alias("Brussels", "eu", "en", frozenset({"metonym", "context"}))
    assert world.aliases[1].start == date(2021, 3, 3)
    assert world.aliases[1].end == date(2025, 1, 20)
    assert world.calendars == (
        FiscalCalendar("nvidia", ("Nvidia", "Team Green"), 1, 0, "last_sunday"),
    )
    (judged,) = world.judgements
    told = ("one visit told twice", "An Editor", "2026-01-05", "seeds/judgements.csv:2")
    assert judged == Judgement("same", "m1", "m2", "", "", *told)
    types, start = ("product", "export_control"), date(2025, 1, 1)
    words = ("H20", "H20 chip")
    assert world.threads == (
        Thread("h20", "The H20", "Its licence", words, ("nvidia",), types, start),
    )


def test_fiscal_years_judgements_and_threads_may_be_missing(folder: Folder) -> None:
    home = folder()
    (home / "fiscal.csv").unlink()
    (home / "judgements.csv").unlink()
    (home / "threads.csv").unlink()
    world = seeds.load(home)
    assert (world.calendars, world.judgements, world.threads) == ((), (), ())


def test_a_byte_order_mark_and_windows_line_ends_are_read(folder: Folder) -> None:
    home = folder()
    text = GOOD["outlets.csv"].replace("\n", "\r\n")
    (home / "outlets.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert [outlet.id for outlet in seeds.load(home).outlets] == ["reuters", "mofcom"]


# ---------------------------------------------------------------- slips


@pytest.mark.parametrize(("file", "row", "told"), SLIPS, ids=[slip[1] for slip in SLIPS])
def test_a_slip_is_told_with_its_place(folder: Folder, file: str, row: str, told: str) -> None:
    home = folder({file: row + "\n"})
    with pytest.raises(SeedError) as error:
        seeds.load(home)
    assert str(error.value) == told
    assert [problem.message for problem in seeds.check(home)] == [told]


def test_a_column_with_a_typo_is_told_once(folder: Folder) -> None:
    home = folder(actors=GOOD["actors.csv"].replace("wikidata", "wikidta"))
    assert seeds.check(home)[0].message == (
        "seeds/actors.csv:1: column 'wikidta' is not known; did you mean 'wikidata'?"
    )


def test_a_missing_column_is_told(folder: Folder) -> None:
    home = folder(judgements="verdict,a,b,field,value,reason,date\n")
    assert [problem.message for problem in seeds.check(home)] == [
        "seeds/judgements.csv:1: column 'by' is missing;"
        " expected columns verdict, a, b, field, value, reason, by, date"
    ]


def test_a_missing_file_is_told(folder: Folder) -> None:
    home = folder()
    (home / "outlets.csv").unlink()
    assert [problem.message for problem in seeds.check(home)] == [
        "seeds/outlets.csv: the file is missing;"
        " expected columns id, name, kind, country, timezone, url, aliases"
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"id,name\xff", "seeds/outlets.csv: byte 7 is not UTF-8; expected a CSV file saved as"),
        (b'id,name\n"a,b\n', "seeds/outlets.csv: no CSV: unexpected end of data; expected a quote"),
        (b"", "seeds/outlets.csv:1: column 'id' is missing"),
    ],
    ids=["latin-1", "open quote", "empty"],
)
def test_a_file_that_is_no_table_is_told(folder: Folder, content: bytes, told: str) -> None:
    home = folder()
    (home / "outlets.csv").write_bytes(content)
    with pytest.raises(SeedError) as error:
        seeds.load(home)
    assert str(error.value).startswith(told)


def test_the_line_is_true_after_empty_lines_and_a_cell_of_two_lines(folder: Folder) -> None:
    rows = '\n"xinhua","Xin\nhua",agency,CN,Asia/Shanghai,,\ncac,CAC,offical,CN,Asia/Shanghai,,\n'
    home = folder({"outlets.csv": rows})
    assert [problem.where for problem in seeds.check(home)] == [
        "seeds/outlets.csv:5",
        "seeds/outlets.csv:7",
    ]


def test_check_tells_every_slip_and_load_the_first(folder: Folder) -> None:
    home = folder(
        {
            "outlets.csv": "xinhua,Xinhua,agncy,China,Asia/Peking,ftp://x.cn,\n",
            "aliases.csv": "Team Green,nvida,en,,,\n",
        }
    )
    found = [problem.found.split(" is ")[0] for problem in seeds.check(home)]
    assert found == [
        "kind 'agncy'",
        "country 'China'",
        "timezone 'Asia/Peking'",
        "url 'ftp://x.cn'",
        "actor 'nvida'",
    ]
    with pytest.raises(SeedError, match="kind 'agncy'"):
        seeds.load(home)


def test_a_row_with_a_slip_still_counts_for_those_that_name_it(folder: Folder) -> None:
    home = folder({"actors.csv": "h20,H20,chip,,,\n", "aliases.csv": "the H20,h20,en,,,\n"})
    assert [problem.where for problem in seeds.check(home)] == ["seeds/actors.csv:7"]


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (
            "reuter/2024-01-02-a-visit.md",
            "seeds/documents/reuter/2024-01-02-a-visit.md:"
            " folder 'reuter' is not in outlets.csv; did you mean 'reuters'?",
        ),
        (
            "reuters/a visit.md",
            "seeds/documents/reuters/a visit.md:"
            " 'a visit.md' names no note; expected 2024-09-28-a-few-words.md",
        ),
        (
            "2024-01-02-a-visit.md",
            "seeds/documents/2024-01-02-a-visit.md:"
            " the note lies in no outlet's folder; expected documents/OUTLET/",
        ),
    ],
)
def test_a_note_in_the_wrong_place_is_told(folder: Folder, note: str, told: str) -> None:
    home = folder()
    path = home / "documents" / note
    path.parent.mkdir(parents=True)
    path.write_text("---\n---\n", encoding="utf-8")
    assert [problem.message for problem in seeds.check(home)] == [told]


def test_the_licence_of_the_notes_is_no_note(folder: Folder) -> None:
    home = folder()
    (home / "documents" / "reuters").mkdir(parents=True)
    (home / "documents" / "LICENSE.md").write_text("CC BY 4.0", encoding="utf-8")
    note = home / "documents" / "reuters" / "2024-01-02-a-visit.md"
    note.write_text("---\n---\n", encoding="utf-8")
    assert seeds.check(home) == ()
    assert seeds.note_paths(home) == (note,)
