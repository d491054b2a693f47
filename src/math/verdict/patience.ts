/** How long a value is looked for where each attempt is dear: integrals, sums, limits and constraints that fail everywhere. */

const attempts = 4;

/** Nothing was found so far, and the same dear thing failed this often. */
export const isHopeless = (found: number, reasons: ReadonlyMap<string, number>): boolean =>
  found === 0 &&
  [...reasons].some(
    ([why, count]) => count >= attempts && /diverge|settle|limit|sum|^constraint/.test(why),
  );
