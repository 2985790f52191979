// A choice is on the screen at once: its drawing is asked for as soon as the address names it, and
// shown over the chart until Streamlit and Plotly have drawn the same (see ui/first.py).
"use strict";

const CHART = ".st-key-chart .js-plotly-plot";
const UNRUN = 3000; // ms; a script run that has not begun by then will not

// As Streamlit chooses it: what the reader set on this page before, else the system's.
function shownTheme() {
  const set = localStorage.getItem(`stActiveTheme-${location.pathname}-v2`) ?? "";
  const named = /"name":\s*"(?:Custom Theme )?(Dark|Light)/.exec(set);
  if (named) return named[1].toLowerCase();
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

// Measured ahead: to ask when the page is changing makes the browser lay it all out.
let wide = 0;
function measure() {
  wide = Math.round(document.documentElement.clientWidth || innerWidth);
}
measure();
addEventListener("resize", measure);

// Where the drawing of what the address chooses is: with the page's head, or a part of it alone.
function sight(part, search = location.search) {
  const asked = new URLSearchParams(search);
  asked.set("window", wide);
  asked.set("theme", shownTheme());
  if (part) asked.set("part", part);
  return `/first?${asked}`;
}

function isDrawn() {
  return document.querySelector(`${CHART} .main-svg text`) !== null;
}

function scriptState() {
  return document.querySelector("[data-test-script-state]")?.dataset.testScriptState;
}

// Until a script run that has begun since is over, and what it sent is drawn.
function settled() {
  return new Promise((done) => {
    let ran = scriptState() === "running";
    const look = () => {
      ran ||= scriptState() === "running";
      if (!ran || scriptState() !== "notRunning" || !isDrawn()) return;
      watch.disconnect();
      requestAnimationFrame(() => requestIdleCallback(done, { timeout: 1000 }));
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, {
      childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state"],
    });
    setTimeout(() => look((ran = true)), UNRUN);
  });
}

// Plotly stretches its chart to the column, and so is the drawing.
function stretched(drawing) {
  drawing.querySelector("svg")?.setAttribute("preserveAspectRatio", "none");
  return drawing;
}

function parsed(html) {
  const held = document.createElement("template");
  held.innerHTML = html;
  return stretched(held.content.querySelector(".first-chart"));
}

// In the place of the drawing that is shown, else over the chart.
function show(drawing) {
  const shown = document.querySelector("#first .first-chart, .st-key-chart > .first-chart");
  const room = document.querySelector(".st-key-chart");
  if (shown) shown.replaceChildren(...drawing.childNodes);
  else room?.append(drawing);
  const over = room?.querySelector(":scope > .first-chart");
  if (!over) return;
  room.classList.add("repainting");
  room.style.maxHeight = `${over.getBoundingClientRect().height}px`;
}

function uncover() {
  const room = document.querySelector(".st-key-chart");
  room?.classList.remove("repainting");
  room?.style.removeProperty("max-height");
  room?.querySelector(":scope > .first-chart")?.remove();
}

let latest = 0;
async function repaint(search) {
  const mine = ++latest;
  let over = false;
  settled().then(() => {
    over = true;
    if (mine === latest) uncover();
  });
  const answer = await fetch(sight("chart", search), { priority: "high" }).catch(() => null);
  const html = answer?.status === 200 ? await answer.text() : "";
  if (html && mine === latest && !over) show(parsed(html));
}

// What of the address chooses events: not the page of the table below the chart.
function choice(search = location.search) {
  const asked = new URLSearchParams(search);
  asked.delete("page");
  return `${location.pathname}?${asked}`;
}

let known = choice();
function follow() {
  const before = known;
  known = choice();
  if (known !== before && known.startsWith("/?") && before.startsWith("/?")) repaint();
}

for (const name of ["pushState", "replaceState"]) {
  const act = history[name];
  history[name] = function (...given) {
    act.apply(this, given);
    follow();
  };
}
addEventListener("popstate", follow);

// The button that clears all: the address follows only after the page's script has run.
addEventListener("click", (press) => {
  if (location.pathname !== "/" || !press.target.closest?.(".st-key-clear button")) return;
  const asked = new URLSearchParams(location.search);
  const lang = asked.get("lang");
  const cleared = lang ? `?${new URLSearchParams({ lang })}` : "";
  known = choice(cleared);
  repaint(cleared);
}, true);

// Plotly's chunk keeps a browser busy for a second: where a drawing stands in for the chart it runs
// when the page stands and the browser has nothing else to do (see ui/static.py).
const LATEST = 8000; // ms
window.plotlyMayRun = new Promise((done) => {
  const look = () => {
    if (scriptState() !== "notRunning" || !document.querySelector(".st-key-footer")) return;
    watch.disconnect();
    requestIdleCallback(() => setTimeout(done, 50), { timeout: 2000 });
  };
  const watch = new MutationObserver(look);
  watch.observe(document, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state"],
  });
  setTimeout(() => (watch.disconnect(), done()), LATEST);
});
