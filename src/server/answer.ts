/** Requests and what they get: one feature each, as a function of the review of a document. */
import type { Connection } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { assumptionsOf } from "../protocol/assumptions";
import { derivationAt } from "../protocol/derivation";
import { marks } from "../protocol/marks";
import {
  type AppearanceParams,
  type CheckParams,
  type CursorParams,
  methods,
  type PlaceParams,
  type ReportParams,
  type SelectionParams,
} from "../protocol/messages";
import type { FileData, Place } from "../protocol/review";
import { htmlReport } from "../report/html";
import type { Client } from "./client";
import type { Desk } from "./desk";
import { isMarkdown } from "./documents";
import { checkSelection } from "./features/checkSelection";
import { codeActions } from "./features/codeActions";
import { codeLens } from "./features/codeLens";
import { hover } from "./features/hover";
import { inlayHints } from "./features/inlayHints";
import { readAs } from "./features/readAs";
import { guard } from "./guard";
import type { Settings } from "./settings";
import { fileOf, type Sheet, settle } from "./sheet";
import { toPlace } from "./toLsp";

export function answer(connection: Connection, client: Client, desk: Desk): void {
  const { console } = connection;
  /** Answers from the review of a document, where there is one. */
  const about = <T>(
    what: string,
    uri: string,
    otherwise: T,
    found: (sheet: Sheet, file: FileData, settings: Settings) => T,
  ) =>
    guard(console, what, otherwise, async () => {
      const sheet = desk.sheet(uri);
      const file = sheet && fileOf(sheet);
      return file ? found(sheet, file, await client.settings(uri)) : otherwise;
    });
  const now = () => performance.now();

  connection.onHover(({ textDocument: { uri }, position }) =>
    about("hover", uri, null, (sheet, file, settings) =>
      settings.hover
        ? (hover(file, toPlace(position), {
            uri,
            foreground: client.foreground,
            waiting: settle(sheet, now()),
            ...(client.foreground ? { problems: settings.problems } : {}),
          }) ?? null)
        : null,
    ),
  );
  connection.onCodeLens(({ textDocument: { uri } }) =>
    about("code lens", uri, [], (sheet, file, settings) =>
      settings.codeLens ? codeLens(file, uri, settle(sheet, now())) : [],
    ),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    about("inlay hints", uri, [], (sheet, file, settings) => {
      if (!settings.inlayHints && client.drawsMarks) return [];
      const held = settle(sheet, now());
      const length = (line: number) => lineLength(sheet.document, line);
      return inlayHints(
        marks(file, (step) => held.has(step)),
        length,
        range,
      );
    }),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context }) =>
    about("quick fixes", uri, [], (sheet, file) => {
      const { document } = sheet;
      return codeActions(file, range, {
        uri,
        version: document.version,
        text: document.getText(),
        diagnostics: context.diagnostics,
        markdown: isMarkdown(document.languageId),
        preview: client.previews,
        waiting: settle(sheet, now()),
      });
    }),
  );
  connection.onRequest(methods.derivation, ({ uri, place }: PlaceParams) =>
    about("derivation", uri, null, (sheet) => derivation(sheet, place)),
  );
  connection.onRequest(methods.readAs, ({ uri, place }: PlaceParams) =>
    about("reading", uri, null, (_, file) => readAs(file, place)),
  );
  connection.onRequest(methods.check, ({ uri, place }: CheckParams) =>
    guard(console, "check", null, async () => {
      await desk.check(uri, place ? 8 : 1);
      const sheet = desk.sheet(uri);
      return sheet && place ? derivation(sheet, place) : null;
    }),
  );
  connection.onRequest(methods.checkSelection, (params: SelectionParams) =>
    guard(console, "selection", null, async () =>
      checkSelection(desk, params, await client.settings(params.uri)),
    ),
  );
  connection.onRequest(methods.report, ({ uri, styles }: ReportParams) =>
    about("report", uri, null, ({ review }) => (review ? htmlReport(review, styles) : null)),
  );
  connection.onRequest(methods.assumptions, ({ uri }: { uri: string }) =>
    about("assumptions", uri, null, ({ review }) => (review ? assumptionsOf(review, uri) : null)),
  );
  connection.onRequest(methods.clear, ({ uri }: { uri: string }) => desk.clear(uri));
  connection.onNotification(methods.cursor, ({ uri, place }: CursorParams) =>
    desk.cursor(uri, place),
  );
  connection.onNotification(methods.appearance, ({ foreground }: AppearanceParams) => {
    client.foreground = foreground;
  });
}

export function derivation(sheet: Sheet, place: Place) {
  const { review, document, reviewed } = sheet;
  if (!review) return null;
  const { uri, version } = document;
  const about = { uri, version, stale: reviewed !== version };
  return derivationAt(review, place, about, settle(sheet, performance.now()));
}

const lineLength = (document: TextDocument, line: number): number =>
  document
    .getText({
      start: { line: line - 1, character: 0 },
      end: { line, character: 0 },
    })
    .replace(/\r?\n$/, "").length;
