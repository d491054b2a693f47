/** A manuscript given as text, derived: for tests. */
import { derive } from "../../src/paper/derivation/derive";
import type { Paper, Step } from "../../src/paper/derivation/paper";
import { openManuscript } from "../../src/paper/latex/manuscript";

export const paperOf = (text: string, path = "a.tex", assume: readonly string[] = []): Paper =>
  derive(openManuscript(path, text, { read: () => undefined }), { conventions: {}, assume });

export const stepsOf = (paper: Paper): readonly Step[] =>
  paper.displays.flatMap(({ steps }) => steps);

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

/** `left relation right` as typed. */
export const shownStep = ({ left, relation, right }: Step): string =>
  `${squeezed(left)} ${relation} ${squeezed(right)}`;

/** What a step may lean on, as typed. */
export const leansOn = (step: Step | undefined): readonly string[] =>
  [...(step?.candidates.map(({ premise }) => premise) ?? []), ...(step?.premises ?? [])].map(
    ({ latex }) => squeezed(latex),
  );
