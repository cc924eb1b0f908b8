const NONE = new Int32Array(0);
const FIRST_SIZE = 1024;
/** 64 bytes, which V8 keeps with its other objects. */
const FEWEST = 16;

/**
 * Numbers the officers of a run and finds them by agency and id. As long as ids come in ascending order, as exports mostly
 * have them, none can be known yet and nothing is kept; from the first that does not, an open hash table of officer numbers is.
 * The ids themselves stay where they are, and one is read again only where two hashes are the same.
 */
export class OfficerIndex {
  size = 0;
  /** Agency of each officer. */
  private agencies = NONE;
  private hashes = NONE;
  /** Officer number + 1 in each slot, 0 where it is free; no slots while ids ascend. */
  private slots = NONE;
  private last = { agency: -1, id: "" };
  private readonly idOf: (officer: number) => string;

  constructor(idOf: (officer: number) => string) {
    this.idOf = idOf;
  }

  agency(officer: number): number {
    return officer < this.size ? (this.agencies[officer] ?? -1) : -1;
  }

  /** The number of an officer, or -1. */
  find(agency: number, id: string): number {
    if (this.slots.length === 0) this.index();
    return (this.slots[this.slotOf(agency, id, hashOf(agency, id))] ?? 0) - 1;
  }

  /** The number of an officer, a new one where there was none. */
  findOrAdd(agency: number, id: string): number {
    if (this.slots.length === 0) {
      const { last } = this;
      if (last.agency === agency && last.id === id) return this.size - 1;
      if (agency > last.agency || (agency === last.agency && isAfter(id, last.id))) return this.add(agency, id);
      this.index();
    }
    const hash = hashOf(agency, id);
    const slot = this.slotOf(agency, id, hash);
    const known = this.slots[slot] ?? 0;
    if (known > 0) return known - 1;
    const officer = this.add(agency, id);
    this.hashes[officer] = hash;
    this.slots[slot] = officer + 1;
    if (this.size * 2 > this.slots.length) this.index();
    return officer;
  }

  private add(agency: number, id: string): number {
    const officer = this.size++;
    if (officer >= this.agencies.length) this.agencies = grown(this.agencies, Math.max(FEWEST, officer * 2));
    this.agencies[officer] = agency;
    this.last = { agency, id };
    return officer;
  }

  /** The slot that holds an officer, or the free one where it belongs. */
  private slotOf(agency: number, id: string, hash: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const officer = (this.slots[slot] ?? 0) - 1;
      if (officer < 0) return slot;
      if (this.hashes[officer] === hash && this.agencies[officer] === agency && this.idOf(officer) === id) return slot;
    }
  }

  /** Makes the hash table, with room for as many officers again. */
  private index(): void {
    const begins = this.slots.length === 0;
    const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(FIRST_SIZE, this.size * 4))));
    this.hashes = grown(this.hashes, slots.length / 2);
    const mask = slots.length - 1;
    for (let officer = 0; officer < this.size; officer++) {
      if (begins) this.hashes[officer] = hashOf(this.agencies[officer] ?? 0, this.idOf(officer));
      let slot = (this.hashes[officer] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = officer + 1;
    }
    this.slots = slots;
  }
}

/** Shorter ids first, then by their characters: the order of numbers written as text. */
const isAfter = (id: string, before: string): boolean =>
  id.length === before.length ? id > before : id.length > before.length;

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
