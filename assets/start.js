// Runs before Streamlit.  It tells the server how wide the window is, so that the first chart is
// laid out for it, and lets links inside the site open in this tab, without a reload.
"use strict";

// Where the server is, so that Streamlit need not try out addresses below the page's own; and
// nobody may frame the site and speak to it.
const home = `${location.origin}/`;
window.__streamlit = {
  BACKEND_BASE_URL: home,
  MAIN_PAGE_BASE_URL: home,
  HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false, metricsUrl: "" },
};

function rememberWidth() {
  const width = Math.round(document.documentElement.clientWidth || window.innerWidth);
  document.cookie = `timeline_width=${width}; path=/; SameSite=Strict; max-age=86400`;
}

function isPlainClick(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

// Files have a dot in their name, pages none; a file that a browser shows gets a tab of its own.
const isFile = (path) => /\.\w+$|^\/embed$/.test(path);
const isShown = (path) => /^\/(event\/|feed|openapi|embed)/.test(path);

function openHere(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!link || !isPlainClick(event)) return;
  const address = new URL(link.getAttribute("href"), location.href);
  if (address.origin !== location.origin) return;
  if (isFile(address.pathname)) {
    if (!isShown(address.pathname)) link.removeAttribute("target"); // an attachment: no empty tab
    return;
  }
  const isDrawn = link.closest(".st-key-chart, .ladder") !== null; // see first.js, ui/drawn.py
  if (link.target !== "_blank" && !isDrawn) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.detail === 0 && address.pathname !== location.pathname) focusHeading(link);
  history.pushState({}, "", address.pathname + address.search + address.hash);
  window.dispatchEvent(new PopStateEvent("popstate"));
  window.scrollTo(0, 0);
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
}

// Who comes by key goes on from the new page's heading, once the page left is gone.
function focusHeading(link) {
  const left = link.closest(".st-key-chart") ?? link;
  const until = performance.now() + 10_000;
  const look = setInterval(() => {
    const heading = document.querySelector('[data-testid="stMain"] h1');
    if ((left.isConnected || !heading) && performance.now() < until) return;
    clearInterval(look);
    if (!heading || document.activeElement !== document.body) return;
    heading.tabIndex = -1;
    heading.focus();
  }, 50);
}

// One act of a reader is one step back.  Streamlit replaces the address where a control is used, and
// pushes the new value of each where several are set at once.
const TOGETHER = 100; // ms
const put = { push: history.pushState.bind(history), replace: history.replaceState.bind(history) };
let [pushed, acted, stepped] = [-TOGETHER, 0, 0]; // when
function isHere(url) {
  const to = new URL(url ?? "", location.href);
  return to.pathname === location.pathname && to.search !== location.search;
}
history.pushState = (state, title, url) => {
  const isMore = performance.now() - pushed < TOGETHER && isHere(url);
  pushed = performance.now();
  put[isMore ? "replace" : "push"](state, title, url);
};
history.replaceState = (state, title, url) => {
  const isAct = acted > stepped && navigator.userActivation?.isActive !== false;
  const isOfStreamlit = document.querySelector("[data-test-script-state]") !== null;
  if (isAct && isOfStreamlit && isHere(url)) history.pushState(state, title, url);
  else put.replace(state, title, url);
};
for (const act of ["pointerdown", "keydown"]) {
  window.addEventListener(act, () => (acted = performance.now()), true);
}
window.addEventListener("popstate", () => (stepped = performance.now()), true);

// The chart by keys: its script is fetched when a reader first presses one there.
const KEYS = /^\/assets\/[0-9a-f]{10}\/keys\.js$/;
async function pressKey(event) {
  const group = event.target instanceof Element ? event.target.closest(".keys") : null;
  if (!group || !KEYS.test(group.dataset.script) || event.metaKey || event.ctrlKey || event.altKey) return;
  if (/^(Arrow|Home|End)/.test(event.key)) event.preventDefault(); // the page must not scroll meanwhile
  (await import(group.dataset.script)).press(group, event);
}

// Paper is narrower than a window: how wide a chart is now, for assets/app.css.
function tellPrinter() {
  const width = document.querySelector(".js-plotly-plot")?.clientWidth;
  if (width) document.documentElement.style.setProperty("--chart-width", width);
}

rememberWidth();
window.addEventListener("beforeprint", tellPrinter);
document.addEventListener("keydown", pressKey);
window.addEventListener("resize", rememberWidth);
document.addEventListener("click", openHere, true);
