// Required before bin/claims.js by the build: keeps what the engine compiled of the program during one run.
const vm = require("node:vm");
const { writeFileSync } = require("node:fs");

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    process.once("exit", () => writeFileSync(`${__dirname}/../dist/claims.cache`, this.createCachedData()));
  }
};
