/** A superscript as the ways of reading one see it. */
import type { TexNode } from "../latex/node";
import type { Kind } from "./context";
import type { Dressing } from "./dressing";
import type { Name } from "./name";
import type { Reader } from "./reader";
import type { ScriptShape } from "./scriptShape";

/** A superscript without its decorations, and the name it stands on. */
export interface Superscript {
  readonly reader: Reader;
  readonly name: Name;
  readonly kind: Kind;
  readonly nodes: readonly TexNode[];
  readonly text: string;
  readonly into: Dressing;
  /** All scripts of the name. */
  readonly shape: ScriptShape;
}

/** Notes what it is; false where it is something else. */
export type Way = (script: Superscript) => boolean;
