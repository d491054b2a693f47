/** Letters with a defining algebra: what γ, σ, ε, δ, g, T, f stand for, told by the scripts they carry. */
import { type Kind, kind } from "./context";
import { named } from "./indexSpace";
import type { Name } from "./name";
import type { Page } from "./reader";
import type { ScriptShape } from "./scriptShape";

/** The notion a name with these scripts stands for; undefined where the letter alone decides. */
export function notionOf(page: Page, name: Name, shape: ScriptShape): Kind | undefined {
  if (name.bold) return undefined;
  return byLetter[name.name]?.(shape, page);
}

type Notion = (shape: ScriptShape, page: Page) => Kind | undefined;

const matrix = (role: Kind["role"], space: string): Kind =>
  kind("matrix", "its scripts", { ...(role ? { role } : {}), space });

const gamma: Notion = (shape, page) => {
  if (shape.word === "E") return undefined;
  if (shape.all === "5") return matrix("gamma5", "dirac");
  if (shape.count !== 1) return shape.indices >= 2 ? kind("tensor", "two indices") : undefined;
  const component =
    shape.up === 1 &&
    (/^[01]$/.test(shape.all) || (/^[23]$/.test(shape.all) && diracElsewhere(page)));
  return shape.lorentz === 1 || component || (shape.spatial === 1 && shape.up === 1)
    ? matrix("gamma", "dirac")
    : undefined;
};

/** γ² and γ³ are matrices only in the company of others; alone they are powers of the Lorentz factor. */
function diracElsewhere(page: Page): boolean {
  if (page.survey.uses.get("γ")?.has("bare")) return false;
  if (["\\slashed", "\\fsl", "<table>"].some((token) => page.survey.seen.has(token))) return true;
  const uses = page.survey.uses.get("γ");
  const here = (
    [
      "greek-up",
      "greek-down",
      "time-component",
      "numbered",
      "number-down",
      "transposed",
      "latin-up",
    ] as const
  ).some((use) => uses?.has(use));
  return (
    here ||
    page.survey.uses.has("ψ") ||
    (!uses?.has("bare") && page.context.uses("γ", "greek-up") > 0)
  );
}

const sigma: Notion = (shape, page) => {
  if ((page.survey.uses.get("σ")?.get("called") ?? 0) > 0 && shape.lorentz === 0) return undefined;
  if (shape.lorentz === 2) return matrix("sigma-tensor", "dirac");
  if (shape.lorentz === 1 && shape.count === 1) return matrix(undefined, "weyl");
  const lower =
    shape.down === 1 &&
    shape.count === 1 &&
    (/^[123xyz+\-ijk]$|^\\pm$/.test(shape.all) || shape.spatial === 1 || shape.adjoint === 1);
  const upper =
    shape.up === 1 &&
    shape.count === 1 &&
    (/^[13xyzijk+-]$|^\\pm$/.test(shape.all) ||
      shape.spatial === 1 ||
      shape.adjoint === 1 ||
      (/^[a-c]$/.test(shape.all) && !named(page.survey, shape.all)));
  const second =
    shape.all === "2" &&
    shape.up === 1 &&
    (["<square>", "iσ"].some((sign) => page.survey.seen.has(sign)) ||
      pauliElsewhere(page) ||
      (["starred", "transposed"] as const).some((use) => page.survey.uses.get("*σ")?.has(use)));
  return lower || upper || second ? matrix("pauli", "spin") : undefined;
};

const barredSigma: Notion = (shape) =>
  shape.lorentz === 1 && shape.count === 1 ? matrix(undefined, "weyl") : undefined;

const pauliElsewhere = (page: Page): boolean => {
  const uses = page.survey.uses.get("σ");
  return (
    (uses?.get("axis") ?? 0) + (uses?.get("latin-up") ?? 0) + (uses?.get("latin-down") ?? 0) > 0 ||
    (uses?.get("numbered") ?? 0) + (uses?.get("odd-power") ?? 0) > 0
  );
};

const tau: Notion = (shape) =>
  shape.count === 1 &&
  (/^[123xyz+-]$/.test(shape.all) || shape.spatial + shape.adjoint === 1) &&
  shape.all !== "2"
    ? matrix("pauli", "isospin")
    : undefined;

const leviCivita: Notion = (shape) => {
  if (shape.count >= 3 && shape.plain)
    return kind("tensor", "three indices or more", { role: "epsilon" });
  if (
    shape.count === 2 &&
    shape.plain &&
    shape.indices === 2 &&
    (shape.up === 2 || shape.down === 2)
  )
    return kind("tensor", "two indices", { role: "epsilon" });
  if (shape.lorentz === 1) return kind("four-vector", "a Lorentz index", { role: "polarisation" });
  if (shape.spatial === 1) return kind("three-vector", "a spatial index", { role: "polarisation" });
  return undefined;
};

const delta: Notion = (shape) =>
  shape.plain && shape.count + (shape.word?.length === 1 ? 1 : 0) === 2
    ? kind("tensor", "two indices", { role: "delta" })
    : undefined;

const metric: Notion = (shape) => {
  const coordinates =
    shape.plain &&
    shape.count === 2 &&
    /^[trxyzuvθφρ0-3]{2}$/u.test(shape.all) &&
    (shape.up === 2 || shape.down === 2);
  return shape.plain && shape.count === 2 && (shape.lorentz > 0 || shape.spatial > 0 || coordinates)
    ? kind("tensor", "two indices", { role: "metric" })
    : undefined;
};

/** T^t_t: one coordinate above, one below. */
const mixedComponents = ({ plain, count, up, down, all }: ScriptShape): boolean =>
  plain && count === 2 && up === 1 && down === 1 && /^[trxyzuvθφϕρ]{2}$/u.test(all);

const generator: Notion = (shape) => {
  if (mixedComponents(shape)) return kind("tensor", "coordinates at two heights");
  if (shape.adjoint === 1 && shape.count <= 3 && shape.lorentz === 0)
    return matrix("generator", "colour");
  return shape.indices >= 2 && shape.plain ? kind("tensor", "two indices") : undefined;
};

const structure =
  (role: "structure" | "symmetric-structure"): Notion =>
  (shape) =>
    shape.plain &&
    shape.count === 3 &&
    shape.letters === 3 &&
    shape.lorentz === 0 &&
    !/^[txyz]{3}$/.test(shape.all)
      ? kind("tensor", "three indices", { role })
      : undefined;

const curvature =
  (role: "connection" | "riemann" | "ricci" | "einstein", count: number): Notion =>
  (shape, page) => {
    if (!shape.plain || shape.count !== count) return undefined;
    const components = count === 2 || count === 4 ? /^[trxyzuvθφϕρχ]+$/u.test(shape.all) : false;
    if (components && lineElement(page)) return kind("tensor", "a line element", { role });
    if (shape.lorentz + shape.spatial + shape.fixed !== count) return undefined;
    const curved = shape.lorentz > 0 || role === "connection" || geometry(page);
    return curved ? kind("tensor", `${count} indices`, { role }) : undefined;
  };

/** ds² = −dt² + … stands somewhere. */
const lineElement = ({ survey, context }: Page): boolean => {
  const isSquaredDifferential = (name: string): boolean =>
    (["variable", "squared"] as const).every(
      (use) => (survey.uses.get(name)?.get(use) ?? 0) + context.uses(name, use) > 0,
    );
  return isSquaredDifferential("s") && ["t", "r", "x", "θ", "ρ", "u"].some(isSquaredDifferential);
};

/** Whether the statement speaks of a metric or a connection. */
const geometry = (page: Page): boolean =>
  lineElement(page) ||
  page.survey.seen.has("\\Gamma") ||
  page.survey.seen.has("\\nabla") ||
  (page.survey.uses.get("g")?.get("greek-two") ?? 0) > 0 ||
  page.survey.seen.has("\\dot") ||
  page.survey.seen.has("\\theta");

const projector = (shape: ScriptShape): Kind | undefined =>
  shape.word === "L"
    ? matrix("left-projector", "dirac")
    : shape.word === "R"
      ? matrix("right-projector", "dirac")
      : undefined;

const unit: Notion = (shape) =>
  shape.count === 0 || shape.word ? matrix("identity", "any") : undefined;

const coordinate: Notion = (shape) =>
  shape.lorentz === 1 && shape.count === 1
    ? kind("four-vector", "a Lorentz index", { role: "coordinate" })
    : undefined;

const charge: Notion = (_, page) =>
  page.survey.seen.has("\\gamma") &&
  (page.survey.uses.get("C")?.get("inverted") ?? 0) + page.context.uses("C", "inverted") > 0
    ? matrix("charge-conjugation", "dirac")
    : undefined;

const byLetter: Readonly<Record<string, Notion>> = {
  γ: gamma,
  σ: sigma,
  σ̄: barredSigma,
  τ: tau,
  ε: leviCivita,
  ϵ: leviCivita,
  δ: delta,
  g: metric,
  η: metric,
  T: generator,
  t: (shape) =>
    shape.adjoint === 1 && shape.count === 1 ? matrix("generator", "colour") : undefined,
  f: structure("structure"),
  d: structure("symmetric-structure"),
  Γ: curvature("connection", 3),
  K: (shape) => (mixedComponents(shape) ? kind("tensor", "coordinates at two heights") : undefined),
  R: (shape, page) =>
    (mixedComponents(shape) ? kind("tensor", "coordinates at two heights") : undefined) ??
    curvature("riemann", 4)(shape, page) ??
    curvature("ricci", 2)(shape, page),
  G: (shape, page) =>
    (mixedComponents(shape) ? kind("tensor", "coordinates at two heights") : undefined) ??
    curvature("einstein", 2)(shape, page),
  P: projector,
  C: charge,
  x: coordinate,
  "𝟙": unit,
  𝕀: unit,
};
