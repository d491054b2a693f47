/** The page of the panel: nothing is loaded but its own script, style and fonts. */
import { l10n, type Uri, Uri as uri, type Webview } from "vscode";

export function panelHtml(webview: Webview, extensionUri: Uri): string {
  const file = (name: string) =>
    webview.asWebviewUri(uri.joinPath(extensionUri, "dist/webview", name)).toString();
  const nonce = freshNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    "style-src-attr 'unsafe-inline'",
    `font-src ${webview.cspSource}`,
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file("panel.css")}">
<title>${l10n.t("Derivation")}</title>
</head>
<body>
<section id="answer" aria-label="${l10n.t("Answer of a model")}"></section>
<main id="derivation"></main>
<p id="live" class="unseen" aria-live="polite"></p>
<script nonce="${nonce}" src="${file("panel.js")}"></script>
</body>
</html>`;
}

function freshNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
