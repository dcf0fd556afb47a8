import { inflateSync } from 'node:zlib';

/**
 * Reads what Chromium prints: enough of PDF to know the words on each page and how large the pages are. Chromium writes
 * plain objects, compressed streams, and text as glyph numbers with a table to Unicode for each font; glyphs of variable
 * fonts have numbers of one byte, all others of two.
 */
export type Pdf = {
  /** Millimeters. */
  pages: { width: number; height: number; text: string }[];
  /** Of all pages, without the spaces: where a line breaks is not what is printed. */
  text: string;
};

const MM_PER_POINT = 25.4 / 72;

type PdfObject = { head: string; stream: Buffer | null };

function objectsOf(file: Buffer): Map<string, PdfObject> {
  const found = new Map<string, PdfObject>();
  const text = file.toString('latin1');
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)) {
    const [, id = '', body = ''] = match;
    const cut = body.search(/stream\r?\n/);
    if (cut < 0) {
      found.set(id, { head: body, stream: null });
      continue;
    }
    const starts = cut + (body[cut + 6] === '\r' ? 8 : 7);
    const raw = Buffer.from(body.slice(starts, body.lastIndexOf('endstream')), 'latin1');
    const head = body.slice(0, cut);
    found.set(id, { head, stream: head.includes('/FlateDecode') ? inflateSync(raw) : raw });
  }
  return found;
}

const unicodeOf = (hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');

/** The characters of a font by glyph number. */
function glyphsOf(map: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, part = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of part.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      glyphs.set(Number.parseInt(from, 16), unicodeOf(to));
    }
  }
  for (const [, part = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', last = '', to = ''] of part.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [first, end, character] = [from, last, to].map((hex) => Number.parseInt(hex, 16));
      if (first === undefined || end === undefined || character === undefined) continue;
      for (let at = first; at <= end; at += 1) glyphs.set(at, String.fromCharCode(character + at - first));
    }
  }
  return glyphs;
}

export function readPdf(file: Buffer): Pdf {
  const objects = objectsOf(file);
  const head = (id: string | undefined) => objects.get(id ?? '')?.head ?? '';
  const content = (id: string | undefined) => objects.get(id ?? '')?.stream?.toString('latin1') ?? '';
  const fonts = new Map<string, Map<number, string>>();
  const glyphs = (font: string) => {
    const known = fonts.get(font) ?? glyphsOf(content(/\/ToUnicode (\d+) 0 R/.exec(head(font))?.[1]));
    fonts.set(font, known);
    return known;
  };

  const pages = [...objects.values()]
    .filter((object) => /\/Type \/Page\b(?!s)/.test(object.head))
    .map((page) => {
      const box = /\/MediaBox \[([\d. ]+)\]/.exec(page.head)?.[1]?.split(' ').map(Number) ?? [];
      const resources = /\/Resources (\d+) 0 R/.exec(page.head)?.[1];
      const named = new Map(
        [...`${page.head} ${head(resources)}`.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
          name,
          id,
        ]),
      );
      let font = '';
      let text = '';
      for (const token of content(/\/Contents (\d+) 0 R/.exec(page.head)?.[1]).matchAll(
        /\/(F\d+) [\d.]+ Tf|<(\w+)>/g,
      )) {
        const [, name, hex] = token;
        if (name) font = named.get(name) ?? '';
        const digits = head(font).includes('/Subtype /Type3') ? /../g : /.{4}/g;
        for (const glyph of hex?.match(digits) ?? []) text += glyphs(font).get(Number.parseInt(glyph, 16)) ?? '';
      }
      return {
        width: (box[2] ?? 0) * MM_PER_POINT,
        height: (box[3] ?? 0) * MM_PER_POINT,
        text: text.replace(/\s/g, ''),
      };
    });
  return { pages, text: pages.map((page) => page.text).join('') };
}
