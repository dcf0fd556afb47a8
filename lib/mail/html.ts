const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

function withLinks(line: string): string {
  let html = '';
  let end = 0;
  for (const found of line.matchAll(LINK)) {
    const address = escaped(found[0]);
    html += `${escaped(line.slice(end, found.index))}<a href="${address}" style="color:#7a3410">${address}</a>`;
    end = found.index + found[0].length;
  }
  return html + escaped(line.slice(end));
}

/** A plain message as HTML: its paragraphs and links, in a column one can read. Nothing is loaded from anywhere. */
export function htmlOf(text: string, locale: string): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((part) => `<p style="margin:0 0 16px">${part.split('\n').map(withLinks).join('<br>')}</p>`);
  return [
    `<!doctype html><html lang="${escaped(locale)}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>`,
    '<body style="margin:0;padding:24px">',
    '<div style="max-width:560px;margin:0 auto;font:16px/1.5 system-ui,-apple-system,Segoe UI,sans-serif">',
    ...paragraphs,
    '</div></body></html>',
  ].join('\n');
}
