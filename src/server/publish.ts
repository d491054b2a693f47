/** What the server says unasked: marks, diagnostics, and what it is doing. */
import type { Connection } from "vscode-languageserver";
import { marks } from "../protocol/marks";
import { type MarksParams, methods, type StatusParams } from "../protocol/messages";
import type { StepData } from "../protocol/review";
import { tallyWords } from "../protocol/summary";
import type { Client } from "./client";
import { diagnostics } from "./features/diagnostics";
import { findings } from "./features/findings";
import { fileOf, type Sheet } from "./sheet";

/** Marks and diagnostics of a sheet as it stands; lenses and hints are asked for anew after a review. */
export async function publish(
  connection: Connection,
  client: Client,
  sheet: Sheet,
  held: ReadonlySet<StepData>,
  complete: boolean,
): Promise<void> {
  const { uri, version } = sheet.document;
  const file = fileOf(sheet);
  const settings = await client.settings(uri);
  const params: MarksParams = {
    uri,
    version,
    marks: file ? marks(file, (step) => held.has(step)) : [],
    findings: file ? findings(file, held) : [],
  };
  if (client.drawsMarks) await connection.sendNotification(methods.marks, params);
  await connection.sendDiagnostics({
    uri,
    version,
    diagnostics: file
      ? diagnostics(file, {
          uri,
          text: sheet.document.getText(),
          problems: settings.problems,
          codesPage: client.codesPage,
          waiting: held,
        })
      : [],
  });
  if (complete) await client.refresh();
}

export function report(connection: Connection, sheet: Sheet, state: StatusParams["state"]): void {
  const steps = fileOf(sheet)?.displays.flatMap((display) => display.steps) ?? [];
  const words = state === "failed" ? "could not be checked; the log says why" : overview(steps);
  const params: StatusParams = { uri: sheet.document.uri, state, words };
  void connection.sendNotification(methods.status, params);
}

const overview = (steps: readonly StepData[]): string =>
  steps.length > 0 ? tallyWords(steps) : "no derivation found";
