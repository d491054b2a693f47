/** Source the notation rules do not cover: shown to the author as a note, never as an error. */
import type { Span } from "../text/span";

export interface Gap {
  readonly span: Span;
  /** What stands there, as TeX writes it. */
  readonly token: string;
  readonly why: string;
}
