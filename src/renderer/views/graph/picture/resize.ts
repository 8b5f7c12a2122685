import type { Size } from './camera';

/**
 * Tells the size (CSS pixels) and the device pixels for each, now and with each change.
 * @returns its end
 */
export function onResize(
  element: HTMLElement,
  tell: (size: Size, ratio: number) => void,
): () => void {
  const say = () =>
    tell({ width: element.clientWidth, height: element.clientHeight }, devicePixelRatio);
  const observer = new ResizeObserver(say);
  observer.observe(element);
  let query: MediaQueryList;
  // A query knows one density: another one has to be asked for by a new query.
  const dense = () => {
    query.removeEventListener('change', dense);
    watch();
    say();
  };
  const watch = () => {
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', dense);
  };
  watch();
  return () => {
    observer.disconnect();
    query.removeEventListener('change', dense);
  };
}
