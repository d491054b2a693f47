/** The language server: documents in, findings out; each feature is a function of a review. */
import type { Connection } from "vscode-languageserver";
import { answer } from "./answer";
import { Client } from "./client";
import { Desk } from "./desk";
import { answerExpand } from "./features/expand";
import { answerModels, type Models } from "./features/model";
import { listen } from "./listen";
import { publish, report } from "./publish";
import type { Expand, Review } from "./reviewer";

/** What differs between a process of its own and a web worker. */
export interface ServerWorld {
  readonly review: Review;
  readonly expand: Expand;
  pathOf(uri: string): string;
  readonly version: string;
  /** What asking a model takes, loaded with the first question; absent where nothing can be sent. */
  readonly models?: () => Models;
}

export function serve(connection: Connection, world: ServerWorld): void {
  const client = new Client(connection);
  const failed = (what: string) => (error: unknown) =>
    connection.console.error(`${what}: ${error instanceof Error ? error.stack : error}`);
  const desk = new Desk({
    review: world.review,
    now: () => performance.now(),
    pathOf: world.pathOf,
    settingsOf: (uri) => client.settings(uri),
    publish: (sheet, held, complete) =>
      void publish(connection, client, sheet, held, complete).catch(failed("publish")),
    report: (sheet, state) => report(connection, sheet, state),
    failed: (what, error) => failed(what)(error),
  });

  connection.onInitialize((params) => client.greet(params, world.version));
  connection.onInitialized(() =>
    client.listen(() => {
      for (const { document } of desk.sheets()) desk.recheck(document.uri);
    }),
  );
  listen(connection, client, desk);
  answer(connection, client, desk);
  answerExpand(connection, client, desk, world.expand);
  answerModels(connection, client, desk, world.models);
  connection.listen();
}
