/** Conventions a paper states in two ways: told with both places. */
import type { Problem } from "../latex/problem";
import type { Declared } from "./convention";

const names = {
  metric: "metric",
  epsilon: "sign of ε^{0123}",
  traceOfUnity: "trace of unity",
} as const;

type Key = keyof typeof names;

/** One for each place that says otherwise than the place before it. */
export const disagreements = (declared: readonly Declared[]): readonly Problem[] =>
  (Object.keys(names) as Key[]).flatMap((key) => {
    const places = declared.filter(({ change }) => change[key] !== undefined);
    return places.flatMap((place, i): readonly Problem[] => {
      const before = places[i - 1];
      if (!before || before.change[key] === place.change[key]) return [];
      const { file, line } = place;
      const elsewhere =
        before.file === file ? `line ${before.line}` : `${before.file}, line ${before.line},`;
      return [
        {
          file,
          line,
          what: `The ${names[key]} is ${shown(place, key)} here, but ${shown(before, key)} on ${elsewhere}.`,
          remedy: "Each holds from its place on; state one, or say where it changes.",
        },
      ];
    });
  });

const shown = ({ change }: Declared, key: Key): string => {
  const value = change[key];
  return key === "epsilon" && value === 1 ? "+1" : String(value).replace("-1", "−1");
};
