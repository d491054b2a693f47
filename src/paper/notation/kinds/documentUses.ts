/** How a whole document uses its names: a use counts for all of it only where it is the rule. */
import type { Use } from "../context";
import { clockOf, type Survey, useKey } from "../survey";

interface Tally {
  /** Formulas the name occurs in. */
  formulas: number;
  /** Formulas it is a vector in, in whatever way that is written. */
  asVector: number;
  readonly uses: Map<Use, { formulas: number; times: number }>;
}

export function documentUses(surveys: Iterable<Survey>): (name: string, use: Use) => number {
  const tallies = new Map<string, Tally>();
  for (const survey of surveys)
    for (const [name, uses] of survey.uses) {
      const tally = tallies.get(name) ?? { formulas: 0, asVector: 0, uses: new Map() };
      tallies.set(name, tally);
      tally.formulas++;
      if ([...uses.keys()].some((use) => vectorUses.has(use))) tally.asVector++;
      for (const [use, times] of uses) {
        const known = tally.uses.get(use) ?? { formulas: 0, times: 0 };
        tally.uses.set(use, { formulas: known.formulas + 1, times: known.times + times });
      }
    }
  return (name, use) => {
    const tally = tallies.get(name);
    const known = tally?.uses.get(use);
    if (!tally || !known) return 0;
    const shown = vectorUses.has(use) ? tally.asVector : known.formulas;
    return shown >= leastShare(name, use) * tally.formulas ? known.times : 0;
  };
}

/** Variables that stand alone in parentheses behind a name in the line, m(t), and the time for what has a dot anywhere; the proper time where t itself has one. */
export function shownVariables(
  inline: Iterable<Survey>,
  surveys: Iterable<Survey>,
): (name: string, bold: boolean) => readonly string[] {
  const shown = new Map<string, ReadonlySet<string>>();
  const show = (key: string, variables: Iterable<string>) =>
    shown.set(key, new Set([...(shown.get(key) ?? []), ...variables]));
  const moving = movingIn(surveys);
  const said = [...inline];
  for (const { calls } of said) for (const [key, variables] of calls) show(key, variables);
  const clock = clockOf(new Set([...moving, ...movingIn(said)]));
  for (const key of moving) show(key, [clock]);
  return (name, bold) => [...(shown.get(useKey(name, bold)) ?? [])];
}

const movingIn = (surveys: Iterable<Survey>): ReadonlySet<string> =>
  new Set([...surveys].flatMap(({ moving }) => [...moving]));

/** Momenta stay vectors where they are neither slashed nor dotted; other letters mean many things in one paper. */
function leastShare(name: string, use: Use): number {
  if (!vectorUses.has(use)) return 0.2;
  return /^[pkqlℓPKQ]/u.test(name) ? 0.2 : 0.6;
}

const vectorUses: ReadonlySet<Use> = new Set([
  "slashed",
  "dotted",
  "four-measure",
  "greek-up",
  "greek-down",
  "greek-two",
]);
