/** The extension's side of the language server: what it asks and what it hears. */
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { AssumptionsData } from "../protocol/assumptions";
import type { DerivationData } from "../protocol/derivation";
import {
  type AppearanceParams,
  type CheckParams,
  type CursorParams,
  type MarksParams,
  methods,
  type PlaceParams,
  type ReportParams,
  type SelectionParams,
  type StatusParams,
} from "../protocol/messages";
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
  type Proposal,
  type SendParams,
} from "../protocol/model";
import { documentSelector } from "./languages";
import { askEditorModel } from "./models/editorModels";

/** Makes a client for a process or a worker; asked once, when the first manuscript is open. */
export type MakeClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

export class Checker implements vscode.Disposable {
  readonly #make: MakeClient;
  readonly #extensionUri: vscode.Uri;
  readonly #marks = new vscode.EventEmitter<MarksParams>();
  readonly #status = new vscode.EventEmitter<StatusParams>();
  readonly #answerParts = new vscode.EventEmitter<AnswerPart>();
  #starting: Promise<BaseLanguageClient> | undefined;

  readonly onMarks = this.#marks.event;
  readonly onStatus = this.#status.event;
  readonly onAnswerPart = this.#answerParts.event;

  constructor(make: MakeClient, extensionUri: vscode.Uri) {
    this.#make = make;
    this.#extensionUri = extensionUri;
  }

  get awake(): boolean {
    return this.#starting !== undefined;
  }

  wake(): Promise<BaseLanguageClient> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  derivation(params: PlaceParams): Promise<DerivationData | null> {
    return this.#ask(methods.derivation, params);
  }

  check(params: CheckParams): Promise<DerivationData | null> {
    return this.#ask(methods.check, params);
  }

  checkSelection(params: SelectionParams): Promise<DerivationData | null> {
    return this.#ask(methods.checkSelection, params);
  }

  report(params: ReportParams): Promise<string | null> {
    return this.#ask(methods.report, params);
  }

  assumptions(uri: string): Promise<AssumptionsData | null> {
    return this.#ask(methods.assumptions, { uri });
  }

  clear(uri: string): Promise<null> {
    return this.#ask(methods.clear, { uri });
  }

  expand(params: PlaceParams, token: vscode.CancellationToken): Promise<Proposal | null> {
    return this.#ask(modelMethods.expand, params, token);
  }

  payload(params: AskParams): Promise<PayloadData> {
    return this.#ask(modelMethods.payload, params);
  }

  ask(params: SendParams, token: vscode.CancellationToken): Promise<Proposal | Problem> {
    return this.#ask(modelMethods.ask, params, token);
  }

  profiles(profiles: unknown): Promise<ProfileList> {
    return this.#ask(modelMethods.profiles, { profiles });
  }

  probe(params: ProbeParams, token: vscode.CancellationToken): Promise<ProbeData> {
    return this.#ask(modelMethods.probe, params, token);
  }

  async cursor(params: CursorParams): Promise<void> {
    if (this.#starting) await (await this.#starting).sendNotification(methods.cursor, params);
  }

  async appearance(params: AppearanceParams): Promise<void> {
    if (this.#starting) await (await this.#starting).sendNotification(methods.appearance, params);
  }

  async showLog(): Promise<void> {
    (await this.wake()).outputChannel.show(true);
  }

  async stop(): Promise<void> {
    const client = await this.#starting?.catch(() => undefined);
    await client?.stop();
  }

  dispose(): void {
    this.#marks.dispose();
    this.#status.dispose();
    this.#answerParts.dispose();
  }

  async #ask<T>(method: string, params: object, token?: vscode.CancellationToken): Promise<T> {
    return (await this.wake()).sendRequest<T>(method, params, token);
  }

  async #start(): Promise<BaseLanguageClient> {
    const client = await this.#make({
      documentSelector,
      synchronize: { configurationSection: "tacit" },
      diagnosticCollectionName: "tacit",
      markdown: { isTrusted: { enabledCommands: ["tacit.showDerivation"] } },
      initializationOptions: {
        marks: true,
        codesPage: vscode.Uri.joinPath(this.#extensionUri, "media/codes.md").toString(),
        foreground: hoverForeground(),
      },
    });
    client.onNotification(methods.marks, (params: MarksParams) => this.#marks.fire(params));
    client.onNotification(methods.status, (params: StatusParams) => this.#status.fire(params));
    client.onNotification(modelMethods.part, (part: AnswerPart) => this.#answerParts.fire(part));
    client.onRequest(modelMethods.editor, (question: EditorQuestion, token) =>
      askEditorModel(
        question,
        (text) => void client.sendNotification(modelMethods.editorPart, { id: question.id, text }),
        token,
      ),
    );
    await client.start();
    return client;
  }
}

/** Colours of themes cannot be asked for; these read well on the hovers of the four kinds. */
export function hoverForeground(): string {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
      return "#3b3b3b";
    case vscode.ColorThemeKind.HighContrastLight:
      return "#292929";
    case vscode.ColorThemeKind.HighContrast:
      return "#ffffff";
    case vscode.ColorThemeKind.Dark:
      return "#cccccc";
  }
}
