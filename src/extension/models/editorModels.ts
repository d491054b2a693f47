/** Puts a question of the checker to the editor's own language models. */
import * as vscode from "vscode";
import type { EditorQuestion } from "../../protocol/model";

/** Resolves when the answer has ended; what goes wrong is thrown in the editor's words. */
export async function askEditorModel(
  { model, messages }: EditorQuestion,
  hear: (text: string) => void,
  token: vscode.CancellationToken,
): Promise<void> {
  const found = model
    ? [
        ...(await vscode.lm.selectChatModels({ id: model })),
        ...(await vscode.lm.selectChatModels({ family: model })),
      ]
    : await vscode.lm.selectChatModels();
  const [chosen] = found;
  if (!chosen)
    throw new Error(vscode.l10n.t("The editor offers no language model of the name “{0}”.", model));
  const answer = await chosen.sendRequest(messages.map(asEditorMessage), {}, token);
  for await (const text of answer.text) hear(text);
}

/** The editor knows no system messages. */
const asEditorMessage = ({ role, content }: EditorQuestion["messages"][number]) =>
  role === "assistant"
    ? vscode.LanguageModelChatMessage.Assistant(content)
    : vscode.LanguageModelChatMessage.User(content);
