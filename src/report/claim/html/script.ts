/** Where script is allowed, tables of figures are sorted by a press on a header; each row with what is folded under it. */
export const SCRIPT = `
for (const table of document.querySelectorAll("table.sortable")) {
  const headers = [...table.tHead.rows[0].cells];
  headers.forEach((header, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => {
      const up = header.getAttribute("aria-sort") !== "ascending";
      for (const other of headers) other.removeAttribute("aria-sort");
      header.setAttribute("aria-sort", up ? "ascending" : "descending");
      const key = (body) => {
        const cell = body.rows[0].cells[index];
        const text = cell.dataset.value ?? cell.textContent.trim();
        return cell.classList.contains("figure") ? Number(text.replace(/[^0-9.-]/g, "")) : text.toLowerCase();
      };
      const bodies = [...table.tBodies].map((body) => [key(body), body]);
      bodies.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * (up ? 1 : -1));
      for (const [, body] of bodies) table.insertBefore(body, table.tFoot);
    });
  });
}
`;
