/** What is used of pdfkit, which brings no types. */
declare module "pdfkit" {
  import type { Readable } from "node:stream";

  interface Options {
    readonly width?: number;
    readonly align?: "left" | "right" | "center";
    readonly lineBreak?: boolean;
    readonly lineGap?: number;
  }

  interface Structure {
    readonly dictionary: { readonly data: Record<string, unknown> };
    add(child: Structure | (() => void)): this;
    end(): void;
  }

  interface Margins {
    readonly top: number;
    bottom: number;
    readonly left: number;
    readonly right: number;
  }

  export default class PDFDocument extends Readable {
    constructor(options: Readonly<Record<string, unknown>>);
    readonly page: {
      readonly width: number;
      readonly height: number;
      readonly margins: Margins;
      readonly annotations: unknown[];
    };
    x: number;
    y: number;
    readonly _root: { readonly data: Record<string, { readonly data: Record<string, unknown> }> };
    ref(data: unknown): { end(): void };
    registerFont(name: string, bytes: Buffer): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    lineWidth(width: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    stroke(): this;
    fill(color: string): this;
    text(text: string, x: number, y: number, options?: Options): this;
    widthOfString(text: string): number;
    heightOfString(text: string, options?: Options): number;
    addPage(options?: Readonly<Record<string, unknown>>): this;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    switchToPage(index: number): void;
    struct(type: string, options?: Readonly<Record<string, unknown>>): Structure;
    addStructure(structure: Structure): this;
    markContent(tag: string, options?: Readonly<Record<string, unknown>>): this;
    endMarkedContent(): this;
    initForm(): this;
    annotate(x: number, y: number, width: number, height: number, options: Readonly<Record<string, unknown>>): this;
    end(): void;
  }
}
