/** Milliseconds of work after which a step is given up, whatever its budget still allows. */
const patience = 10_000;

/** Waiting for a busy machine is no work, up to this many times as long. */
const waits = 6;

/** Says whether a step that begins now has gone on for too long. */
export function impatience(): () => boolean {
  const began = performance.now();
  const before = worked();
  return () => {
    const elapsed = performance.now() - began;
    if (elapsed <= patience) return false;
    return worked() - before > patience || elapsed > waits * patience;
  };
}

/** Milliseconds this process has worked; in a browser, which does not tell, the clock. */
function worked(): number {
  return typeof process === "undefined" ? performance.now() : process.cpuUsage().user / 1000;
}
