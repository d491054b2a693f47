/** What a whole paper rests on: its conventions, and its premises with the steps that lean on them. */
import { group } from "./group";
import type { FileData, PremiseData, ReviewData } from "./review";
import type { Macros } from "./typeset";
import { holds, signatureWord } from "./words";

export interface AssumptionsData {
  readonly uri: string;
  readonly conventions: readonly ConventionData[];
  readonly premises: readonly PremiseUse[];
  readonly macros: Macros;
}

export interface ConventionData {
  readonly name: string;
  readonly value: string;
  /** Line that says so; null for a default. */
  readonly line: number | null;
}

export interface PremiseUse {
  readonly premise: PremiseData;
  /** Lines of the steps that lean on it. */
  readonly lines: readonly number[];
}

export function assumptionsOf(review: ReviewData, uri: string): AssumptionsData {
  const file = review.files[0];
  return {
    uri,
    conventions: conventionsOf(review),
    premises: file ? premisesOf(file) : [],
    macros: file?.macros ?? {},
  };
}

/** What the steps of a file that hold lean on, what is left unsaid first. */
export function premisesOf({ displays }: FileData): readonly PremiseUse[] {
  const uses = displays
    .flatMap(({ steps }) => steps)
    .filter(holds)
    .flatMap((step) => step.premises.map((premise) => ({ premise, line: step.end.line })));
  const premises = [...group(uses, ({ premise }) => nameOf(premise)).values()].flatMap((alike) => {
    const premise = alike[0]?.premise;
    return premise ? [{ premise, lines: [...new Set(alike.map(({ line }) => line))] }] : [];
  });
  premises.sort((a, b) => order.indexOf(a.premise.source) - order.indexOf(b.premise.source));
  return premises;
}

/** Unstated ones first: they are what an author may want to write down. */
const order: readonly PremiseData["source"][] = ["tacit", "proposed", "stated", "convention"];

const nameOf = ({ source, id, latex }: PremiseData): string => `${source} ${id} ${latex}`;

export function conventionsOf({ conventions }: ReviewData): readonly ConventionData[] {
  const { metric, dim, epsilon, sources } = conventions;
  const line = (key: string) => sources.find((source) => source.key === key)?.line ?? null;
  return [
    { name: "metric", value: signatureWord(metric), line: line("metric") },
    { name: "dimension", value: dim, line: line("dim") },
    { name: "ε⁰¹²³", value: epsilon === 1 ? "+1" : "−1", line: line("epsilon") },
  ];
}
