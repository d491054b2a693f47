/** The models a person has described in the settings. */
import * as vscode from "vscode";

const section = () => vscode.workspace.getConfiguration("tacit.models");

export const profilesInSettings = (): unknown => section().get("profiles") ?? [];

export const samplesInSettings = (): number =>
  Math.min(8, Math.max(1, Math.round(section().get<number>("samples") ?? 1)));

export const openModelSettings = () =>
  vscode.commands.executeCommand("workbench.action.openSettings", "tacit.models");
