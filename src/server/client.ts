/** The other side of the connection: what it can do, and the settings of its user. */
import {
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { defaultSettings, type Settings, settingsFrom } from "./settings";

export class Client {
  readonly #connection: Connection;
  readonly #settings = new Map<string, Promise<Settings>>();
  #capabilities: InitializeParams["capabilities"] = {};
  drawsMarks = false;
  codesPage: string | undefined;
  foreground: string | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  greet(
    { capabilities, initializationOptions }: InitializeParams,
    version: string,
  ): InitializeResult {
    this.#capabilities = capabilities;
    this.drawsMarks = initializationOptions?.marks === true;
    this.codesPage = initializationOptions?.codesPage;
    this.foreground = initializationOptions?.foreground;
    return {
      serverInfo: { name: "tacit", version },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: true,
        },
        hoverProvider: true,
        codeLensProvider: {},
        inlayHintProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      },
    };
  }

  /** Settings are asked for once a document, and again after a change. */
  listen(changed: () => void): void {
    this.#connection.onDidChangeConfiguration(() => {
      this.#settings.clear();
      changed();
    });
  }

  get previews(): boolean {
    return this.#capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  }

  settings(uri: string): Promise<Settings> {
    if (!this.#capabilities.workspace?.configuration) return Promise.resolve(defaultSettings);
    const known = this.#settings.get(uri);
    if (known) return known;
    const asked = this.#connection.workspace
      .getConfiguration({ scopeUri: uri, section: "tacit" })
      .then(settingsFrom);
    this.#settings.set(uri, asked);
    return asked;
  }

  forget(uri: string): void {
    this.#settings.delete(uri);
  }

  async refresh(): Promise<void> {
    const { codeLens, inlayHint } = this.#capabilities.workspace ?? {};
    if (codeLens?.refreshSupport) await this.#connection.sendRequest(CodeLensRefreshRequest.type);
    if (inlayHint?.refreshSupport) await this.#connection.languages.inlayHint.refresh();
  }
}
