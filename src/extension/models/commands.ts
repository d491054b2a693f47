/** The commands that ask models or set them up. */
import * as vscode from "vscode";
import type { ModelRole, ProfileList } from "../../protocol/model";
import type { Checker } from "../client";
import type { Keys } from "./keys";
import type { Questions } from "./questions";
import { maySend } from "./restricted";
import { openModelSettings, profilesInSettings } from "./settings";

type Named = ProfileList["profiles"][number];

export function registerModelCommands(
  checker: Checker,
  questions: Questions,
  keys: Keys,
): vscode.Disposable[] {
  const commands: Readonly<Record<string, () => unknown>> = {
    "tacit.explainDerivation": () => asking(questions, "explain"),
    "tacit.expandStep": async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor) await questions.expand(editor);
    },
    "tacit.findSlip": () => asking(questions, "slip"),
    "tacit.askAboutSelection": () => askFreely(questions),
    "tacit.setApiKey": async () => {
      const profile = await pickProfile(checker);
      if (profile) await keys.ask(profile.name, profile.endpoint);
    },
    "tacit.testModelConnection": async () => {
      const profile = await pickProfile(checker);
      if (profile) await testConnection(checker, keys, profile);
    },
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run));
}

async function asking(questions: Questions, role: ModelRole, question?: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor) await questions.ask(role, editor, question);
}

async function askFreely(questions: Questions): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const question =
    editor &&
    (await vscode.window.showInputBox({
      title: vscode.l10n.t("Ask About the Selection"),
      prompt: vscode.l10n.t("Every equation of the answer is checked."),
      placeHolder: vscode.l10n.t("Why does the second term vanish?"),
      ignoreFocusOut: true,
    }));
  if (editor && question?.trim()) await questions.ask("ask", editor, question.trim());
}

/** The only profile, or the one a person picks. */
async function pickProfile(checker: Checker): Promise<Named | undefined> {
  const { profiles, problems } = await checker.profiles(profilesInSettings());
  const [only] = profiles;
  if (!only) {
    const settings = vscode.l10n.t("Open the Settings");
    const words =
      problems.length > 0 ? `${problems.join("; ")}.` : vscode.l10n.t("No model is set up.");
    if ((await vscode.window.showWarningMessage(words, settings)) === settings)
      await openModelSettings();
    return undefined;
  }
  if (profiles.length === 1) return only;
  const items = profiles.map((profile) => ({
    label: profile.name,
    description: profile.endpoint,
    profile,
  }));
  const title = vscode.l10n.t("Which model?");
  return (await vscode.window.showQuickPick(items, { title }))?.profile;
}

/** A small trial question goes out; nothing of a paper is in it. */
async function testConnection(
  checker: Checker,
  keys: Keys,
  { name, endpoint }: Named,
): Promise<void> {
  if (!(await maySend())) return;
  const key = await keys.of(endpoint);
  const found = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t("Tacit tries {0} at {1}", name, endpoint),
      cancellable: true,
    },
    (_, token) => checker.probe({ profiles: profilesInSettings(), name, endpoint, key }, token),
  );
  const lines = found.kind === "problem" ? [found.what, found.remedy] : found.lines;
  const words = `${name}: ${lines.join(" · ")}`;
  if (found.kind === "probed" && found.whole) void vscode.window.showInformationMessage(words);
  else void vscode.window.showWarningMessage(words);
}
