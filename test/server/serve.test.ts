/** The server over its wire: open, type, rest, ask. */
import { strict as assert } from "node:assert";
import { PassThrough } from "node:stream";
import {
  type CodeLens,
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from "vscode-languageserver/node";
import type { DerivationData } from "../../src/protocol/derivation";
import type { MarksParams, StatusParams } from "../../src/protocol/messages";
import { serve } from "../../src/server/serve";
import { annotatedReview } from "../kit/annotatedReview";

const uri = "file:///paper.tex";
const text = `\\begin{align}
  a &= b \\\\
    &= c \\\\ %? refuted
    &= d \\\\
\\end{align}

\\begin{align}
  e &= f \\\\
\\end{align}
`;

class Editor {
  readonly wire: ProtocolConnection;
  readonly marks: MarksParams[] = [];
  readonly diagnostics: PublishDiagnosticsParams[] = [];
  readonly states: string[] = [];
  readonly #arrivals = new Set<() => void>();

  constructor() {
    const [up, down] = [new PassThrough(), new PassThrough()];
    serve(createConnection(up, down), {
      review: annotatedReview,
      expand: async () => [],
      pathOf: (address) => address,
      version: "0.0.0",
    });
    this.wire = createProtocolConnection(down, up);
    this.wire.onNotification("tacit/marks", (params: MarksParams) =>
      this.#keep(this.marks, params),
    );
    this.wire.onNotification(
      "textDocument/publishDiagnostics",
      (params: PublishDiagnosticsParams) => this.#keep(this.diagnostics, params),
    );
    this.wire.onNotification("tacit/status", ({ state }: StatusParams) =>
      this.#keep(this.states, state),
    );
    this.wire.listen();
  }

  async start(): Promise<void> {
    await this.wire.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {},
      initializationOptions: { marks: true },
    });
    await this.wire.sendNotification("initialized", {});
  }

  open(content: string, languageId = "latex"): Promise<void> {
    const textDocument = { uri, languageId, version: 1, text: content };
    return this.wire.sendNotification("textDocument/didOpen", { textDocument });
  }

  type(line: number, character: number, typed: string, version: number): Promise<void> {
    const at = { line, character };
    return this.wire.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: typed }],
    });
  }

  cursor(line: number): Promise<void> {
    return this.wire.sendNotification("tacit/cursor", { uri, place: { line, column: 1 } });
  }

  ask<T>(method: string, params: object): Promise<T> {
    return this.wire.sendRequest(method, params);
  }

  /** The marks of a document as line numbers and texts, once they are as wanted. */
  async marked(wanted: readonly string[]): Promise<void> {
    await this.#until(() =>
      same(
        this.marks.at(-1)?.marks.map(({ line, text: mark }) => `${line} ${mark}`),
        wanted,
      ),
    );
  }

  async warned(lines: readonly number[]): Promise<void> {
    await this.#until(() =>
      same(
        this.diagnostics.at(-1)?.diagnostics.map(({ range }) => range.start.line + 1),
        lines,
      ),
    );
  }

  async reached(state: string): Promise<void> {
    await this.#until(() => this.states.at(-1) === state);
  }

  #keep<T>(list: T[], item: T): void {
    list.push(item);
    for (const arrived of this.#arrivals) arrived();
  }

  #until(reached: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(JSON.stringify(this.marks.at(-1)))), 4000);
      const look = () => {
        if (!reached()) return;
        clearTimeout(limit);
        this.#arrivals.delete(look);
        resolve();
      };
      this.#arrivals.add(look);
      look();
    });
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

describe("the server", () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = new Editor();
    await editor.start();
  });
  afterEach(() => editor.wire.dispose());

  it("marks and warns when a paper is opened", async () => {
    await editor.open(text);
    await editor.marked(["2 ✓", "3 ✗ fails", "4 ✓", "8 ✓"]);
    await editor.warned([3]);
    assert.equal(editor.diagnostics.at(-1)?.version, 1);
  });

  it("keeps a new failure back while its line is written, and shows it after a rest", async () => {
    await editor.open(text);
    await editor.marked(["2 ✓", "3 ✗ fails", "4 ✓", "8 ✓"]);
    await editor.cursor(4);
    await editor.type(3, 11, "%? refuted", 2);
    await editor.marked(["2 ✓", "3 ✗ fails", "4 …", "8 ✓"]);
    assert.deepEqual(
      editor.diagnostics.at(-1)?.diagnostics.map(({ range }) => range.start.line + 1),
      [3],
    );
    await editor.marked(["2 ✓", "3 ✗ fails", "4 ✗ fails", "8 ✓"]);
    await editor.warned([3, 4]);
  });

  it("shows it at once when the cursor leaves the display", async () => {
    await editor.open(text);
    await editor.marked(["2 ✓", "3 ✗ fails", "4 ✓", "8 ✓"]);
    await editor.cursor(4);
    await editor.type(3, 11, "%? refuted", 2);
    await editor.cursor(8);
    const began = performance.now();
    await editor.marked(["2 ✓", "3 ✗ fails", "4 ✗ fails", "8 ✓"]);
    assert.ok(performance.now() - began < 900);
  });

  it("moves its marks with the text before it has checked again", async () => {
    await editor.open(text);
    await editor.marked(["2 ✓", "3 ✗ fails", "4 ✓", "8 ✓"]);
    await editor.type(0, 0, "words\n", 2);
    await editor.marked(["3 ✓", "4 ✗ fails", "5 ✓", "9 ✓"]);
  });

  it("shows no verdict of an edited line until it is checked again", async () => {
    await editor.open(text);
    await editor.reached("done");
    await editor.type(2, 8, " % throw", 2);
    await editor.reached("failed");
    await new Promise((resume) => setTimeout(resume, 1100));
    await editor.marked(["2 ✓", "3 …", "4 ✓", "8 ✓"]);
  });

  it("gives the derivation at a place", async () => {
    await editor.open(text);
    await editor.warned([3]);
    const data = await editor.ask<DerivationData>("tacit/derivation", {
      uri,
      place: { line: 3, column: 8 },
    });
    assert.deepEqual([data.steps.length, data.current, data.stale], [3, 1, false]);
  });

  it("counts the steps of a display in a lens", async () => {
    await editor.open(text);
    await editor.warned([3]);
    const lenses = await editor.ask<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ["✗ 2 of 3 steps hold · 1 fails"],
    );
  });

  it("checks a selection that is no display by itself", async () => {
    await editor.open(`${text}Then $x = y$ follows.\n`);
    await editor.warned([3]);
    const data = await editor.ask<DerivationData>("tacit/checkSelection", {
      uri,
      start: { line: 10, column: 6 },
      end: { line: 10, column: 13 },
    });
    assert.deepEqual(
      data.steps.map(({ left, right }) => [left, right]),
      [["x", "y"]],
    );
  });

  it("says that a check failed, keeps the marks, and checks again after the next edit", async () => {
    await editor.open(text);
    await editor.reached("done");
    await editor.type(0, 0, "% throw\n", 2);
    await editor.reached("failed");
    await editor.marked(["3 ✓", "4 ✗ fails", "5 ✓", "9 ✓"]);
    await editor.type(0, 3, "h", 3);
    await editor.type(0, 4, " ", 4);
    await editor.reached("done");
  });

  it("takes the marks away on request", async () => {
    await editor.open(text);
    await editor.warned([3]);
    await editor.ask("tacit/clear", { uri });
    await editor.marked([]);
    await editor.warned([]);
  });

  it("sleeps over Markdown until it displays mathematics", async () => {
    await editor.open("Words\n", "markdown");
    await editor.type(1, 0, "\n$$\na = b %? refuted\n$$\n", 2);
    await editor.warned([4]);
    assert.equal(editor.marks[0]?.version, 2);
  });
});
