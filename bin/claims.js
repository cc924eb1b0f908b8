#!/usr/bin/env node
// Node keeps what it compiled of the program for the next start, from 22.1 on.
require("node:module").enableCompileCache?.();
require("../dist/claims.cjs").main(process.argv.slice(2));
