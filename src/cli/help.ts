/** What `tacit help` prints. */
export const help = `tacit: physics derivations, checked line by line

  tacit check [FILE|DIR|-]…     review the derivations of .tex, .md, .qmd, .ipynb
  tacit verify 'A = B'          judge one claimed identity, or each link of A = B = C
  tacit read 'TEX'              show how a formula is read, and what is not covered
  tacit explain FILE:LINE       have a model explain the derivation there; its claims are judged
  tacit ask FILE:LINE 'TEXT'    a question to a model about the derivation there
  tacit probe [NAME]            what answers at the addresses of the models
  tacit lsp --stdio             the language server

check     --format text|json|html   --output FILE   --lines A-B   --jobs N   --strict
both      --assume TEX (repeatable)   --metric mostly-minus|mostly-plus   --dim N|d
          --epsilon +1|-1   --macros FILE   --no-tacit   --seed N   --budget N
explain   --step fills in the step at LINE   --slip looks for its first slip   --samples N
explain, ask, probe   --profiles FILE (tacit.models.json)   --profile NAME   --show (send nothing)
verify, read   --batch FILE.jsonl (- for standard input)

Exit code: 0 nothing fails · 1 something fails · 2 usage or input error · 3 a model's answer is incomplete
`;
