/** Slips planted into every step that holds: how many are still held, excused, or called by their name. */
import {
  heldSteps,
  holds,
  isKnownTrue,
  isPlainAlgebra,
  isTacit,
  planted,
  plantedPapers,
  shown,
  verdictOf,
} from "../test/kit/planted";
import { counts, print, share } from "./figures";

/** `--every N` takes every Nth step; `--tacit` those that hold under an unstated premise; slips held, excused, or of plain algebra and not named are listed as they were read. */
export function slips(args: readonly string[]): void {
  const at = args.indexOf("--every");
  const every = at < 0 ? 1 : Number(args[at + 1]);
  const paths = args.filter((arg) => arg.endsWith(".tex"));
  const steps = (paths.length > 0 ? paths : plantedPapers())
    .flatMap((path) => [...heldSteps(path)])
    .filter(({ tacit }) => tacit || !args.includes("--tacit"))
    .filter((_, place) => place % every === 0);
  const results = steps.flatMap((step) =>
    [...planted(step.claim)]
      .filter(({ claim }) => !isKnownTrue(claim))
      .map((slip) => ({ step, slip, verdict: verdictOf(step, slip.claim) })),
  );
  const held = results.filter(({ verdict }) => holds(verdict) && !isTacit(verdict));
  const excused = results.filter(({ verdict }) => holds(verdict) && isTacit(verdict));
  const plain = results.filter(
    ({ step, slip }) => isPlainAlgebra(step.claim) && !step.tacit && slip.expected,
  );
  const named = plain.filter(
    ({ slip, verdict }) =>
      verdict.kind === "refuted" &&
      verdict.diagnoses.some((diagnosis) => diagnosis.kind === slip.expected),
  );
  print(
    `steps that hold: ${steps.length}`,
    `slips not held:  ${share(results.length - held.length, results.length)}`,
    `excused by an unstated premise: ${share(excused.length, results.length)}`,
    `plain algebra refuted:          ${share(plain.filter(({ verdict }) => verdict.kind === "refuted").length, plain.length)}`,
    `  with the right diagnosis:     ${share(named.length, plain.length)}`,
    `sorts:    ${counts(results.map(({ slip }) => slip.sort))}`,
    `verdicts: ${counts(results.map(({ verdict }) => verdict.kind))}`,
  );
  const unnamed = plain.filter((result) => !named.includes(result));
  for (const { step, slip, verdict } of unnamed)
    print(
      `UNNAMED  ${step.path}  ${slip.sort}  ${verdict.kind}  ${verdict.kind === "open" ? verdict.detail : ""}  ${shown(slip.claim)}`,
    );
  for (const { step, slip, verdict } of [...held, ...excused])
    print(
      `${isTacit(verdict) ? "EXCUSED" : "HELD   "}  ${step.path}  ${slip.sort}  [${verdict.premises.flatMap(({ id, source }) => (source === "tacit" ? [id] : [])).join(" ")}]  ${shown(slip.claim)}`,
    );
}
