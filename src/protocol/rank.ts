/** Which of several verdicts a reader should see first. */
import type { Judgement } from "./review";

type Ranked = Pick<Judgement, "verdict" | "tacit" | "why">;

/** The lower, the sooner it wants attention: refuted, unread, open, unstated premise, agrees, proved, stated. */
function rank({ verdict, tacit, why }: Ranked): number {
  switch (verdict) {
    case "refuted":
      return 0;
    case "open":
      return why === "differs" ? 1 : 3;
    case "unread":
      return 2;
    case "agrees":
      return tacit ? 4 : 5;
    case "proved":
      return tacit ? 4 : 6;
    case "stated":
      return 7;
  }
}

export function worst<T extends Ranked>(steps: readonly T[]): T | undefined {
  let found: T | undefined;
  for (const step of steps) if (!found || rank(step) < rank(found)) found = step;
  return found;
}
