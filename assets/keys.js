// The chart by keys: arrows go from mark to mark, Enter opens what is behind it, Escape leaves.
// There is one link at a time, laid over the mark that is reached (ui/chart.py has the group for it).
const NEAR = 4; // pixels that marks of one row may differ
const ACROSS = 0.35; // how much a pixel aside counts against one up or down

export function press(group, event) {
  const chart = group.parentElement.closest(".st-key-chart")?.querySelector(".js-plotly-plot");
  const spots = chart?.data ? read(chart) : [];
  const link = group.querySelector("a");
  const here = link && reached(spots, link.dataset);
  if (event.key === "Escape" && link) {
    event.preventDefault();
    leave(group);
    group.focus();
    return;
  }
  const next = step(spots, here, event.key);
  if (!next) return;
  event.preventDefault();
  show(group, next, chart);
}

export function leave(group) {
  group.querySelector("a")?.remove();
}

// The mark under the link; where the chart was laid out anew since, the same event's nearest mark.
function reached(spots, { key, y }) {
  const far = (spot) => Math.abs(spot.y - y);
  return spots.filter((spot) => spot.key === key).sort((a, b) => far(a) - far(b))[0];
}

// All that answers to a pointer, lane by lane in the order of time.
function read(chart) {
  const found = new Map();
  for (const { customdata, x, y, base, marker, meta } of chart.data) {
    if (!customdata || !marker) continue;
    const shown = marker.opacity !== 0; // else a spot of a label, a bar, a "+4", a density
    customdata.forEach(([key, says], at) => {
      if (!key) return;
      const told = meta ? meta[says] : says;
      const name = key.includes("/") ? `${key} ${told}` : key;
      if (shown || !found.get(name)?.shown) found.set(name, { key, told, x: x[at], y: base ? base[at] + y[at] / 2 : y[at], shown });
    });
  }
  const tops = chart.layout.meta.lanes;
  const spots = [...found.values()];
  for (const spot of spots) spot.lane = tops.filter((top) => top <= spot.y).length;
  return spots.sort((a, b) => a.lane - b.lane || a.x - b.x || a.y - b.y);
}

function step(spots, here, key) {
  if (key === "Home") return spots[0];
  if (key === "End") return spots.at(-1);
  const side = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (side) return here ? spots[spots.indexOf(here) + side] : spots.at(side > 0 ? 0 : -1);
  const way = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (!way) return undefined;
  if (!here) return spots[0];
  const far = (spot) => Math.abs(spot.y - here.y) + ACROSS * Math.abs(spot.x - here.x);
  return spots.filter((spot) => way * (spot.y - here.y) > NEAR).sort((a, b) => far(a) - far(b))[0];
}

function show(group, spot, chart) {
  const wide = chart.layout.xaxis.range[1];
  const link = document.createElement("a");
  link.href = address(spot.key);
  link.dataset.key = spot.key;
  link.dataset.y = spot.y;
  link.style.left = `${(100 * spot.x) / wide}%`;
  link.style.top = `${spot.y}px`;
  const tip = document.createElement("span");
  tip.className = spot.x > wide / 2 ? "left" : "";
  tip.append(...plain(spot.told, spot.key.includes("/")));
  link.append(tip);
  link.addEventListener("click", () => setTimeout(() => {
    leave(group); // the chart will be another; the keys stay with it
    group.focus();
  }));
  leave(group);
  group.append(link);
  link.focus();
}

function address(key) {
  const asked = new URLSearchParams(location.search);
  if (key.includes("/")) {
    const [from, to] = key.split("/");
    asked.set("from", from);
    asked.set("to", to);
    return `${location.pathname}?${asked}`;
  }
  const to = new URLSearchParams({ id: key });
  const language = asked.get("lang");
  asked.delete("lang");
  if (location.pathname === "/" && asked.size) to.set("view", asked);
  if (language) to.set("lang", language);
  return `/event?${to}`;
}

// What hovering shows, without its marks: parsed, never put into the page as HTML.  An event's
// title stands in a page of any language in that of its sources.
function plain(told, isWindow) {
  const { body } = new DOMParser().parseFromString(told.replaceAll("<br>", "\n"), "text/html");
  const title = isWindow ? null : body.querySelector("b");
  if (!title) return [body.textContent];
  const first = document.createElement("b");
  first.textContent = title.textContent;
  if (!/[\u3400-\u9fff]/.test(first.textContent)) first.lang = "en";
  title.remove();
  return [first, body.textContent];
}
