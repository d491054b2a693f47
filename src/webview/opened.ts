/** Which steps have their details open, by what they say, so that a new check does not close them. */
import type { DerivationData } from "../protocol/derivation";
import type { StepData } from "../protocol/review";

export type Opened = ReadonlySet<string>;

export const stepKey = ({ left, relation, right }: StepData): string =>
  `${left}\n${relation}\n${right}`;

/** After a person has opened or closed the details of a card. */
export function openAfter(
  opened: Opened,
  { steps }: DerivationData,
  details: HTMLDetailsElement,
): Opened {
  const step = steps[Number(details.closest<HTMLElement>("[data-step]")?.dataset["step"])];
  if (!step) return opened;
  const rest = [...opened].filter((key) => key !== stepKey(step));
  return new Set(details.open ? [...rest, stepKey(step)] : rest);
}
