/** Typesetting: what KaTeX sets, what is shown as source, and what never reaches the page. */
import { strict as assert } from "node:assert";
import { formulaImage } from "../../src/protocol/formulaImage";
import { mathSize } from "../../src/protocol/mathSize";
import { mathml, typeset, typesetSentence, typesetStep } from "../../src/protocol/typeset";

describe("typesetting", () => {
  it("gives HTML beside MathML", () => {
    const markup = typeset("\\gamma^\\mu p_\\mu");
    assert.match(markup, /<math/);
    assert.match(markup, /class="katex-html"/);
  });

  it("follows the document's macros", () => {
    assert.match(typeset("\\ps", { "\\ps": "\\slashed{p}" }), /<mi>p<\/mi>/);
    assert.match(typeset("\\half{x}", { "\\half": "\\tfrac{#1}{2}" }), /<mfrac>/);
  });

  it("shows the source of what cannot be set", () => {
    assert.equal(typeset("\\foo{<b>}"), '<code class="tacit-source">\\foo{&#60;b&#62;}</code>');
  });

  for (const hostile of [
    "\\href{javascript:alert(1)}{x}",
    "\\htmlClass{a}{x}",
    "\\includegraphics{x.png}",
    "\\text{<img src=x onerror=alert(1)>}",
  ])
    it(`lets no markup through from ${hostile}`, () => {
      assert.doesNotMatch(
        typeset(hostile).replace(/<annotation.*?<\/annotation>/gs, ""),
        /<a |<img|href=|class="a"|javascript:alert\(1\)"/,
      );
    });

  it("leaves out what belongs to the row", () => {
    assert.equal(typeset("& a = b \\label{eq:x} \\nonumber \\\\"), typeset("a = b"));
  });

  it("sets a prime as a prime", () => {
    assert.equal(
      typeset("k′^2").replace(/<annotation.*?<\/annotation>/s, ""),
      typeset("k'^2").replace(/<annotation.*?<\/annotation>/s, ""),
    );
  });

  it("goes on from the line above", () => {
    const step = { left: "a", relation: "=", right: "b", readAs: "a = b" };
    assert.match(typesetStep(step), /<mi>a<\/mi>/);
    assert.doesNotMatch(typesetStep(step, {}, true), /<mi>a<\/mi>/);
  });

  it("reads a formula aloud as it was read", () => {
    assert.match(
      typesetStep({ left: "a", relation: "≈", right: "b", readAs: "a ≈ b" }),
      /aria-label="a ≈ b"/,
    );
  });

  it("sets formulas inside a sentence and escapes the rest", () => {
    const markup = typesetSentence("At $m^2$ it is < 0.");
    assert.match(markup, /^At <span class="katex">/);
    assert.match(markup, /it is &#60; 0\.$/);
  });
});

describe("images of formulas", () => {
  it("are data addresses in the colour of their surroundings", () => {
    const address = formulaImage("a=\\frac{b}{c}", {}, "#cccccc") ?? "";
    const svg = atob(address.replace("data:image/svg+xml;base64,", ""));
    assert.match(svg, /^<svg .*color:#cccccc.*<mfrac>/s);
    assert.doesNotMatch(svg, /annotation/);
  });

  it("are not made of a formula that cannot be set, nor in a colour that is none", () => {
    assert.equal(formulaImage("\\foo", {}, "#cccccc"), undefined);
    assert.equal(formulaImage("a", {}, '"><script>'), undefined);
  });

  it("grow with their formula", () => {
    const size = (latex: string) => mathSize(mathml(latex) ?? "");
    assert.ok(size("a+b+c").width > size("a+b").width);
    assert.ok(size("\\frac{a}{b}").height > size("a").height);
    assert.ok(size("\\frac{a}{b}").width < size("ab").width);
    assert.ok(
      size("\\begin{pmatrix}a\\\\b\\\\c\\end{pmatrix}").height > size("\\frac{a}{b}").height,
    );
  });
});
