/** The language server as a web worker: only open documents are read. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from "vscode-languageserver/browser";
import { expanding } from "./expanding";
import { reviewing } from "./reviewing";
import { serve } from "./serve";
import { version } from "./version";

const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  review: reviewing(
    () => undefined,
    () => new Promise((resume) => setTimeout(resume)),
  ),
  expand: async (task, place) => expanding(() => undefined)(task, place),
  pathOf: (uri) => uri,
  version,
});
