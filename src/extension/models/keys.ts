/** Keys of models: in the editor's secret store and nowhere else, each for one address. */
import * as vscode from "vscode";

export class Keys {
  readonly #secrets: vscode.SecretStorage;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  /** A profile that is moved to another address does not take its key along. */
  async of(endpoint: string): Promise<string> {
    return (await this.#secrets.get(nameOf(endpoint))) ?? "";
  }

  /** Asks for a key; an empty one takes the stored one away. */
  async ask(profile: string, endpoint: string): Promise<void> {
    const key = await vscode.window.showInputBox({
      title: vscode.l10n.t("Key for {0}", profile),
      prompt: vscode.l10n.t(
        "It is kept in the secret store of the editor and sent to {0} only. Leave it empty to forget it.",
        endpoint,
      ),
      password: true,
      ignoreFocusOut: true,
    });
    if (key === undefined) return;
    if (key.trim() === "") await this.#secrets.delete(nameOf(endpoint));
    else await this.#secrets.store(nameOf(endpoint), key.trim());
    const words =
      key.trim() === ""
        ? vscode.l10n.t("There is no key for {0} any more.", endpoint)
        : vscode.l10n.t("The key for {0} is stored.", endpoint);
    vscode.window.setStatusBarMessage(words, 5000);
  }
}

const nameOf = (endpoint: string): string => `tacit.key ${endpoint}`;
