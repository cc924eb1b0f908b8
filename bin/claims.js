#!/usr/bin/env node
// Loads the built program; with the compiled form of it that the build left beside it, where this Node takes it.
const { closeSync, existsSync, fstatSync, openSync, readSync } = require("node:fs");
const { Script } = require("node:vm");

const filename = `${__dirname}/../dist/claims.cjs`;
const compiled = `${__dirname}/../dist/claims.cache`;
// Both files are read into the same memory, one after the other: new memory is what a start spends most of its time on.
let memory = Buffer.alloc(0);
function read(path) {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  if (memory.length < size) memory = Buffer.allocUnsafeSlow(Math.max(size, 1 << 20));
  let length = 0;
  for (let more = 1; more > 0 && length < size; length += more)
    more = readSync(file, memory, length, size - length, length);
  closeSync(file);
  return memory.subarray(0, length);
}

const source = read(filename).latin1Slice();
const script = new Script(source, { filename, cachedData: existsSync(compiled) ? read(compiled) : undefined });
script.runInThisContext()(require, module, exports, __filename);
