// An overview of all events by time, on which a window of it is chosen: drag across it for a new
// window, drag the window or its edges, double-click for all; or Tab to an edge and use the arrows.
const SLOT = 6; // pixels at either edge of a handle that still take hold of it
const HOLD = 3000; // ms that what a reader asks for stands against answers to what was asked before

export default function ({ parentElement, data, setStateValue }) {
  const { counts, names, starts } = data;
  const last = counts.length;
  const before = parentElement.querySelector(".brush");
  const asked = before?.asked;
  const isAnswer = !asked || (asked.from === data.from && asked.to === data.to);
  const holds = !isAnswer && performance.now() - asked.at < HOLD;
  let { from, to } = holds ? asked : data;
  const held = [...(before?.querySelectorAll(".edge") ?? [])].findIndex((edge) => edge.matches(":focus"));
  before?.remove();
  const root = document.createElement("div");
  root.className = "brush";
  root.innerHTML = `<div class="bars" aria-hidden="true"></div><div class="window"></div>
    <div class="edge" role="slider" tabindex="0"></div>
    <div class="edge" role="slider" tabindex="0"></div><span class="said"></span>`;
  parentElement.append(root);
  const [bars, pane, left, right, said] = root.children;
  const most = Math.max(...counts, 1);
  for (const count of counts) {
    const bar = document.createElement("i");
    bar.style.height = count ? `${Math.max(8, (100 * count) / most)}%` : "0";
    bars.append(bar);
  }

  const name = (index) => names[Math.min(Math.max(index, 0), last - 1)];
  function draw() {
    const share = (index) => `${(100 * index) / last}%`;
    Object.assign(pane.style, { left: share(from), width: share(to - from) });
    left.style.left = share(from);
    right.style.left = share(to);
    const edges = [
      [left, data.first, from, 0, to - 1, name(from)],
      [right, data.final, to, from + 1, last, name(to - 1)],
    ];
    for (const [edge, label, now, least, highest, text] of edges) {
      edge.setAttribute("aria-label", label);
      edge.setAttribute("aria-valuemin", least);
      edge.setAttribute("aria-valuemax", highest);
      edge.setAttribute("aria-valuenow", now);
      edge.setAttribute("aria-valuetext", text);
    }
    said.textContent = from > 0 || to < last ? `${name(from)} – ${name(to - 1)}` : data.all;
    [...bars.children].forEach((bar, at) => bar.classList.toggle("in", at >= from && at < to));
  }
  let told = `${data.from} ${data.to}`;
  function tell() {
    root.waits = false;
    if (told === `${from} ${to}`) return;
    told = `${from} ${to}`;
    root.asked = { from, to, at: performance.now() };
    setStateValue("window", {
      from: from > 0 ? starts[from] : "",
      to: to < last ? starts[to] : "",
    });
  }
  function set(start, end) {
    from = Math.min(Math.max(Math.round(start), 0), last - 1);
    to = Math.max(Math.min(Math.round(end), last), from + 1);
    draw();
  }

  const at = (event) => {
    const box = bars.getBoundingClientRect();
    return ((event.clientX - box.left) / box.width) * last;
  };
  let drag = null;
  root.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    const width = bars.getBoundingClientRect().width / last;
    const place = at(event);
    const near = (edge) => Math.abs(place - edge) * width <= SLOT;
    const whole = from === 0 && to === last;
    const kind = near(from) ? "from" : near(to) ? "to" : !whole && place > from && place < to ? "move" : "new";
    drag = { kind, place, from, to };
    root.setPointerCapture(event.pointerId);
  });
  root.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const place = at(event);
    const by = Math.round(place - drag.place);
    if (drag.kind === "from") set(Math.min(place, to - 1), to);
    else if (drag.kind === "to") set(from, place);
    else if (drag.kind === "move") {
      const start = Math.min(Math.max(drag.from + by, 0), last - (drag.to - drag.from));
      set(start, start + drag.to - drag.from);
    } else if (Math.abs(place - drag.place) * (bars.clientWidth / last) > 3) {
      set(Math.floor(Math.min(place, drag.place)), Math.ceil(Math.max(place, drag.place)));
    }
  });
  root.addEventListener("pointerup", () => {
    drag = null;
    tell();
  });
  root.addEventListener("pointercancel", () => {
    if (drag) set(drag.from, drag.to);
    drag = null;
  });
  root.addEventListener("dblclick", () => {
    set(0, last);
    tell();
  });
  const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 };
  function key(event) {
    const isLeft = event.currentTarget === left;
    const now = isLeft ? from : to;
    const ends = { Home: isLeft ? 0 : from + 1, End: isLeft ? to - 1 : last };
    const next = event.key in ends ? ends[event.key] : now + (STEPS[event.key] ?? NaN);
    if (Number.isNaN(next)) return;
    event.preventDefault();
    if (isLeft) set(Math.min(next, to - 1), to);
    else set(from, next);
    tellSoon();
  }
  let waiting;
  function tellSoon() {
    root.waits = true;
    root.asked = { from, to, at: performance.now() };
    clearTimeout(waiting);
    waiting = setTimeout(tell, 400);
  }
  left.addEventListener("keydown", key);
  right.addEventListener("keydown", key);
  set(from, to);
  if (holds) hold();
  [left, right][held]?.focus({ preventScroll: true }); // it is made anew with each choice
  return () => clearTimeout(waiting);

  // An older answer has come: what was asked since goes on, unless nothing answers it.
  function hold() {
    root.asked = asked;
    if (before.waits) tellSoon();
    setTimeout(() => {
      if (root.isConnected && root.asked === asked) set(data.from, data.to);
    }, HOLD);
  }
}
