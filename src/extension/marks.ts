/** Draws the marks at the ends of lines, in the gutter and in the overview ruler. */
import * as vscode from "vscode";
import type { Mark } from "../protocol/marks";
import type { MarksParams } from "../protocol/messages";
import type { Checker } from "./client";

type Look = Mark["look"];

/** What each look leaves in the gutter and the overview ruler. */
const looks: Readonly<Record<Look, { readonly gutter: boolean; readonly ruler: boolean }>> = {
  proved: { gutter: true, ruler: false },
  agrees: { gutter: true, ruler: false },
  tacit: { gutter: true, ruler: true },
  refuted: { gutter: true, ruler: true },
  open: { gutter: true, ruler: true },
  unread: { gutter: false, ruler: false },
  stated: { gutter: false, ruler: false },
  pending: { gutter: false, ruler: false },
};

export class MarksPainter implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #marks = new Map<string, MarksParams>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #parts: vscode.Disposable[];
  #styles: ReadonlyMap<Look, vscode.TextEditorDecorationType>;

  /** Fires with the address of a document whose marks are new. */
  readonly onChange = this.#changed.event;

  constructor(checker: Checker, extensionUri: vscode.Uri) {
    this.#extensionUri = extensionUri;
    this.#styles = this.#makeStyles();
    this.#parts = [
      this.#changed,
      checker.onMarks((params) => this.#receive(params)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#paintAll()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#tellContext()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#marks.delete(uri.toString())),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("tacit.marks")) this.#restyle();
      }),
    ];
  }

  marksOf(uri: string): MarksParams | undefined {
    return this.#marks.get(uri);
  }

  /** The mark on a line, which counts from 0. */
  markAt(uri: string, line: number): Mark | undefined {
    return this.#marks.get(uri)?.marks.find((mark) => mark.line === line + 1);
  }

  dispose(): void {
    for (const part of [...this.#parts, ...this.#styles.values()]) part.dispose();
  }

  #receive(params: MarksParams): void {
    this.#marks.set(params.uri, params);
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document.uri.toString() === params.uri) this.#paint(editor);
    this.#tellContext();
    this.#changed.fire(params.uri);
  }

  #paintAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.#paint(editor);
  }

  /** Marks of an older text stay where the editor has moved them. */
  #paint(editor: vscode.TextEditor): void {
    const { document } = editor;
    const params = this.#marks.get(document.uri.toString());
    if (!params || params.version !== document.version) return;
    const wanted = vscode.workspace.getConfiguration("tacit", document).get<string>("marks.show");
    for (const [look, style] of this.#styles) {
      const shown = params.marks.filter(
        (mark) => mark.look === look && mark.line <= document.lineCount && isShown(mark, wanted),
      );
      editor.setDecorations(
        style,
        shown.map((mark) => drawn(mark, document)),
      );
    }
  }

  #restyle(): void {
    for (const style of this.#styles.values()) style.dispose();
    this.#styles = this.#makeStyles();
    this.#paintAll();
  }

  #makeStyles(): ReadonlyMap<Look, vscode.TextEditorDecorationType> {
    const withGutter = vscode.workspace.getConfiguration("tacit").get<boolean>("marks.gutter");
    return new Map(
      (Object.keys(looks) as Look[]).map((look) => [
        look,
        vscode.window.createTextEditorDecorationType(this.#style(look, withGutter === true)),
      ]),
    );
  }

  #style(look: Look, withGutter: boolean): vscode.DecorationRenderOptions {
    const colour = new vscode.ThemeColor(`tacit.${look}`);
    const icon = (theme: "light" | "dark") =>
      vscode.Uri.joinPath(this.#extensionUri, `media/gutter/${look}-${theme}.svg`);
    return {
      rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
      after: { color: colour, margin: "0 0 0 1.6em", fontStyle: "normal" },
      ...(looks[look].ruler
        ? { overviewRulerColor: colour, overviewRulerLane: vscode.OverviewRulerLane.Right }
        : {}),
      ...(withGutter && looks[look].gutter
        ? {
            gutterIconSize: "70%",
            light: { gutterIconPath: icon("light") },
            dark: { gutterIconPath: icon("dark") },
          }
        : {}),
    };
  }

  #tellContext(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const params = uri === undefined ? undefined : this.#marks.get(uri);
    void vscode.commands.executeCommand("setContext", "tacit.hasMarks", params !== undefined);
    void vscode.commands.executeCommand(
      "setContext",
      "tacit.hasFindings",
      (params?.findings.length ?? 0) > 0,
    );
  }
}

const isShown = ({ look }: Mark, wanted: string | undefined): boolean =>
  wanted !== "off" &&
  (wanted !== "findings" || ["refuted", "tacit", "open", "pending"].includes(look));

function drawn(mark: Mark, document: vscode.TextDocument): vscode.DecorationOptions {
  const { range } = document.lineAt(mark.line - 1);
  return { range, renderOptions: { after: { contentText: mark.text } } };
}
