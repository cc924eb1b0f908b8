/**
 * Finds an officer by agency and id among millions: an open hash table of officer numbers. The ids themselves stay where
 * they are; one is read again only where two hashes are the same.
 */
export class OfficerIndex {
  size = 0;
  private slots = new Int32Array(1024).fill(-1);
  private hashes = new Int32Array(1024);
  private agencies = new Int32Array(1024);
  private readonly idOf: (officer: number) => string;

  constructor(idOf: (officer: number) => string) {
    this.idOf = idOf;
  }

  agency(officer: number): number {
    return officer < this.size ? (this.agencies[officer] ?? -1) : -1;
  }

  /** The number of an officer, or -1. */
  find(agency: number, id: string): number {
    return this.slots[this.slotOf(agency, id, hashOf(agency, id))] ?? -1;
  }

  /** The number of an officer, a new one where there was none. */
  findOrAdd(agency: number, id: string): number {
    const hash = hashOf(agency, id);
    const slot = this.slotOf(agency, id, hash);
    const known = this.slots[slot] ?? -1;
    if (known >= 0) return known;
    const officer = this.size++;
    this.hashes[officer] = hash;
    this.agencies[officer] = agency;
    this.slots[slot] = officer;
    if (this.size * 2 > this.slots.length) this.expect(this.size * 2);
    return officer;
  }

  /** The slot that holds an officer, or the free one where it belongs. */
  private slotOf(agency: number, id: string, hash: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const officer = this.slots[slot] ?? -1;
      if (officer < 0) return slot;
      if (this.hashes[officer] === hash && this.agencies[officer] === agency && this.idOf(officer) === id) return slot;
    }
  }

  /** Makes room for that many officers. */
  expect(officers: number): void {
    const size = 2 ** Math.ceil(Math.log2(Math.max(officers, 512) * 2));
    if (size <= this.slots.length) return;
    const hashes = grown(this.hashes, size);
    this.hashes = hashes;
    this.agencies = grown(this.agencies, size);
    this.slots = new Int32Array(size).fill(-1);
    const mask = size - 1;
    for (let officer = 0; officer < this.size; officer++) {
      let slot = (hashes[officer] ?? 0) & mask;
      while ((this.slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = officer;
    }
  }
}

function grown(before: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const after = new Int32Array(size);
  after.set(before);
  return after;
}

/** FNV-1a over the characters, begun with the agency and finished so that the low bits depend on all. */
function hashOf(agency: number, id: string): number {
  let hash = Math.imul(agency + 1, 0x9e3779b1) ^ 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 12);
}
