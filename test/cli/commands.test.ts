/** The command line as others' programs meet it: answers, exit codes, bad input. */
import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ReviewData } from "../../src/protocol/review";

const program = resolve("dist/cli.cjs");

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function tacit(args: readonly string[], options: { input?: string; cwd?: string } = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    timeout: 60_000,
    input: "",
    env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "" },
    ...options,
  });
  return { code: status, out: stdout, err: stderr };
}

const page = (body: string) =>
  `\\documentclass{article}\n\\begin{document}\n${body}\n\\end{document}\n`;
const right = page("\\begin{align}\n(a+b)^2 &= a^2+2ab+b^2\n\\end{align}");
const wrong = page("\\begin{align}\n(a+b)^2 &= a^2+b^2\n\\end{align}");

describe("the command line", () => {
  let folder = "";
  const file = (name: string, contents: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, contents);
    return path;
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "tacit-cli-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("exits 0 when nothing fails and 1 when something does", () => {
    assert.equal(tacit(["check", file("right.tex", right)]).code, 0);
    const failing = tacit(["check", file("wrong.tex", wrong)]);
    assert.equal(failing.code, 1);
    assert.match(failing.out, /✗ fails/);
  });

  it("tells what there is when asked for help, whatever the command", () => {
    for (const args of [["--help"], ["help"], ["verify", "--help"], ["check", "-h"]]) {
      const { code, out } = tacit(args);
      assert.equal(code, 0, args.join(" "));
      assert.match(out, /tacit check \[FILE/);
    }
  });

  it("takes what begins with a minus sign as a formula", () => {
    assert.equal(tacit(["verify", "-(a-b) = b-a"]).code, 0);
    assert.equal(tacit(["verify", "-x = x"]).code, 1);
    assert.equal(tacit(["verify", "y = -x", "--assume", "-y = x"]).code, 0);
    assert.match(tacit(["read", "-x^2"]).out, /x/);
    assert.equal(tacit(["verify", "-z", "x=x"]).code, 2);
  });

  it("exits 2 on an unknown command, an unknown option and a missing file, with a remedy", () => {
    for (const args of [
      ["frobnicate"],
      ["check", "--frob"],
      ["check", join(folder, "none.tex")],
      ["verify"],
    ]) {
      const run = tacit(args);
      assert.equal(run.code, 2, args.join(" "));
      assert.match(run.err, /^tacit: .+\n.+/, args.join(" "));
      assert.equal(run.out, "");
    }
  });

  it("answers commands that come later plainly", () => {
    const run = tacit(["mark"]);
    assert.equal(run.code, 2);
    assert.match(run.err, /does not exist yet/);
  });

  it("verifies an identity and exits by its verdict", () => {
    assert.equal(tacit(["verify", "(a+b)^2 = a^2+2ab+b^2"]).code, 0);
    assert.equal(tacit(["verify", "(a+b)^2 = a^2+b^2"]).code, 1);
    const data = JSON.parse(tacit(["verify", "--format", "json", "(a+b)^2 = a^2+b^2"]).out);
    assert.equal(data.verdict, "refuted");
    assert.equal(data.evidence.kind, "counterexample");
  });

  it("judges each link of a chain and takes the worst for the whole", () => {
    const data = JSON.parse(
      tacit(["verify", "--format", "json", "(a+b)^2 = a^2+2ab+b^2 = a^2+b^2"]).out,
    );
    assert.deepEqual(
      data.links.map(({ verdict }: { verdict: string }) => verdict),
      ["proved", "refuted"],
    );
    assert.equal(data.verdict, "refuted");
  });

  it("answers a batch line by line in order, and a bad line by itself", () => {
    const lines = [
      '{"id":"x1","latex":"a+a = 2a","assume":null}',
      "not json",
      '{"id":"x3"}',
      '{"id":"x4","latex":"a+a = 3a","premises":"none"}',
    ];
    const run = tacit(["verify", "--batch", "-"], { input: lines.join("\n") });
    const answers = run.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      answers.map(({ id }) => id),
      ["x1", null, "x3", "x4"],
    );
    assert.deepEqual(
      answers.map(({ verdict }) => verdict),
      ["proved", undefined, undefined, "refuted"],
    );
    assert.equal(typeof answers[1].error, "string");
    assert.match(answers[2].error, /latex/);
    assert.equal(run.code, 0);
  });

  it("shows how a formula is read, and its gaps", () => {
    const answer = JSON.parse(
      tacit(["read", "--batch", "-"], { input: '{"id":"r1","latex":"\\\\frac{a}{b}"}' }).out,
    );
    assert.equal(answer.read, true);
    assert.equal(answer.tree.kind, "quotient");
    const gap = JSON.parse(tacit(["read", "--format", "json", "a + \\frobnicate"]).out);
    assert.equal(gap.read, false);
    assert.equal(gap.gaps[0].token, "\\frobnicate");
  });

  it("gives the JSON of the contract", () => {
    const review = JSON.parse(
      tacit(["check", "--format", "json", file("wrong.tex", wrong)]).out,
    ) as ReviewData;
    const [step] = review.files[0]?.displays[0]?.steps ?? [];
    assert.equal(review.version, 1);
    assert.equal(step?.verdict, "refuted");
    assert.deepEqual([step?.start.line, step?.end.line], [4, 4]);
    assert.equal(review.summary.refuted, 1);
  });

  it("writes a report to a file whole or not at all", () => {
    const path = join(folder, "report.html");
    assert.equal(
      tacit(["check", "--format", "html", "--output", path, file("right.tex", right)]).code,
      0,
    );
    assert.match(readFileSync(path, "utf8"), /<!doctype html>/);
    const nowhere = join(folder, "no", "such", "report.html");
    assert.equal(
      tacit(["check", "--format", "html", "--output", nowhere, file("right.tex", right)]).code,
      2,
    );
    assert.equal(existsSync(nowhere), false);
  });

  it("keeps to the lines asked for", () => {
    const two = page("\\[ a+a = 2a \\]\n\n\\[ a+a = 3a \\]");
    assert.equal(tacit(["check", "--lines", "1-4", file("two.tex", two)]).code, 0);
    assert.equal(tacit(["check", "--lines", "5-5", file("two.tex", two)]).code, 1);
  });

  it("reads standard input and Markdown", () => {
    assert.equal(tacit(["check", "-"], { input: wrong }).code, 1);
    assert.equal(tacit(["check", file("note.md", "# Note\n\n$$ a+a = 3a $$\n")]).code, 1);
  });

  it("reviews a folder with several jobs as with one", () => {
    file("right.tex", right);
    file("wrong.tex", wrong);
    const verdicts = (jobs: string) => {
      const review = JSON.parse(
        tacit(["check", "--jobs", jobs, "--format", "json", folder]).out,
      ) as ReviewData;
      return review.files.map(({ path, displays }) => [
        path,
        displays.flatMap(({ steps }) => steps.map(({ verdict }) => verdict)),
      ]);
    };
    assert.deepEqual(verdicts("2"), verdicts("1"));
  });

  describe("with bad input", () => {
    it("reads a file that is not UTF-8 as Latin-1, says so and exits 2, and the other files are reviewed", () => {
      const bytes = new Uint8Array(Buffer.from(`% Caf\u00e9\n${right}`, "latin1"));
      const latin = file("latin.tex", bytes);
      const run = tacit(["check", latin, file("right.tex", right)]);
      assert.equal(run.code, 2);
      assert.match(run.out + run.err, /latin\.tex.*UTF-8/s);
      assert.equal(run.out.match(/✓ proved/g)?.length, 2);
    });

    it("takes a binary, an empty file and a 5 MB file without harm", () => {
      assert.equal(tacit(["check", file("binary.tex", new Uint8Array(1000))]).code, 2);
      assert.equal(tacit(["check", file("empty.tex", "")]).code, 0);
      const long = tacit([
        "check",
        file("long.tex", page(`${"Words and words. ".repeat(320_000)}\n\\[ a+a = 3a \\]`)),
      ]);
      assert.equal(long.code, 1);
    }).timeout(60_000);

    it("names the file and line of a missing input, unbalanced braces and a macro that expands to itself", () => {
      const missing = tacit([
        "check",
        file("missing.tex", page("\\input{nowhere}\n\\[ a+a = 3a \\]")),
      ]);
      assert.equal(missing.code, 1);
      assert.match(missing.out, /missing\.tex:3: .*nowhere/);
      const braces = tacit([
        "check",
        file("braces.tex", page("\\[ \\frac{a}{b = c \\]\n\n\\[ a+a = 3a \\]")),
      ]);
      assert.equal(braces.code, 1);
      assert.match(braces.out, /braces\.tex:\d+: /);
      const loop = tacit([
        "check",
        file("loop.tex", page("\\newcommand{\\x}{\\x}\n\\[ \\x = 1 \\]\n\n\\[ a+a = 3a \\]")),
      ]);
      assert.equal(loop.code, 1);
      assert.match(loop.out, /loop\.tex:\d+: /);
    });
  });
});
