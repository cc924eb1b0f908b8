/** A step into a JSON text: the name of a field or the index of an element. */
export type PathStep = string | number;

/** A JSON text that cannot be read: what is wrong, where in the text, and in which value. */
export class JsonFault extends Error {
  readonly offset: number;
  readonly path: readonly PathStep[];

  constructor(message: string, offset: number, path: readonly PathStep[]) {
    super(message);
    this.offset = offset;
    this.path = [...path];
  }
}

/** Deeper than any document of this program; a text of brackets alone must not exhaust the stack. */
const DEEPEST = 40;

/** A path as messages and differences show it: `claims[0].officers[3].salary`. */
export function pathText(path: readonly PathStep[]): string {
  let text = "";
  for (const step of path)
    if (typeof step === "number") text += `[${step}]`;
    else if (/^\w+$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  return text;
}

/** The line and the character of a place in a text, both from 1. */
export function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let from = 0;
  for (let next = text.indexOf("\n"); next >= 0 && next < offset; next = text.indexOf("\n", from)) {
    line += 1;
    from = next + 1;
  }
  return { line, column: offset - from + 1 };
}

/**
 * The value of a JSON text, stricter than JSON.parse: a name that stands twice in one object and the name `__proto__` are
 * refused. @param visit is told where each value begins @throws JsonFault
 */
export function parseStrict(text: string, visit?: (path: readonly PathStep[], offset: number) => void): unknown {
  return new StrictReader(text, visit).document();
}

/** Where a value begins, or the nearest value around it that is there. */
export function offsetOf(text: string, path: readonly PathStep[]): number {
  const wanted = path.map((_, index) => pathText(path.slice(0, index + 1)));
  let best = 0;
  let depth = 0;
  parseStrict(text, (at, offset) => {
    if (at.length <= depth || at.length > path.length || pathText(at) !== wanted[at.length - 1]) return;
    [best, depth] = [offset, at.length];
  });
  return best;
}

const WORDS: readonly (readonly [string, unknown])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
];
class StrictReader {
  private readonly number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  private readonly plainText = /"[^"\\\p{Cc}]*"/uy;
  private readonly word = /[\w.+-]+/y;
  private at = 0;
  private readonly path: PathStep[] = [];
  private readonly text: string;
  private readonly visit: ((path: readonly PathStep[], offset: number) => void) | undefined;

  constructor(text: string, visit?: (path: readonly PathStep[], offset: number) => void) {
    this.text = text;
    this.visit = visit;
  }

  document(): unknown {
    this.space();
    if (this.at >= this.text.length) this.fault("is empty");
    const value = this.value();
    this.space();
    if (this.at < this.text.length) this.fault("goes on after its end");
    return value;
  }

  private value(): unknown {
    this.visit?.(this.path, this.at);
    switch (this.text.charCodeAt(this.at)) {
      case 0x7b:
        return this.object();
      case 0x5b:
        return this.array();
      case 0x22:
        return this.string();
      default:
        return this.scalar();
    }
  }

  private object(): Record<string, unknown> {
    this.open();
    const object: Record<string, unknown> = {};
    let begun = false;
    while (!this.closes("}", begun)) {
      begun = true;
      const begins = this.at;
      if (this.text[begins] !== '"') this.fault('needs a name in quotes or "}"');
      const name = this.string();
      if (name === "__proto__") this.fault("has the name __proto__, which no document has", begins);
      if (Object.hasOwn(object, name)) this.fault(`has the name ${JSON.stringify(name)} twice`, begins);
      this.space();
      if (this.text[this.at] !== ":") this.fault('needs ":" after a name');
      this.at += 1;
      this.space();
      this.path.push(name);
      object[name] = this.value();
      this.path.pop();
    }
    return object;
  }

  private array(): unknown[] {
    this.open();
    const array: unknown[] = [];
    while (!this.closes("]", array.length > 0)) {
      this.path.push(array.length);
      array.push(this.value());
      this.path.pop();
    }
    return array;
  }

  private open(): void {
    if (this.path.length > DEEPEST) this.fault("is nested too deeply");
    this.at += 1;
  }

  /** Whether the object or array closes here; else turns to its next part. */
  private closes(bracket: "}" | "]", begun: boolean): boolean {
    this.space();
    if (this.text[this.at] === bracket) {
      this.at += 1;
      return true;
    }
    if (!begun) return false;
    if (this.text[this.at] !== ",") this.fault(`needs "," or "${bracket}"`);
    this.at += 1;
    this.space();
    return false;
  }

  private string(): string {
    const plain = this.next(this.plainText);
    if (plain !== undefined) {
      this.at += plain.length;
      return plain.slice(1, -1);
    }
    const begins = this.at;
    let end = begins + 1;
    for (let code = this.text.charCodeAt(end); code !== 0x22; code = this.text.charCodeAt(end)) {
      if (end >= this.text.length) this.fault("ends inside a text: the file is truncated", begins);
      end += code === 0x5c ? 2 : 1;
    }
    this.at = end + 1;
    try {
      return JSON.parse(this.text.slice(begins, end + 1)) as string;
    } catch {
      return this.fault("has a text with a character that JSON does not allow", begins);
    }
  }

  private scalar(): unknown {
    for (const [word, value] of WORDS)
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    const number = this.next(this.number);
    if (number === undefined) return this.fault(this.notAValue());
    this.at += number.length;
    return Number(number);
  }

  private notAValue(): string {
    const word = this.next(this.word);
    if (word === undefined) return "needs a value";
    return `${this.path.length === 0 ? "begins with" : "is"} ${word.slice(0, 20)}, which is not JSON`;
  }

  /** What stands here of a form, if anything. */
  private next(form: RegExp): string | undefined {
    form.lastIndex = this.at;
    return form.exec(this.text)?.[0];
  }

  private space(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at += 1;
    }
  }

  private fault(message: string, at = this.at): never {
    if (at >= this.text.length) throw new JsonFault("ends too early: the file is truncated", at, this.path);
    throw new JsonFault(message, at, this.path);
  }
}
