#!/usr/bin/env node
// Loads the built program; with the compiled form of it that the build left beside it, where this Node takes it.
const { existsSync, readFileSync } = require("node:fs");
const { Script } = require("node:vm");

const filename = `${__dirname}/../dist/claims.cjs`;
const compiled = `${__dirname}/../dist/claims.cache`;
const script = new Script(readFileSync(filename, "latin1"), {
  filename,
  cachedData: existsSync(compiled) ? readFileSync(compiled) : undefined,
});
script.runInThisContext()(require, module, exports, __filename);
