/** Does something at once, and after that at most once in so many milliseconds. */
export function atMostEvery(ms: number, act: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    act();
  };
  const soon = (): void => {
    if (timer !== undefined) return;
    const wait = last + ms - performance.now();
    if (wait <= 0) now();
    else timer = setTimeout(now, wait);
  };
  return { now, soon };
}
