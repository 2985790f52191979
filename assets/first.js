// The timeline as a drawing, until Streamlit's and Plotly's scripts are there: asked for at once,
// shown over the empty page, then in the place of the chart, gone when the chart itself is drawn.
// Those scripts would keep the browser from painting it: they run after it (see ui/static.py).
"use strict";

const LONGEST = 30_000; // ms; by then a page that is not there says itself what is wrong
const PATIENCE = 1500; // ms that the scripts wait for the drawing

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

// The controls stand above the chart: before them it would jump.
function hasControls() {
  return document.querySelector('[data-testid="stMain"] :is(.stSelectbox, .stExpander)') !== null;
}

// Nothing to wait for: a script run has ended without a chart.
function isChartless() {
  return document.querySelector('[data-test-script-state="notRunning"] .st-key-footer') !== null;
}

// What is chosen in the form goes into the address at once, and so on the screen (see repaint.js);
// the script of the page, where it runs already, is told.
function choose(form) {
  const given = [...new FormData(form)].filter(([, value]) => value !== "");
  const asked = given.length ? `?${new URLSearchParams(given)}` : "";
  if (asked === location.search) return;
  history.replaceState({}, "", `/${asked}`);
  dispatchEvent(new PopStateEvent("popstate"));
}

function showFirst(html) {
  document.body.insertAdjacentHTML("afterbegin", html);
  const page = document.getElementById("first");
  const drawing = stretched(page.querySelector(".first-chart"));
  const height = () => drawing.getBoundingClientRect().height;

  const form = page.querySelector("form");
  form.addEventListener("change", () => choose(form));
  form.addEventListener("submit", (submit) => {
    submit.preventDefault();
    choose(form);
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
    if (chart?.classList.contains("repainting")) return;
    if (isDrawn() || (!chart && isChartless())) leave();
    else if (chart && page.isConnected && hasControls()) {
      chart.style.minHeight = `${height()}px`;
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
  setTimeout(() => page.isConnected && leave(), LONGEST);
}

setTimeout(() => whenBody(runScripts), PATIENCE);
fetch(sight(), { priority: "high" })
  .then((answer) => (answer.status === 200 ? answer.text() : ""))
  .catch(() => "") // the page comes without it
  .then((html) => whenBody(() => {
    if (html && !hasControls()) showFirst(html); // late, but before the page itself
    fetchScripts();
    afterPaint(runScripts);
  }));
