/** The packaged extension is installed and starts with a LaTeX file. */
import { strict as assert } from "node:assert";
import * as vscode from "vscode";

describe("the extension", () => {
  it("is installed from its package", () => {
    assert.ok(vscode.extensions.getExtension("tacit-physics.tacit-physics"));
  });
});
