import PDFDocument from "pdfkit";
import { printable } from "../../../problems/printable.ts";
import { counted } from "../../../problems/words.ts";
import { fontBytes } from "./fonts.ts";

/** A place in the tree by which a reader of screens goes through the document. */
type Structure = ReturnType<PDFDocument["struct"]>;

/** How a text looks. */
export interface Look {
  readonly size?: number;
  readonly strong?: boolean;
  readonly soft?: boolean;
  readonly alarm?: boolean;
  readonly align?: "left" | "right";
}

/** What the document says of itself, and at the foot of each page. */
export interface About {
  readonly title: string;
  /** The day that is written as that of its making: the same claim gives the same bytes. */
  readonly day: string;
  readonly foot: readonly string[];
}

/** The fields of a document, and how they are written. */
interface AcroForm {
  readonly Fields: unknown[];
  DA: unknown;
  readonly DR: { readonly Font: Record<string, unknown> };
}

const SIZE = 9.5;
const MARGIN = 45;
const BOTTOM = 54;
const INK = "#14181f";
const SOFT = "#5a6270";
const ALARM = "#9b1c1c";
const LINE = "#c3c9d3";
const SHADE = "#eef1f5";
/** Stands for a character that the typeface does not have. */
const MISSING = "\ufffd";

/** Sheets of Letter paper that are written on from the top down. Everything on them is in the tree of a reader of screens. */
export class Paper {
  private readonly doc: PDFDocument;
  private readonly about: About;
  private readonly root: Structure;
  private readonly known: (codePoint: number) => boolean;
  private readonly fits = new Map<string, string>();
  private readonly acroForm: AcroForm;
  private missing = 0;
  private fields = 0;

  constructor(about: About) {
    this.about = about;
    const day = new Date(`${about.day}T00:00:00Z`);
    this.doc = new PDFDocument({
      ...{ size: "LETTER", autoFirstPage: false, bufferPages: true, font: null, pdfVersion: "1.7", lang: "en-US" },
      ...{ tagged: true, displayTitle: true },
      info: { Title: about.title, Producer: "claims", Creator: "claims", CreationDate: day, ModDate: day },
    });
    const { regular, strong } = fontBytes();
    this.doc.registerFont("regular", regular).registerFont("strong", strong);
    this.doc.font("regular");
    this.known = knownBy(this.doc);
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
    this.acroForm = this.form();
  }

  /** Fields to fill are written in a typeface that every reader has. */
  private form(): AcroForm {
    this.doc.initForm();
    const form = this.doc._root.data.AcroForm?.data as unknown as AcroForm;
    const font = { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica", Encoding: "WinAnsiEncoding" };
    const helvetica = this.doc.ref(font);
    helvetica.end();
    form.DR.Font.Helv = helvetica;
    form.DA = new String("/Helv 10 Tf 0 g");
    return form;
  }

  get left(): number {
    return MARGIN;
  }

  get width(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  get y(): number {
    return this.doc.y;
  }

  set y(y: number) {
    this.doc.y = y;
  }

  page(layout: "portrait" | "landscape"): void {
    this.doc.addPage({ size: "LETTER", layout, margins: { top: MARGIN, bottom: BOTTOM, left: MARGIN, right: MARGIN } });
  }

  /** Goes on to a new page where less than so many points are left. @returns whether it did */
  need(points: number): boolean {
    const { page } = this.doc;
    if (this.doc.y + points <= page.height - page.margins.bottom) return false;
    this.page(page.width > page.height ? "landscape" : "portrait");
    return true;
  }

  /** Part of the tree. */
  part(type: string, of: Structure = this.root): Structure {
    const part = this.doc.struct(type);
    of.add(part);
    return part;
  }

  /** Puts something into the tree as it is drawn. @param scope of a header of a table */
  tagged(type: string, draw: () => void, of: Structure = this.root, scope?: "Column" | "Row"): void {
    const part = this.doc.struct(type);
    if (scope) part.dictionary.data.A = { O: "Table", Scope: scope };
    of.add(part);
    part.add(draw);
    part.end();
  }

  /** Draws what says nothing that is not said elsewhere. */
  aside(draw: () => void, type = "Layout"): void {
    this.doc.markContent("Artifact", { type });
    draw();
    this.doc.endMarkedContent();
  }

  private look({ size = SIZE, strong = false, soft = false, alarm = false }: Look): void {
    this.doc
      .font(strong ? "strong" : "regular")
      .fontSize(size)
      .fillColor(alarm ? ALARM : soft ? SOFT : INK);
  }

  /** A text with nothing in it that a reader of the document would obey or the typeface does not have. */
  private safe(text: string): string {
    const known = this.fits.get(text);
    if (known !== undefined) return known;
    let shown = "";
    for (const character of printable(text).normalize("NFC")) {
      const has = this.known(character.codePointAt(0) ?? 0);
      if (!has) this.missing += 1;
      shown += has ? character : MISSING;
    }
    if (this.fits.size < MOST_KEPT) this.fits.set(text, shown);
    return shown;
  }

  /** A text in a box, where it is put; draws only. */
  put(text: string, x: number, y: number, width: number, look: Look = {}): void {
    this.look(look);
    this.doc.text(this.safe(text), x, y, { width, align: look.align ?? "left", lineGap: 1 });
  }

  /** A figure or the title of figures: never cut, but smaller where it would be too wide; draws only. */
  figure(text: string, x: number, y: number, width: number, look: Look = {}): void {
    const { size = SIZE } = look;
    this.look(look);
    const wide = this.doc.widthOfString(this.safe(text));
    const fitting = wide > width ? Math.floor(((size * width) / wide) * 20) / 20 : size;
    this.line(text, x, y + (size - fitting) / 2, width + 1, { ...look, size: fitting });
  }

  /** One line, cut where it is too long; draws only. */
  line(text: string, x: number, y: number, width: number, look: Look = {}): void {
    this.look(look);
    const fitting = this.fitting(this.safe(text), width);
    const at = look.align === "right" ? x + width - this.doc.widthOfString(fitting) : x;
    this.doc.text(fitting, at, y, { lineBreak: false });
  }

  private fitting(text: string, width: number): string {
    if (this.doc.widthOfString(text) <= width) return text;
    let [least, most] = [0, text.length];
    while (least < most) {
      const middle = Math.ceil((least + most) / 2);
      if (this.doc.widthOfString(`${text.slice(0, middle)}…`) <= width) least = middle;
      else most = middle - 1;
    }
    return `${text.slice(0, least)}…`;
  }

  /** Whether a text is one line. No letter is wider than its size is high, so that of a short one nothing need be measured. */
  isOneLine(text: string, width: number, look: Look = {}): boolean {
    if (text.length * (look.size ?? SIZE) <= width) return true;
    this.look(look);
    return this.doc.widthOfString(this.safe(text)) <= width;
  }

  heightOf(text: string, width: number, look: Look = {}): number {
    this.look(look);
    return this.doc.heightOfString(this.safe(text), { width, lineGap: 1 });
  }

  /** A heading and the space around it. */
  heading(text: string, level: 1 | 2): void {
    // Room for what it heads too: the header of a table and a row.
    this.need(level === 1 ? 60 : 100);
    this.doc.y += level === 1 ? 0 : 12;
    const y = this.doc.y;
    this.tagged(`H${level}`, () =>
      this.put(text, MARGIN, y, this.width, { size: level === 1 ? 17 : 11.5, strong: true }),
    );
    if (level === 2) this.aside(() => this.rule(this.doc.y + 1, MARGIN, this.width));
    this.doc.y += 5;
  }

  paragraph(text: string, look: Look = {}): void {
    this.need(this.heightOf(text, this.width, look) + 4);
    const y = this.doc.y;
    this.tagged("P", () => this.put(text, MARGIN, y, this.width, look));
    this.doc.y += 3;
  }

  rule(y: number, x: number, width: number, weight = 0.7): void {
    this.doc
      .lineWidth(weight)
      .strokeColor(LINE)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke();
  }

  shade(x: number, y: number, width: number, height: number): void {
    this.doc.rect(x, y, width, height).fill(SHADE);
  }

  /** A field to fill in. @param label what a reader of screens says of it */
  field(label: string, x: number, y: number, width: number, height: number, value = ""): void {
    this.fields += 1;
    this.aside(() => this.rule(y + height, x, width));
    const text = value === "" ? {} : { V: new String(winAnsi(value)) };
    const named = { T: new String(`field ${this.fields}`), TU: new String(label) };
    this.doc.annotate(x, y, width, height, { Subtype: "Widget", FT: "Tx", F: 4, ...named, ...text });
    this.acroForm.Fields.push(this.doc.page.annotations.at(-1));
  }

  /** The bytes, when everything is on the paper: each page then has its foot. */
  async bytes(): Promise<Uint8Array> {
    if (this.missing > 0)
      this.paragraph(
        `${MISSING} stands for ${counted(this.missing, "character")} that the typeface of this form does not have; the claim's JSON has them.`,
        { size: 8, soft: true },
      );
    const { doc } = this;
    this.root.end();
    const { count } = doc.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      doc.switchToPage(index);
      doc.page.margins.bottom = 0;
      const y = doc.page.height - 40;
      const width = doc.page.width - 2 * MARGIN;
      this.aside(() => {
        this.about.foot.forEach((text, line) => {
          this.line(text, MARGIN, y + line * 9, width - 70, { size: 7, soft: true });
        });
        this.line(`page ${index + 1} of ${count}`, MARGIN + width - 70, y, 70, { size: 7, soft: true, align: "right" });
      }, "Pagination");
    }
    const chunks: Buffer[] = [];
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise<void>((resolve) => doc.on("end", resolve));
    doc.end();
    await ended;
    return Buffer.concat(chunks);
  }
}

/** Texts that are kept once they were looked through. */
const MOST_KEPT = 10_000;

/** Tells whether the typeface has a character. */
function knownBy(doc: PDFDocument): (codePoint: number) => boolean {
  const { _font } = doc as unknown as { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } };
  const seen = new Map<number, boolean>();
  return (codePoint) => {
    const known = seen.get(codePoint);
    if (known !== undefined) return known;
    const has = _font.font.hasGlyphForCodePoint(codePoint);
    seen.set(codePoint, has);
    return has;
  };
}

/** What a field can hold that is written in a typeface of every reader. */
const winAnsi = (text: string): string => printable(text).replace(/[^\x20-\x7e\u00a0-\u00ff]/g, "?");
