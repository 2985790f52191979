"""Timelines across documents: who takes part in an event of a sentence, and when it was."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bench import semeval, semeval_when, semeval_who
from bench.semeval_words import objects, subject, verbs

REPORT = """<?xml version='1.0' encoding='utf-8'?>
<TimeML><DOCID>77</DOCID>
<DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t0" value="2011-03-09">9 March</TIMEX3></DCT>
<TEXT><s id="0">Ferry firm sells boats</s><s id="1">March 9 , 2011</s>
<s id="2">Ann Carver , who runs the line , <EVENT eid="e1">said</EVENT> on Monday that it would
<EVENT eid="e2">close</EVENT> .</s>
<s id="3">She <EVENT eid="e3">founded</EVENT> Northsea Lines in 1987 .</s>
<s id="4">Northsea Lines <EVENT eid="e4">bought</EVENT> two boats in June 2009 .</s></TEXT>
</TimeML>"""


def who_acts(sentence: str, word: str) -> str:
    tokens = sentence.split()
    found = verbs(tokens)
    n = next(i for i, verb in enumerate(found) if tokens[verb.head] == word)
    return " ".join(tokens[i] for i in subject(tokens, found, n))


@pytest.mark.parametrize(
    ("sentence", "word", "subject_"),
    [
        ("Ferry line chief Ann Carver resigned .", "resigned", "Ferry line chief Ann Carver"),
        ("Carver , head of the line , resigned .", "resigned", "Carver"),
        ("Carver sold the boats and bought a train .", "bought", "Carver"),
        ("The head of the line has not yet replied .", "replied", "The head"),
        ("Moving on , Carver praised the crew .", "Moving", "Carver"),
        ("The crew , who struck in May , returned .", "struck", "The crew"),
    ],
)
def test_the_subject_of_a_verb(sentence: str, word: str, subject_: str) -> None:
    assert who_acts(sentence, word) == subject_


def test_objects_end_with_the_clause() -> None:
    tokens = ["Carver", "sold", "two", "boats", ",", "which", "sank"]
    found = verbs(tokens)
    assert [tokens[i] for i in objects(tokens, found, 0)] == ["two", "boats"]


@pytest.mark.parametrize(
    ("sentence", "heads"),
    [
        ("The proposed sale was a thing of beauty .", []),
        ("She will close it .", ["close"]),
        ("The line sells its boats .", ["sells"]),
        ("Its sales of boats to the Reds .", []),
    ],
)
def test_verbs_are_told_by_their_form_and_place(sentence: str, heads: list[str]) -> None:
    tokens = sentence.split()
    assert [tokens[verb.head] for verb in verbs(tokens)] == heads


def test_a_person_is_called_by_the_last_name_and_by_a_pronoun() -> None:
    lines = ("Ann Carver ran , who can .", "Carver sat . She rose .")
    texts = [line.split() for line in lines]
    one = semeval_who.entity("Ann Carver", texts)
    assert one.is_person
    found = semeval_who.find(one, texts)
    assert [(named.start, named.how) for named in found[1]] == [(0, "name"), (3, "pronoun")]


def test_a_product_is_not_called_by_one_of_its_words_but_by_its_code() -> None:
    one = semeval_who.entity("Rowan R880", [])
    lines = [line.split() for line in ("The Rowan yard .", "The R880 sank .")]
    assert [bool(named) for named in semeval_who.find(one, lines)] == [False, True]


def test_a_common_noun_is_called_by_its_head_in_either_number() -> None:
    texts = [line.split() for line in ("Ferry fares rose .", "The ferry fare is up .", "No fare")]
    one = semeval_who.entity("Ferry fares", [*texts, ["ferry"]])
    assert [len(named) for named in semeval_who.find(one, texts)] == [1, 1, 1]


def test_a_company_is_called_by_its_initials_and_without_its_legal_form() -> None:
    texts = [line.split() for line in ("NL sank .", "Northsea Lines sank .", "Lines sank .")]
    one = semeval_who.entity("Northsea Lines Inc", texts)
    assert [len(named) for named in semeval_who.find(one, texts)] == [1, 1, 0]


def test_another_of_the_same_first_name_is_somebody_else() -> None:
    texts = [line.split() for line in ("Ann Carver , who ran .", "Ann Miller sat .", "Ann sat .")]
    one = semeval_who.entity("Ann Carver", texts)
    assert [len(named) for named in semeval_who.find(one, texts)[1:]] == [0, 1]


def test_what_will_be_has_no_day_unless_it_is_told() -> None:
    lines = [line.split() for line in ("She will sell it .", "She will sell it on May 3 .")]
    assert semeval_when.days(date(2011, 3, 9), lines, [(0, 2), (1, 2)]) == ["", "2011-05-03"]


def test_a_year_that_only_says_which_is_no_date() -> None:
    lines = ["She left the 1991 league .".split()]  # noqa: SIM905
    assert semeval_when.days(date(2011, 3, 9), lines, [(0, 1)]) == ["2011-03-09"]


def test_a_date_is_the_nearest_in_the_clause_else_the_day_the_story_is_of() -> None:
    told = ("Carver said so on Monday .", "In 1987 she founded the line .", "She saw the crew .")
    lines = [line.split() for line in told]
    when = semeval_when.days(date(2011, 3, 9), lines, [(0, 1), (1, 3), (2, 1)])
    assert when == ["2011-03-07", "1987-XX-XX", "2011-03-07"]


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "77-ferry.tml").write_text(REPORT, encoding="utf-8")
    (tmp_path / "names.txt").write_text("Ann Carver\nNorthsea Lines\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, track: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    args = [str(folder / "in"), str(folder / "names.txt"), str(folder / "out")]
    monkeypatch.setattr(sys, "argv", ["semeval", "--track", track, *args])
    semeval.main()
    names = ("ann_carver.txt", "northsea_lines.txt")
    return [(folder / "out" / name).read_text(encoding="utf-8") for name in names]


def test_track_a_finds_the_events_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    carver, northsea = run(folder, "A", monkeypatch)
    assert carver.splitlines()[0] == "Ann Carver"
    assert "1\t1987-XX-XX\t77-3-founded" in carver
    assert "2\t2011-03-07\t77-2-said" in carver
    assert "2\t2009-06-XX\t77-4-bought" in northsea


def test_a_verb_is_told_with_its_particle() -> None:
    line = semeval.Line("2", ("Carver", "stepped", "down", "."), (range(1, 2),))
    text = semeval.Text("77", date(2011, 3, 9), (line,))
    assert [told.id for told in semeval.given(text)] == ["77-2-stepped_down"]
    assert [told.id for told in semeval.found(text)] == ["77-2-stepped_down"]


def test_track_b_takes_the_events_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    carver, northsea = run(folder, "B", monkeypatch)
    told = {line.split("\t")[2] for text in (carver, northsea) for line in text.splitlines()[1:]}
    assert told == {"77-2-said", "77-2-close", "77-3-founded", "77-4-bought"}


def test_a_given_event_is_of_the_one_last_spoken_of_where_its_sentence_names_nobody(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = '<s id="5">Rain <EVENT eid="e5">delayed</EVENT> them .</s></TEXT>'
    path = folder / "in" / "77-ferry.tml"
    path.write_text(REPORT.replace("</TEXT>", more), encoding="utf-8")
    carver, northsea = run(folder, "B", monkeypatch)
    assert "77-5-delayed" not in carver
    assert "77-5-delayed" in northsea


def test_it_runs_as_a_script_from_anywhere(folder: Path) -> None:
    script = Path(semeval.__file__).resolve()
    asked = ["--track", "A", str(folder / "in"), str(folder / "names.txt"), str(folder / "out")]
    subprocess.run([sys.executable, str(script), *asked], cwd=folder, check=True)
    assert (folder / "out" / "ann_carver.txt").is_file()
