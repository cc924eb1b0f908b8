/** The look of the page: light and dark, on paper Letter and A4. Text has a contrast of 4.5 and more in both. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --card: #f6f7f9; --line: #d5d9e0; --text: #1b2230; --soft: #525c6d;
  --accent: #1f5fa8; --bar: #2f6fb5; --bar2: #b4540a; --alarm: #9b1c1c; --alarm-page: #fdf1f0; --warn-page: #fff7e6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161d; --card: #1b212b; --line: #343d4b; --text: #e7ebf1; --soft: #a9b3c2;
    --accent: #8fc0f5; --bar: #6ea8e6; --bar2: #f0a35e; --alarm: #ffb0a8; --alarm-page: #33191a; --warn-page: #2d2717;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 76rem; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.15rem; font-weight: 600; margin: 0; color: var(--soft); }
h2 { font-size: 1.45rem; line-height: 1.25; margin: 2.5rem 0 .25rem; }
h3 { font-size: 1.05rem; margin: 2rem 0 .6rem; }
p { margin: .35rem 0; max-width: 52rem; }
a { color: var(--accent); }
.total { font-size: 2.9rem; font-weight: 650; line-height: 1.1; margin: .6rem 0 .2rem; font-variant-numeric: tabular-nums; letter-spacing: -.015em; }
.soft { color: var(--soft); }
.alarm, .warn { padding: .7rem 1rem; border-radius: .5rem; border-left: .3rem solid var(--alarm); background: var(--alarm-page); margin: 1rem 0; max-width: none; }
.warn { border-color: var(--bar2); background: var(--warn-page); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 1rem; margin: 1.25rem 0; }
.cards .wide { grid-column: 1 / -1; }
figure { margin: 0; padding: 1rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; break-inside: avoid; }
figcaption { font-weight: 600; margin-bottom: .6rem; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { font: 13px system-ui, "Segoe UI", Roboto, Arial, sans-serif; fill: var(--text); }
svg text.soft { fill: var(--soft); }
svg .bar { fill: var(--bar); } svg .over { fill: var(--bar2); } svg .track { fill: var(--line); } svg .mark { stroke: var(--text); stroke-width: 2; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); padding-bottom: .4rem; }
th, td { padding: .38rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--line); vertical-align: bottom; font-weight: 600; }
th.figure, td.figure { text-align: right; }
td.figure { white-space: nowrap; }
tfoot th, tfoot td { font-weight: 650; border-top: 2px solid var(--line); border-bottom: 0; }
tbody th { font-weight: 500; }
th.figure button { text-align: right; }
thead button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline dotted; text-underline-offset: .2em; }
th[aria-sort] button::after { content: " \\2191"; } th[aria-sort="descending"] button::after { content: " \\2193"; }
tr.folded td { padding-top: 0; border-bottom: 1px solid var(--line); }
tbody.officer > tr:first-child > * { border-bottom: 0; padding-bottom: .1rem; }
details summary { cursor: pointer; color: var(--accent); font-size: .88rem; }
details[open] summary { margin-bottom: .4rem; }
.steps { margin: 0 0 .8rem; padding: .6rem .9rem; background: var(--card); border-radius: .5rem; font-size: .88rem; }
.steps dt { font-weight: 600; margin-top: .5rem; } .steps dd { margin: 0 0 0 1rem; }
.steps .why { color: var(--soft); }
dl.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem 1.5rem; margin: .5rem 0; }
dl.facts dt { color: var(--soft); font-size: .85rem; } dl.facts dd { margin: 0; }
ul.plain { list-style: none; padding: 0; margin: .4rem 0; } ul.plain li { padding: .3rem 0; border-bottom: 1px solid var(--line); }
ul.plain b { font-variant-numeric: tabular-nums; }
.hash { font: .8rem/1.4 ui-monospace, Consolas, Menlo, monospace; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .88rem; }
@page { margin: 15mm 13mm; }
@media print {
  :root { --page: #fff; --card: #fff; --line: #c4c9d2; --text: #000; --soft: #444; --accent: #000; --bar: #2f6fb5; --bar2: #b4540a;
    --alarm: #9b1c1c; --alarm-page: #fff; --warn-page: #fff; }
  body { padding: 0; max-width: none; font-size: 9.5pt; }
  .total { font-size: 24pt; } h2 { font-size: 14pt; } h3 { font-size: 11pt; break-after: avoid; }
  .cards { grid-template-columns: 1fr 1fr; }
  table { font-size: 7.6pt; } th, td { padding: 1.2mm 1.4mm; } .scroll { overflow: visible; }
  thead { display: table-header-group; break-inside: avoid; } tfoot { display: table-row-group; } tbody { break-inside: avoid; }
  .screen { display: none; } details summary { list-style: none; color: #444; font-size: 7.2pt; } details:not([open]) summary { color: #444; }
  thead button { display: contents; }
}
`;
