/** The shape an answer must have: the part of JSON Schema that servers agree on. */

export type Shape =
  | {
      readonly type: "object";
      readonly properties: Readonly<Record<string, Shape>>;
      readonly required: readonly string[];
      readonly additionalProperties: false;
    }
  | {
      readonly type: "array";
      readonly items: Shape;
      readonly minItems?: number;
      readonly maxItems?: number;
    }
  | { readonly type: "string"; readonly enum?: readonly string[] }
  | { readonly type: "integer" | "number"; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: "boolean" };

/** Every key required, none besides. */
export const object = (properties: Readonly<Record<string, Shape>>): Shape => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** What is wrong with a value, by its path; nothing where it fits. */
export function misfits(value: unknown, shape: Shape, path = "the answer"): readonly string[] {
  switch (shape.type) {
    case "object":
      return misfitsOfObject(value, shape, path);
    case "array": {
      if (!Array.isArray(value)) return [`${path} is no list`];
      const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, items } = shape;
      if (value.length < minItems || value.length > maxItems)
        return [`${path} has ${value.length} entries`];
      return value.flatMap((item, at) => misfits(item, items, `${path}[${at}]`));
    }
    case "string":
      if (typeof value !== "string") return [`${path} is no string`];
      return shape.enum && !shape.enum.includes(value)
        ? [`${path} is none of ${shape.enum.join(", ")}`]
        : [];
    case "integer":
    case "number": {
      if (typeof value !== "number" || (shape.type === "integer" && !Number.isInteger(value)))
        return [`${path} is no ${shape.type}`];
      const { minimum = -Infinity, maximum = Infinity } = shape;
      return value < minimum || value > maximum ? [`${path} is out of range`] : [];
    }
    case "boolean":
      return typeof value === "boolean" ? [] : [`${path} is neither true nor false`];
  }
}

function misfitsOfObject(
  value: unknown,
  { properties, required }: Extract<Shape, { type: "object" }>,
  path: string,
): readonly string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return [`${path} is no object`];
  const given = value as Readonly<Record<string, unknown>>;
  return [
    ...required.filter((key) => !Object.hasOwn(given, key)).map((key) => `${path} lacks ${key}`),
    ...Object.keys(given)
      .filter((key) => !Object.hasOwn(properties, key))
      .map((key) => `${path} has ${key}, which was not asked for`),
    ...Object.entries(properties).flatMap(([key, inner]) =>
      Object.hasOwn(given, key) ? misfits(given[key], inner, `${path}.${key}`) : [],
    ),
  ];
}
