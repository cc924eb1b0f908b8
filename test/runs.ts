/** Each run tries others; a failure names the seed, and SEED tries the same again. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
if (process.env.RUNS !== undefined) console.log(`properties: ${process.env.RUNS} runs each, seed ${seed}`);

/** How often a property is tried: as often as the test says, or as RUNS says. */
export const runs = (usual: number) => ({ numRuns: Number(process.env.RUNS ?? usual), seed });
