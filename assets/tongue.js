// Says in a page that is not in English which words of it are: titles, sentences, headlines.
// Streamlit's Markdown carries no language of its own, so it is told by the letters that stand there.
const HAN = /[\u3400-\u9fff]/;
const ENGLISH = /[A-Za-z]{2}.*\s.*[A-Za-z]{2}/;
const ours = new WeakSet();
let waits = false;

function look() {
  waits = false;
  for (const one of document.querySelectorAll('[data-testid="stMain"] :is(h1, p, li, a)')) {
    const parts = [...one.childNodes];
    const isMixed = parts.some((part) => part.nodeType === Node.TEXT_NODE && HAN.test(part.data));
    const other = parts.filter((part) => HAN.test(part.textContent));
    const rest = parts.filter((part) => !other.includes(part)).map((part) => part.textContent).join("");
    const isEnglish = !isMixed && ENGLISH.test(rest);
    tell(one, isEnglish ? "en" : "");
    if (isEnglish) for (const part of other) tell(part, document.documentElement.lang);
  }
}

function tell(one, language) {
  if (one.lang === language || (one.lang && !ours.has(one))) return;
  if (language) one.lang = language;
  else one.removeAttribute("lang");
  ours.add(one);
}

new MutationObserver(() => {
  if (!waits) setTimeout(look, 200); // not while a chart is being drawn, piece by piece
  waits = true;
}).observe(document, { childList: true, subtree: true, characterData: true });
