/** The words shown for what a model says. */
import type { LinkStatus, ModelRole } from "./model";

export const statusWords: Readonly<Record<LinkStatus, string>> = {
  checked: "✓ checked",
  contradicted: "✗ contradicted",
  unchecked: "? not checkable",
};

export const roleTitles: Readonly<Record<ModelRole, string>> = {
  explain: "Explanation",
  bridge: "Step filled in",
  slip: "Search for a slip",
  ask: "Answer",
};
