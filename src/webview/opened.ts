/** Which steps have their details open, by what they say, so that a new check does not close them. */

import type { DerivationData } from "../protocol/derivation";
import { saying } from "../protocol/words";

export type Opened = ReadonlySet<string>;

/** After a person has opened or closed the details of a card. */
export function openAfter(
  opened: Opened,
  { steps }: DerivationData,
  details: HTMLDetailsElement,
): Opened {
  const step = steps[Number(details.closest<HTMLElement>("[data-step]")?.dataset["step"])];
  if (!step) return opened;
  const rest = [...opened].filter((key) => key !== saying(step));
  return new Set(details.open ? [...rest, saying(step)] : rest);
}
