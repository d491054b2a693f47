/** The panel that shows a derivation step by step, follows the cursor and survives a restart. */
import * as vscode from "vscode";
import type { AssumptionsData } from "../protocol/assumptions";
import type { DerivationData } from "../protocol/derivation";
import type { FromPanel, ModelAct, PlaceParams, ToPanel } from "../protocol/messages";
import type { AnswerView } from "../protocol/model";
import type { Checker } from "./client";
import { panelHtml } from "./panelHtml";
import { reveal } from "./places";

const viewType = "tacit.derivation";

export class PanelHost implements vscode.Disposable {
  readonly #checker: Checker;
  readonly #extensionUri: vscode.Uri;
  readonly #parts: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  /** What the panel shows; undefined for a selection of its own, which the cursor does not move. */
  #at: PlaceParams | undefined;
  readonly #acts = new vscode.EventEmitter<ModelAct>();
  readonly #closed = new vscode.EventEmitter<void>();
  /** Waits for the page to be ready. */
  #pending: ToPanel | undefined;
  /** A page that was hidden begins anew and is told again. */
  #answer: AnswerView | undefined;
  #ready = false;

  /** What a person does about a model's answer. */
  readonly onAct = this.#acts.event;
  readonly onClose = this.#closed.event;

  constructor(checker: Checker, extensionUri: vscode.Uri) {
    this.#checker = checker;
    this.#extensionUri = extensionUri;
    this.#parts = [
      this.#acts,
      this.#closed,
      checker.onMarks(({ uri }) => {
        if (this.#panel?.visible && this.#at?.uri === uri) void this.#refresh();
      }),
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state) => this.#revive(panel, state),
      }),
    ];
  }

  /** Opens the panel at a place; false where there is no derivation. */
  async open(at: PlaceParams, expand: "readAs" | null = null): Promise<boolean> {
    const data = await this.#checker.derivation(at);
    if (!data) return false;
    this.#at = at;
    this.#send({ kind: "derivation", data, reveal: expand });
    return true;
  }

  show(data: DerivationData): void {
    this.#at = undefined;
    this.#send({ kind: "derivation", data, reveal: null });
  }

  /** Stays until the cursor moves. */
  showAssumptions(data: AssumptionsData): void {
    this.#at = undefined;
    this.#send({ kind: "assumptions", data });
  }

  /** A model's answer stands above what the panel shows. */
  showAnswer(view: AnswerView): void {
    this.#answer = view;
    if (this.#ready)
      void this.#panel?.webview.postMessage({ kind: "answer", view } satisfies ToPanel);
  }

  closeAnswer(): void {
    this.#answer = undefined;
  }

  /** Shows the derivation at the cursor, if the panel is open. */
  async follow(at: PlaceParams): Promise<void> {
    if (!this.#panel?.visible) return;
    this.#at = at;
    await this.#refresh();
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose();
    this.#panel?.dispose();
  }

  async #refresh(): Promise<void> {
    const at = this.#at;
    if (!at) return;
    const data = await this.#checker.derivation(at);
    if (this.#at !== at || !this.#panel) return;
    this.#post(
      data
        ? { kind: "derivation", data, reveal: null }
        : { kind: "nothing", words: vscode.l10n.t("No derivation here yet.") },
    );
  }

  #send(message: ToPanel): void {
    if (this.#panel) this.#panel.reveal(this.#panel.viewColumn, true);
    else this.#adopt(this.#create());
    this.#post(message);
  }

  #post(message: ToPanel): void {
    if (this.#ready) void this.#panel?.webview.postMessage(message);
    else this.#pending = message;
  }

  #create(): vscode.WebviewPanel {
    return vscode.window.createWebviewPanel(
      viewType,
      vscode.l10n.t("Derivation"),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      {},
    );
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    this.#ready = false;
    panel.iconPath = vscode.Uri.joinPath(this.#extensionUri, "media/icon.png");
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.#extensionUri, "dist/webview")],
    };
    panel.webview.onDidReceiveMessage((message: FromPanel) => this.#receive(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#ready = false;
      this.#answer = undefined;
      this.#closed.fire();
    });
    panel.onDidChangeViewState(() => {
      if (panel.visible) void this.#refresh();
    });
    panel.webview.html = panelHtml(panel.webview, this.#extensionUri);
  }

  /** After a restart the page brings back what it showed. */
  async #revive(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.#panel?.dispose();
    this.#adopt(panel);
    this.#pending = {
      kind: "nothing",
      words: vscode.l10n.t("Waiting for the paper to be checked."),
    };
    const { uri, place } = (state ?? {}) as Partial<PlaceParams>;
    if (!uri || !place) return;
    this.#at = { uri, place };
    await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.kind) {
      case "ready": {
        this.#ready = true;
        const pending = this.#pending;
        this.#pending = undefined;
        if (pending) await this.#panel?.webview.postMessage(pending);
        if (this.#answer) this.showAnswer(this.#answer);
        if (pending?.kind === "nothing" && this.#checker.awake) await this.#refresh();
        return;
      }
      case "goto":
        await reveal(vscode.Uri.parse(message.uri), message.place);
        return;
      case "copy":
        await vscode.env.clipboard.writeText(message.latex);
        return;
      case "mend":
        await reveal(vscode.Uri.parse(message.uri), message.place);
        await vscode.commands.executeCommand("editor.action.quickFix");
        return;
      case "model":
        this.#acts.fire(message.act);
        return;
    }
  }
}
