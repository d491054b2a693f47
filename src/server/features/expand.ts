/** A step filled in by the engine: lines between its sides, each link judged in the paper. */
import type { CancellationToken, Connection } from "vscode-languageserver";
import { expansion } from "../../proposals/expansion";
import type { PlaceParams } from "../../protocol/messages";
import { modelMethods, type Proposal } from "../../protocol/model";
import { derivation } from "../answer";
import type { Client } from "../client";
import type { Desk } from "../desk";
import { isMarkdown } from "../documents";
import { guard } from "../guard";
import type { Expand } from "../reviewer";
import { reviewUntil } from "../reviewUntil";

export function answerExpand(
  connection: Connection,
  client: Client,
  desk: Desk,
  expand: Expand,
): void {
  connection.onRequest(
    modelMethods.expand,
    ({ uri, place }: PlaceParams, token: CancellationToken) =>
      guard<Proposal | null>(connection.console, "expand", null, async () => {
        const sheet = desk.sheet(uri);
        if (sheet && !sheet.review) await desk.check(uri);
        const data = sheet && derivation(sheet, place);
        const step = data?.steps[Math.max(0, data.current)];
        if (!sheet || !data || !step) return null;
        const controller = new AbortController();
        token.onCancellationRequested(() => controller.abort());
        const { signal } = controller;
        const source = sheet.document.getText();
        const settings = await client.settings(uri);
        const sides = await expand(desk.taskOf(uri, source, settings), step.start, signal);
        if (sides.length === 0) return null;
        const markdown = isMarkdown(sheet.document.languageId);
        const review = reviewUntil(desk, uri, settings, signal);
        return (await expansion({ data, source, markdown }, sides, review)) ?? null;
      }),
  );
}
