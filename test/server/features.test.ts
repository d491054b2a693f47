/** Features of the server: given a review, the exact values of the protocol. */
import { strict as assert } from "node:assert";
import { DiagnosticSeverity } from "vscode-languageserver";
import type { FileData, StepData } from "../../src/protocol/review";
import { codeActions } from "../../src/server/features/codeActions";
import { codeLens } from "../../src/server/features/codeLens";
import { diagnostics } from "../../src/server/features/diagnostics";
import { findings } from "../../src/server/features/findings";
import { hover } from "../../src/server/features/hover";
import { inlayHints } from "../../src/server/features/inlayHints";
import { readAs } from "../../src/server/features/readAs";
import type { Settings } from "../../src/server/settings";
import { displayData, failing, fileData, leaning, stepData } from "../kit/reviewed";

const uri = "file:///paper.tex";
const none: ReadonlySet<StepData> = new Set();

describe("diagnostics", () => {
  const context = {
    uri,
    text: "\\section{One}\n\n\n\n\n\\section{Two}\n",
    problems: "all" as const,
    codesPage: "file:///codes.md",
    waiting: none,
  };
  const of = (file: FileData) => diagnostics(file, context);
  const severities: readonly (readonly [
    string,
    Partial<StepData>,
    DiagnosticSeverity | undefined,
  ])[] = [
    ["a slip is a warning", { verdict: "refuted", code: "slip" }, DiagnosticSeverity.Warning],
    [
      "an index out of balance is a warning",
      { verdict: "refuted", code: "index", diagnosis: { kind: "index", name: "μ", what: "free" } },
      DiagnosticSeverity.Warning,
    ],
    [
      "an index at the wrong height is a hint",
      {
        verdict: "refuted",
        code: "index",
        diagnosis: { kind: "index", name: "μ", what: "position" },
      },
      DiagnosticSeverity.Hint,
    ],
    ["another convention is information", { code: "convention" }, DiagnosticSeverity.Information],
    [
      "a difference nothing closes is a hint",
      { verdict: "open", why: "differs", code: "differs" },
      DiagnosticSeverity.Hint,
    ],
    ["notation that is not read stays out", { verdict: "unread", code: "unread" }, undefined],
    ["several moves in one line stay out", { code: "compressed", compressed: true }, undefined],
    ["a step that holds stays out", {}, undefined],
  ];
  for (const [title, change, severity] of severities)
    it(title, () => {
      const [found] = of(fileData(displayData([stepData(3, change)])));
      assert.equal(found?.severity, severity);
    });

  it("carry source, code, its page, and the step before", () => {
    const steps = [stepData(3), failing(4)];
    assert.deepEqual(of(fileData(displayData(steps))), [
      {
        source: "tacit",
        code: "slip",
        codeDescription: { href: "file:///codes.md#slip" },
        severity: DiagnosticSeverity.Warning,
        range: { start: { line: 3, character: 2 }, end: { line: 3, character: 19 } },
        message: "The right side is −1 times the left. At b = 0.83 they are 0.83 and −0.83.",
        relatedInformation: [
          {
            location: {
              uri,
              range: { start: { line: 2, character: 2 }, end: { line: 2, character: 19 } },
            },
            message: "the step before",
          },
        ],
      },
    ]);
  });

  it("name an unstated premise once in each section", () => {
    const found = of(fileData(displayData([leaning(3), leaning(4), leaning(8)])));
    assert.deepEqual(
      found.map(({ code, severity, range, message }) => [
        code,
        severity,
        range.start.line,
        message,
      ]),
      [
        [
          "tacit",
          DiagnosticSeverity.Hint,
          2,
          'Unstated premise: on-shell condition (p^2=m^2), used in 2 steps of this section. State it once, or declare it with "% tacit: assume p^2=m^2".',
        ],
        ["tacit", DiagnosticSeverity.Hint, 7, "Holds if p^2=m^2, which is not stated."],
      ],
    );
  });

  it("underline the right side alone where a step runs over several lines", () => {
    const rightAt = { start: { line: 5, column: 6 }, end: { line: 5, column: 9 } };
    const step = failing(4, { end: { line: 5, column: 9 }, rightAt });
    const [found] = of(fileData(displayData([step])));
    assert.deepEqual(found?.range, {
      start: { line: 4, character: 5 },
      end: { line: 4, character: 8 },
    });
  });

  it("leave out the steps that wait", () => {
    const step = failing(3);
    const file = fileData(displayData([step]));
    assert.deepEqual(diagnostics(file, { ...context, waiting: new Set([step]) }), []);
  });

  it("are only warnings, or nothing, by setting", () => {
    const file = fileData(displayData([leaning(3), failing(4)]));
    const codes = (problems: "failures" | "off") =>
      diagnostics(file, { ...context, problems }).map(({ code }) => code);
    assert.deepEqual(codes("failures"), ["slip"]);
    assert.deepEqual(codes("off"), []);
  });
});

describe("code lens", () => {
  const titles = (...steps: readonly StepData[]) =>
    codeLens(fileData(displayData(steps)), uri, none).map(({ command }) => command?.title);
  it("stands over a display with two or more steps", () => {
    assert.deepEqual(titles(stepData(3), stepData(4)), ["✓ all 2 steps hold"]);
  });
  it("stands over a single step with a finding", () => {
    assert.deepEqual(titles(failing(3)), ["✗ 1 fails"]);
  });
  it("leaves a single step that holds alone", () => {
    assert.deepEqual(titles(stepData(3)), []);
  });
  it("leaves given equations alone", () => {
    const given = stepData(3, { verdict: "stated" });
    assert.deepEqual(titles(given, given), []);
  });
  it("opens the derivation at the display's first step", () => {
    const [lens] = codeLens(fileData(displayData([stepData(3), failing(4)])), uri, none);
    assert.deepEqual(lens, {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
      command: {
        title: "✗ 1 of 2 steps hold · 1 fails",
        command: "tacit.showDerivation",
        arguments: [uri, { line: 3, column: 3 }],
      },
    });
  });
});

describe("hover", () => {
  const file = fileData(displayData([failing(3), leaning(4)]));
  const said = (line: number, foreground?: string, problems?: Settings["problems"]) => {
    const beside = problems ? { problems } : {};
    const found = hover(file, { line, column: 5 }, { uri, foreground, waiting: none, ...beside });
    return found && "value" in (found.contents as object)
      ? (found.contents as { value: string }).value
      : undefined;
  };
  it("says the verdict, why, and how the step was read", () => {
    assert.equal(
      said(3),
      [
        "**✗ fails**",
        "The right side is −1 times the left. At b = 0.83 they are 0.83 and −0.83.",
        "Read as: `a = b`",
      ].join("\n\n"),
    );
  });
  it("leaves to the problem shown beside it what that says", () => {
    assert.doesNotMatch(said(3, undefined, "all") ?? "", /times the left/);
    assert.doesNotMatch(said(3, undefined, "failures") ?? "", /times the left/);
    assert.match(said(3, undefined, "off") ?? "", /times the left/);
    assert.match(said(4, undefined, "failures") ?? "", /Holds if/);
  });
  it("lists premises with their source", () => {
    assert.match(said(4) ?? "", /- on\\-shell condition `p\^2=m\^2` \*\(unstated\)\*/);
  });
  it("shows the formula as an image where the client gives a colour", () => {
    assert.match(said(3, "#cccccc") ?? "", /!\[a = b\]\(data:image\/svg\+xml;base64,/);
  });
  it("is silent beside the steps", () => {
    assert.equal(said(7), undefined);
  });
});

describe("quick fixes", () => {
  const text = "\\begin{align}\n  a &= b \\\\\n  a &= -b \\\\\n\\end{align}\n";
  const step = failing(3, { start: { line: 3, column: 3 }, end: { line: 3, column: 10 } });
  const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 4 } };
  const context = {
    uri,
    version: 7,
    text,
    diagnostics: [],
    markdown: false,
    preview: true,
    waiting: none,
  };
  const offered = (change: Partial<StepData> = {}, more: Partial<typeof context> = {}) =>
    codeActions(fileData(displayData([{ ...step, ...change }])), range, { ...context, ...more });

  it("mend a slip with a preview, bound to the version", () => {
    const [mend] = offered();
    assert.deepEqual(
      [mend?.title, mend?.isPreferred, mend?.edit],
      [
        "Flip the overall sign: write “b”",
        true,
        {
          documentChanges: [
            {
              textDocument: { uri, version: 7 },
              edits: [
                {
                  range: { start: { line: 2, character: 7 }, end: { line: 2, character: 9 } },
                  newText: "b",
                  annotationId: "mend",
                },
              ],
            },
          ],
          changeAnnotations: {
            mend: {
              label: "Flip the overall sign: write “b”",
              needsConfirmation: true,
              description: "Tacit",
            },
          },
        },
      ],
    );
  });

  it("offer every edit that mends, likeliest first", () => {
    const alternatives = [{ kind: "exponent", from: "2", to: "3", latex: "c" } as const];
    assert.deepEqual(
      offered({ alternatives })
        .map(({ title }) => title)
        .slice(0, 2),
      ["Flip the overall sign: write “b”", "Correct the exponent 2: write “c”"],
    );
  });

  it("never guess which of two places is meant", () => {
    const twice = "\\begin{align}\n  a &= b \\\\\n  -b &= -b \\\\\n\\end{align}\n";
    assert.deepEqual(
      offered({}, { text: twice }).filter(({ title }) => title.includes("write")),
      [],
    );
  });

  it("take a step out of the check at the end of its row", () => {
    const ignore = offered().find(({ title }) => title.startsWith("Leave"));
    assert.deepEqual(ignore?.edit?.documentChanges, [
      {
        textDocument: { uri, version: 7 },
        edits: [
          {
            range: { start: { line: 2, character: 12 }, end: { line: 2, character: 12 } },
            newText: " % tacit: ignore slip",
          },
        ],
      },
    ]);
  });

  it("declare what a symbol means where a reading is open", () => {
    const open = offered({
      verdict: "open",
      why: "reading",
      code: null,
      diagnosis: null,
      declarations: ["e is a constant"],
    });
    assert.deepEqual(
      open.map(({ title }) => title),
      ["Declare: e is a constant"],
    );
  });

  it("state the premise a step leans on", () => {
    const lean = leaning(3);
    assert.deepEqual(
      codeActions(fileData(displayData([lean])), range, context).map(({ title }) => title),
      [
        "State the premise: on-shell condition",
        "Leave this step out of the check",
        "Accept this step as it stands",
      ],
    );
  });

  it("are not offered where nothing is wrong", () => {
    assert.deepEqual(codeActions(fileData(displayData([stepData(3)])), range, context), []);
  });
});

describe("smaller features", () => {
  it("inlay hints stand at the ends of their lines, within the range asked for", () => {
    const marks = [2, 9].map((line) => ({
      line,
      look: "proved" as const,
      text: "✓",
      words: "holds",
    }));
    const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };
    assert.deepEqual(
      inlayHints(marks, () => 30, range),
      [{ position: { line: 1, character: 30 }, label: "✓", tooltip: "holds", paddingLeft: true }],
    );
  });

  it("findings are the lines that fail or differ, without those that wait", () => {
    const [one, two] = [failing(5), failing(3)];
    const differs = stepData(7, { verdict: "open", why: "differs", code: "differs" });
    const file = fileData(displayData([one, two, differs, stepData(8), leaning(9)]));
    assert.deepEqual(findings(file, none), [3, 5, 7]);
    assert.deepEqual(findings(file, new Set([one])), [3, 7]);
  });

  it("the reading names the gaps inside the step", () => {
    const file = {
      ...fileData(displayData([stepData(3)])),
      gaps: [{ start: { line: 3, column: 5 }, end: { line: 3, column: 9 }, token: "\\foo" }],
    };
    assert.deepEqual(readAs(file, { line: 3, column: 1 }), {
      source: "a = b",
      readAs: "a = b",
      gaps: ["\\foo"],
    });
  });
});
