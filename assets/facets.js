// Beside each value of a filter's list stands how many events it would show with all else chosen.
// Streamlit's lists have no room for it: it is an attribute, which app.css writes (see ui/facets.py).
(() => {
  const LISTS = ["actor", "type", "status", "role", "outlet", "thread"];
  let open = ""; // the list that has the focus
  let counts = {};

  function tell() {
    const own = counts[open];
    for (const option of own ? document.querySelectorAll('[role="option"]') : []) {
      option.dataset.count = own[option.textContent.trim()] ?? 0;
      option.setAttribute("aria-description", option.dataset.count);
    }
  }

  const watch = new MutationObserver(tell);

  addEventListener("focusin", async ({ target }) => {
    const list = LISTS.find((name) => target.closest(`.st-key-${name}`));
    if (!list) return;
    open = list;
    watch.observe(document.body, { childList: true, subtree: true });
    const answer = await fetch(`/api/facets.json${location.search}`);
    counts = answer.ok ? await answer.json() : {};
    tell();
  });

  addEventListener("focusout", ({ target }) => {
    if (target.closest(`.st-key-${open}`)) watch.disconnect();
  });
})();
