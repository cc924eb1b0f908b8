/** How text is set off on a terminal. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const asIs = (text: string): string => text;

/** The text alone. */
export const PLAIN: Style = { bold: asIs, dim: asIs, red: asIs, yellow: asIs, cyan: asIs };
