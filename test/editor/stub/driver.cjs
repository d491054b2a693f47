/** Stands as the extension under development, so that the packaged one is the one under test. */
exports.activate = () => undefined;
