// The built program on another day than today: DAY ARGUMENT...
const { main } = require("../../dist/claims.cjs");

const [day, ...args] = process.argv.slice(2);
main(args, { today: () => Date.parse(day) / 86_400_000 });
