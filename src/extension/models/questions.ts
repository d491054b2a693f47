/** One question at a time to a model: agreed to, sent, streamed into the panel, judged, and what a person does about it. */
import * as vscode from "vscode";
import type { ModelAct } from "../../protocol/messages";
import type { AnswerView, AskParams, ModelRole, Problem, Proposal } from "../../protocol/model";
import { atMostEvery } from "../../protocol/throttle";
import type { Checker } from "../client";
import type { PanelHost } from "../panel";
import { toPlace } from "../places";
import type { Consent } from "./consent";
import { insertWithPreview } from "./insert";
import type { Keys } from "./keys";
import { maySend } from "./restricted";
import { openModelSettings, profilesInSettings, samplesInSettings } from "./settings";
import { begun, ended, failed, withPart } from "./view";

interface Asked {
  readonly params: AskParams;
  /** Ends the question. */
  readonly source: vscode.CancellationTokenSource;
}

export class Questions implements vscode.Disposable {
  readonly #checker: Checker;
  readonly #panel: PanelHost;
  readonly #consent: Consent;
  readonly #keys: Keys;
  readonly #parts: vscode.Disposable[];
  readonly #post = atMostEvery(100, () => {
    if (this.#view) this.#panel.showAnswer(this.#view);
  });
  #count = 0;
  #asked: Asked | undefined;
  #view: AnswerView | undefined;

  constructor(checker: Checker, panel: PanelHost, consent: Consent, keys: Keys) {
    this.#checker = checker;
    this.#panel = panel;
    this.#consent = consent;
    this.#keys = keys;
    this.#parts = [
      checker.onAnswerPart((part) => {
        if (part.id === this.#asked?.params.id && this.#view?.state === "asking")
          this.#update(withPart(this.#view, part));
      }),
      panel.onAct((act) => this.#act(act)),
      panel.onClose(() => this.#asked?.source.cancel()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && document.uri.toString() === this.#asked?.params.uri)
          this.#growStale();
      }),
    ];
  }

  async ask(role: ModelRole, editor: vscode.TextEditor, question?: string): Promise<void> {
    await this.#put(this.#paramsOf(role, editor, question));
  }

  /** A step is filled in by the engine where it can be, else by a model. */
  async expand(editor: vscode.TextEditor): Promise<void> {
    const params = this.#paramsOf("bridge", editor);
    const source = this.#begin(params);
    const { uri, place } = params;
    const found = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Tacit fills in the step") },
      () => this.#checker.expand({ uri, place }, source.token),
    );
    if (source.token.isCancellationRequested) return;
    if (!found) return this.#put(params);
    await this.#panel.open({ uri, place });
    this.#update(ended(begun("bridge", ""), found));
  }

  #paramsOf(role: ModelRole, editor: vscode.TextEditor, question?: string): AskParams {
    const { document, selection } = editor;
    const uri = document.uri.toString();
    const place = toPlace(selection.isEmpty ? selection.active : selection.start);
    const selected = document.getText(selection);
    return {
      ...{ id: ++this.#count, uri, place, role },
      ...{ profiles: profilesInSettings(), samples: samplesInSettings() },
      ...(question === undefined ? {} : { question }),
      ...(selected.trim() === "" ? {} : { selection: selected }),
    };
  }

  /** One question at a time: what ran before is ended. */
  #begin(params: AskParams): vscode.CancellationTokenSource {
    this.#asked?.source.cancel();
    const source = new vscode.CancellationTokenSource();
    this.#asked = { params, source };
    return source;
  }

  dispose(): void {
    this.#asked?.source.cancel();
    for (const part of this.#parts) part.dispose();
  }

  async #put(params: AskParams): Promise<void> {
    if (!(await maySend())) return;
    const payload = await this.#checker.payload(params);
    if (payload.kind === "problem") return tellProblem(payload, params.role);
    if (!(await this.#consent.given(payload))) return;
    const key = await this.#keys.of(payload.endpoint);
    const source = this.#begin(params);
    await this.#panel.open({ uri: params.uri, place: params.place });
    this.#update(begun(params.role, payload.profile));
    const sent = { ...params, endpoint: payload.endpoint, key };
    const answer = await this.#checker
      .ask(sent, source.token)
      .catch((error: unknown): Problem => ({ kind: "problem", what: String(error), remedy: "" }));
    if (this.#asked?.params.id !== params.id || !this.#view) return;
    this.#update(
      "kind" in answer
        ? failed(this.#view, `${answer.what} ${answer.remedy}`)
        : ended(this.#view, answer),
    );
    this.#post.now();
  }

  async #act(act: ModelAct): Promise<void> {
    const asked = this.#asked;
    const proposal = this.#view?.proposal;
    switch (act) {
      case "cancel":
        asked?.source.cancel();
        return;
      case "retry":
        if (asked)
          await this.#put({
            ...asked.params,
            id: ++this.#count,
            ...{ profiles: profilesInSettings(), samples: samplesInSettings() },
          });
        return;
      case "copyAnswer":
        await vscode.env.clipboard.writeText(this.#view?.text ?? "");
        return;
      case "insert":
        if (proposal && this.#isCurrent(proposal)) await insertWithPreview(proposal);
        return;
      case "close":
        asked?.source.cancel();
        this.#asked = undefined;
        this.#view = undefined;
        this.#panel.closeAnswer();
        return;
    }
  }

  /** An answer speaks of one version of the paper. */
  #isCurrent({ uri, version }: Proposal): boolean {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
    return document?.version === version;
  }

  #growStale(): void {
    if (this.#view && !this.#view.stale) this.#update({ ...this.#view, stale: true });
  }

  #update(view: AnswerView): void {
    this.#view = view;
    this.#post.soon();
  }
}

async function tellProblem({ what, remedy }: Problem, role: ModelRole): Promise<void> {
  const settings = vscode.l10n.t("Open the Settings");
  const offersSettings = remedy.includes("tacit.models");
  const before =
    role === "bridge" && offersSettings
      ? `${vscode.l10n.t("Tacit itself finds nothing to write between the sides of this step.")} `
      : "";
  const choice = await vscode.window.showWarningMessage(
    `${before}${what} ${remedy}`,
    ...(offersSettings ? [settings] : []),
  );
  if (choice === settings) await openModelSettings();
}
