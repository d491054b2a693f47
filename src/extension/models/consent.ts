/** Before the first question to an address: exactly what would be sent, and where. */
import * as vscode from "vscode";
import type { PayloadData } from "../../protocol/model";

type Payload = Extract<PayloadData, { kind: "payload" }>;

const scheme = "tacit-payload";
const agreedTo = "tacit.models.agreedTo";

export class Consent implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #provider: vscode.Disposable;
  #shown = "";
  #count = 0;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => this.#shown,
    });
  }

  /** True once a person has agreed to this address, now or before. */
  async given(payload: Payload): Promise<boolean> {
    const agreed = this.#memory.get<readonly string[]>(agreedTo, []);
    if (agreed.includes(payload.endpoint)) return true;
    const send = vscode.l10n.t("Send");
    const show = vscode.l10n.t("Show What Is Sent");
    const question = vscode.l10n.t("Send this question to {0}?", payload.endpoint);
    const options = { modal: true, detail: detailOf(payload) };
    let choice = await vscode.window.showInformationMessage(question, options, send, show);
    if (choice === show) {
      await this.#show(payload);
      choice = await vscode.window.showInformationMessage(question, send);
    }
    if (choice !== send) return false;
    await this.#memory.update(agreedTo, [...agreed, payload.endpoint]);
    return true;
  }

  dispose(): void {
    this.#provider.dispose();
  }

  async #show({ endpoint, model, messages }: Payload): Promise<void> {
    const head = [`To: ${endpoint}`, ...(model ? [`Model: ${model}`] : [])].join("\n");
    const parts = messages.map(({ role, content }) => `${role.toUpperCase()}\n\n${content}`);
    this.#shown = [head, ...parts].join(`\n\n${"─".repeat(60)}\n\n`);
    const uri = vscode.Uri.from({ scheme, path: `/${vscode.l10n.t("Question")} ${++this.#count}` });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }
}

function detailOf({ profile, local, messages }: Payload): string {
  const size = messages.reduce((sum, { content }) => sum + content.length, 0);
  const place = local
    ? vscode.l10n.t("It stays on the machine Tacit runs on.")
    : vscode.l10n.t("It leaves the machine Tacit runs on.");
  const what = vscode.l10n.t(
    "The profile “{0}” is asked with {1} characters: the derivation with the verdicts of its steps, the source around it, and the question. For a step to fill in, a second question of the same conversation asks for the answer in a form.",
    profile,
    size,
  );
  return `${place} ${what} ${vscode.l10n.t("You are asked once for each address.")}`;
}
