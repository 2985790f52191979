// The timeline as a drawing, until Streamlit's and Plotly's scripts are there: asked for at once,
// shown over the empty page, then in the place of the chart, gone when the chart itself is drawn.
// Those scripts would keep the browser from painting it: they run after it (see ui/static.py).
"use strict";

const PATIENCE = 1500; // ms that the scripts wait for the drawing
const LONGEST = 30_000; // ms; by then the page says itself what is wrong

function address() {
  const asked = new URLSearchParams(location.search);
  asked.set("window", Math.round(document.documentElement.clientWidth || innerWidth));
  asked.set("theme", shownTheme());
  return `/first?${asked}`;
}

// As Streamlit chooses it: what the reader set on this page before, else the system's.
function shownTheme() {
  const set = localStorage.getItem(`stActiveTheme-${location.pathname}-v2`) ?? "";
  const named = /"name":\s*"(?:Custom Theme )?(Dark|Light)/.exec(set);
  if (named) return named[1].toLowerCase();
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

const links = (name) => [...document.querySelectorAll(`link.${name}`)];

// Fetched while the drawing is shown, run only then: it would wait for them on a slow machine.
function fetchScripts() {
  for (const link of [...links("run"), ...links("module")]) link.rel = "preload";
}

let started = false;
function runScripts() {
  if (started) return;
  started = true;
  for (const { href } of links("run")) {
    const script = document.createElement("script");
    document.head.append(Object.assign(script, { type: "module", crossOrigin: "", src: href }));
  }
  for (const link of links("module")) link.rel = "modulepreload";
}

function whenBody(act) {
  if (document.body) act();
  else requestAnimationFrame(() => whenBody(act));
}

function afterPaint(act) {
  requestAnimationFrame(() => setTimeout(act));
}

function isDrawn() {
  return document.querySelector(".st-key-chart .js-plotly-plot .main-svg text") !== null;
}

// The controls stand above the chart: before them it would jump.
function hasControls() {
  return document.querySelector('[data-testid="stMain"] :is(.stSelectbox, .stExpander)') !== null;
}

// Nothing to wait for: a script run has ended without a chart.
function isChartless() {
  return document.querySelector('[data-test-script-state="notRunning"] .st-key-footer') !== null;
}

function show(html) {
  document.body.insertAdjacentHTML("afterbegin", html);
  const page = document.getElementById("first");
  const drawing = page.querySelector(".first-chart");
  drawing.querySelector("svg").setAttribute("preserveAspectRatio", "none"); // as Plotly stretches
  const height = drawing.getBoundingClientRect().height;

  const form = page.querySelector("form");
  form.addEventListener("change", (change) => change.target.type !== "search" && form.requestSubmit());
  form.addEventListener("submit", () => { // what is not chosen stays out of the address
    for (const one of form.elements) one.disabled = one.name !== "" && one.value === "";
  });
  form.addEventListener("focusout", () => setTimeout(() => look()));
  const isInUse = () => form.contains(document.activeElement);

  const leave = () => {
    observer.disconnect();
    drawing.closest(".st-key-chart")?.style.removeProperty("min-height");
    drawing.remove();
    page.remove();
  };
  const look = () => {
    const chart = document.querySelector(".st-key-chart");
    if (isInUse()) return; // a reader's choice is not taken from under the hand
    if (isDrawn() || (!chart && isChartless())) leave();
    else if (chart && page.isConnected && hasControls()) {
      chart.style.minHeight = `${height}px`;
      chart.append(drawing);
      page.remove();
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-test-script-state"],
  });
  setTimeout(leave, LONGEST);
}

setTimeout(() => whenBody(runScripts), PATIENCE);
fetch(address(), { priority: "high" })
  .then((answer) => (answer.status === 200 ? answer.text() : ""))
  .catch(() => "") // the page comes without it
  .then((html) => whenBody(() => {
    if (html && !hasControls()) show(html); // late, but before the page itself
    fetchScripts();
    afterPaint(runScripts);
  }));
