/** The version of the package, as released. */
export { version } from "../../package.json";
