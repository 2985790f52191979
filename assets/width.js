// Tells the server how wide the chart's column is, when that is no longer what it was laid out for.
export default function ({ parentElement, data, setStateValue }) {
  const column = parentElement instanceof ShadowRoot ? parentElement.host : parentElement;
  let told = data.width;
  let waiting;
  const step = (width) => {
    const size = width < data.phone ? data.fine : data.coarse;
    return Math.max(data.least, Math.floor(width / size) * size);
  };
  const tell = () => {
    const width = step(column.getBoundingClientRect().width);
    if (column.isConnected && width !== told && width > 0) {
      told = width;
      setStateValue("width", width);
    }
  };
  const observer = new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, 150);
  });
  observer.observe(column);
  return () => observer.disconnect();
}
