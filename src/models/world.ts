/** What asking a model takes from outside: the key, the wire, the patience, the editor's own models. */
import type { AskEditor } from "./editor";
import type { Patience } from "./retry";
import type { Wire } from "./wire";

export interface World {
  readonly key: string;
  readonly askEditor?: AskEditor;
  readonly wire?: Wire;
  readonly patience?: Patience;
}
