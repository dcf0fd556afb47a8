import qrcode from 'qrcode-generator';

/** Light modules around the picture, without which readers do not find it (ISO/IEC 18004). */
const QUIET = 4;

export type QrPicture = {
  /** Modules from edge to edge, quiet zone included: the picture's viewBox is `0 0 size size`. */
  size: number;
  /** The dark modules as one path. */
  path: string;
};

/** The smallest picture that holds `text` in UTF-8 at error correction M. */
export function drawQr(text: string): QrPicture {
  const code = qrcode(0, 'M');
  // The package takes a character for a byte: it gets the bytes as characters.
  code.addData(String.fromCharCode(...new TextEncoder().encode(text)), 'Byte');
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row += 1) {
    for (let from = 0; from < count; from += 1) {
      let to = from;
      while (to < count && code.isDark(row, to)) to += 1;
      if (to > from) path += `M${from + QUIET} ${row + QUIET}h${to - from}v1h-${to - from}z`;
      from = to;
    }
  }
  return { size: count + 2 * QUIET, path };
}

/** The picture as a file: black on white, whatever the page around it looks like. */
export const qrSvg = ({ size, path }: QrPicture): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`;
