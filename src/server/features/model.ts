/** Questions to models: what would be sent, the answer as it arrives, and what the engine finds of it. */
import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
} from "vscode-languageserver";
import type { AskEditor } from "../../models/editor";
import type { Profile } from "../../models/profile";
import type { Part } from "../../models/question";
import type { Occasion } from "../../proposals/propose";
import {
  type AnswerPart,
  type AskParams,
  type EditorQuestion,
  modelMethods,
  type PayloadData,
  type ProbeData,
  type ProbeParams,
  type Problem,
  type ProfileList,
  type SendParams,
} from "../../protocol/model";
import { atMostEvery } from "../../protocol/throttle";
import { derivation } from "../answer";
import type { Client } from "../client";
import type { Desk } from "../desk";
import { isMarkdown } from "../documents";
import { guard } from "../guard";
import { reviewUntil } from "../reviewUntil";

export type Models = typeof import("../../proposals/main");

interface Asked {
  readonly profile: Profile;
  readonly occasion: Occasion;
}

export function answerModels(
  connection: Connection,
  client: Client,
  desk: Desk,
  load: (() => Models) | undefined,
): void {
  const { console } = connection;
  const editorParts = new Map<number, (text: string) => void>();
  let loaded: Models | undefined;
  const models = (): Models | undefined => {
    loaded ??= load?.();
    return loaded;
  };

  connection.onRequest(modelMethods.payload, (params: AskParams) =>
    guard<unknown>(console, "model", brokenHere, async () => {
      const door = models();
      const asked = door ? await prepare(door, desk, params) : nothingHere;
      if (!door || "what" in asked) return asked;
      const { profile, occasion } = asked;
      return {
        kind: "payload",
        profile: profile.name,
        model: profile.model,
        endpoint: endpointOf(profile),
        local: door.staysHere(profile),
        messages: door.payload(occasion),
      } satisfies PayloadData;
    }),
  );

  connection.onRequest(modelMethods.ask, (params: SendParams, token: CancellationToken) =>
    guard<unknown>(console, "model", brokenHere, async () => {
      const door = models();
      const asked = door ? await prepare(door, desk, params) : nothingHere;
      if (!door || "what" in asked) return asked;
      const { profile, occasion } = asked;
      if (endpointOf(profile) !== params.endpoint) return elsewhere;
      const controller = new AbortController();
      token.onCancellationRequested(() => controller.abort());
      const { signal } = controller;
      const began = performance.now();
      const posts = inPosts(
        (part) => connection.sendNotification(modelMethods.part, part),
        params.id,
      );
      const ask = door.asker(profile, {
        key: params.key,
        askEditor: editorOf(params.id, profile),
      });
      const settings = await client.settings(params.uri);
      const review = reviewUntil(desk, params.uri, settings, signal);
      try {
        const proposal = await door.propose(occasion, { ask, review, ...posts }, signal);
        const { answers, incomplete } = proposal;
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        const size = answers.reduce((sum, { text }) => sum + text.length, 0);
        // Sizes and outcome only: no text of the paper, no answer, no key.
        console.info(
          `model ${profile.name} (${endpointOf(profile)}): ${params.role}, ${size} characters in ${seconds} s, ${incomplete?.what ?? "whole"}`,
        );
        return proposal;
      } finally {
        posts.flush();
      }
    }),
  );

  connection.onRequest(modelMethods.profiles, ({ profiles }: Pick<AskParams, "profiles">) =>
    guard<ProfileList>(console, "profiles", { profiles: [], problems: [] }, async () => {
      const door = models();
      if (!door) return { profiles: [], problems: [nothingHere.what] };
      const found = door.profilesFrom(profiles);
      return {
        profiles: found.profiles.map((profile) => ({
          name: profile.name,
          endpoint: endpointOf(profile),
          local: door.staysHere(profile),
        })),
        problems: found.problems,
      };
    }),
  );

  connection.onRequest(
    modelMethods.probe,
    ({ profiles, name, endpoint, key }: ProbeParams, token: CancellationToken) =>
      guard<unknown>(console, "probe", brokenHere, async () => {
        const door = models();
        if (!door) return nothingHere;
        const profile = door.profilesFrom(profiles).profiles.find((one) => one.name === name);
        if (!profile) return noProfile([]);
        if (endpointOf(profile) !== endpoint) return elsewhere;
        const controller = new AbortController();
        token.onCancellationRequested(() => controller.abort());
        const world = { key, askEditor: editorOf(-1, profile) };
        const found = await door.probe(profile, world, controller.signal);
        const lines = door.probedWords(found);
        console.info(`model ${name} (${endpoint}): ${lines.join("; ")}`);
        return { kind: "probed", lines, whole: door.answeredWhole(found) } satisfies ProbeData;
      }),
  );

  connection.onNotification(modelMethods.editorPart, ({ id, text }: { id: number; text: string }) =>
    editorParts.get(id)?.(text),
  );

  /** The editor answers piece by piece, and its request ends with the answer. */
  function editorOf(id: number, { model }: Profile): AskEditor {
    return async (messages, hear, signal) => {
      editorParts.set(id, hear);
      const question: EditorQuestion = { id, model, messages };
      const source = new CancellationTokenSource();
      const dropped = new Promise<void>((resolve) =>
        signal.addEventListener("abort", () => {
          source.cancel();
          resolve();
        }),
      );
      try {
        const answered = connection.sendRequest(modelMethods.editor, question, source.token);
        await Promise.race([answered, dropped]);
        answered.catch(() => undefined); // Nobody waits for what the editor says after a cancel.
      } finally {
        editorParts.delete(id);
      }
    };
  }
}

/** A paper that has not been checked yet is checked first. */
async function prepare(door: Models, desk: Desk, params: AskParams): Promise<Asked | Problem> {
  const { profiles, problems } = door.profilesFrom(params.profiles);
  const sheet = desk.sheet(params.uri);
  if (sheet && !sheet.review) await desk.check(params.uri);
  const data = sheet && derivation(sheet, params.place);
  if (!sheet || !data) return noDerivation;
  const source = sheet.document.getText();
  const lines = source.split("\n");
  const about = lines.slice(Math.max(0, data.line - 40), data.line + 40).join("\n");
  const profile = door.choose(profiles, params.role === "slip" ? "explain" : params.role, about);
  if (!profile) return noProfile(problems);
  const { role, question, selection, samples = 1 } = params;
  const markdown = isMarkdown(sheet.document.languageId);
  return {
    profile,
    occasion: {
      ...{ role, data, source, markdown, profile: profile.name, samples },
      ...(question === undefined ? {} : { question }),
      ...(selection === undefined ? {} : { selection }),
    },
  };
}

const endpointOf = ({ kind, url }: Profile): string => (kind === "editor" ? "the editor" : url);

/** The first piece at once, then at most ten posts a second. */
function inPosts(post: (part: AnswerPart) => Promise<void>, id: number) {
  const waiting: AnswerPart[] = [];
  const send = atMostEvery(100, () => {
    for (const part of waiting.splice(0)) void post(part).catch(() => undefined);
  });
  const hear = (part: Part) => {
    const last = waiting.at(-1);
    const text = part.kind === "rethink" ? "" : part.text;
    if (last && last.kind === part.kind && part.kind !== "rethink")
      waiting[waiting.length - 1] = { ...last, text: last.text + text };
    else waiting.push({ id, kind: part.kind, text });
    send.soon();
  };
  const judging = () => {
    waiting.push({ id, kind: "judging", text: "" });
    send.now();
  };
  return { hear, judging, flush: send.now };
}

const noDerivation: Problem = {
  kind: "problem",
  what: "There is no checked derivation here.",
  remedy: "Put the cursor in or below a displayed equation and wait for its marks.",
};

const nothingHere: Problem = {
  kind: "problem",
  what: "Models cannot be asked in a browser.",
  remedy: "Open the paper in a desktop or remote window.",
};

const elsewhere: Problem = {
  kind: "problem",
  what: "The model is not at the address that was agreed to.",
  remedy: "Ask again.",
};

const brokenHere: Problem = {
  kind: "problem",
  what: "The question failed inside Tacit.",
  remedy: "The log of the checker says where.",
};

const noProfile = (problems: readonly string[]): Problem => ({
  kind: "problem",
  what:
    problems.length > 0
      ? `A profile is not right: ${problems.join("; ")}.`
      : "No model is set up for this.",
  remedy: "Describe one in the setting tacit.models.profiles.",
});
