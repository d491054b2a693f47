/** The version of the package, as released. */
import manifest from "../../package.json";

export const version: string = manifest.version;
