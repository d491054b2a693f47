/** Arrow keys walk over the steps; one of them at a time is a tab stop. */

/** Moves the focus and says whether the key was meant for it. */
export function focusByKey(root: HTMLElement, from: HTMLElement, key: string): boolean {
  if (!from.matches("[data-step]")) return false;
  const steps = [...root.querySelectorAll<HTMLElement>("[data-step]")];
  const to = steps[target(key, steps.indexOf(from), steps.length)];
  if (!to) return false;
  for (const step of steps) step.tabIndex = step === to ? 0 : -1;
  to.focus();
  return true;
}

/** Position to go to from `at` among `count`; −1 for a key that moves nothing. */
export function target(key: string, at: number, count: number): number {
  switch (key) {
    case "ArrowDown":
      return Math.min(at + 1, count - 1);
    case "ArrowUp":
      return Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return -1;
  }
}
