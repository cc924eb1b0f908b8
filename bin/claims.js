#!/usr/bin/env node
require("../dist/claims.cjs");
