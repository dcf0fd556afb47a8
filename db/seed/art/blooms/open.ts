import { band, bowed, ellipse, petal, place, polar, smooth } from '../geometry.ts';
import { bySide, type DrawHead, petalRing, ruffled } from './head.ts';

/** Seen from the side: a cup of pointed petals. */
export const tulip: DrawHead = (paper, { x, y, r, tone, tilt = 0 }) => {
  const { tint, light, base, shade, deep } = paper.tone(tone);
  const put = (rotate: number, dx: number, dy: number) => {
    const [px, py] = polar(x, y, 1, tilt);
    const ux = px - x;
    const uy = py - y;
    return { x: x + dx * ux - dy * uy, y: y + dx * uy + dy * ux, rotate: tilt + rotate };
  };
  const foot = r * 0.95;
  let out = '';
  for (const [turn, dx, fill] of [
    [-13, -0.2, shade],
    [13, 0.22, deep],
    [2, 0, shade],
  ] as const) {
    out += paper.layer(place(petal(r * 1.9, r * 0.98, { tip: 0.8, belly: 0.5 }), put(turn, r * dx, foot)), fill, {
      lift: 0.6,
    });
  }
  const left = place(petal(r * 1.95, r * 1.12, { tip: 0.72, belly: 0.42, lean: r * 0.1 }), put(-11, -r * 0.16, foot));
  const right = place(petal(r * 1.85, r * 1.08, { tip: 0.72, belly: 0.42, lean: -r * 0.14 }), put(12, r * 0.2, foot));
  const front = place(petal(r * 1.62, r * 1.08, { tip: 0.62, belly: 0.46, lean: r * 0.06 }), put(-1, 0, foot * 1.03));
  out += paper.layer(left, light, { lift: 0.9, glow: 0.6 }) + paper.rim(left, tint, -r * 0.06, -r * 0.02, 0.5);
  out += paper.layer(right, base, { lift: 0.9, glow: 0.6 }) + paper.rim(right, deep, r * 0.08, r * 0.02, 0.25);
  out += paper.layer(front, base, { lift: 0.9, glow: 0.9 }) + paper.rim(front, tint, -r * 0.05, -r * 0.03, 0.55);
  for (const k of [-0.16, 0.02, 0.19]) {
    const from = put(0, r * k, foot * 0.8);
    const to = put(0, r * k * 1.25, -r * 0.28 - Math.abs(k) * -r * 0.5);
    out += paper.line(bowed([from.x, from.y], [to.x, to.y], r * k * 0.25, 4), shade, Math.max(1.6, r * 0.018), 0.5);
  }
  return out;
};

/** A star of long curling petals, freckled, with stamens. */
export const lily: DrawHead = (paper, { x, y, r, tone, tilt = 0, heart = 'lime' }) => {
  const { tint, light, base, shade, deep } = paper.tone(tone);
  const { random } = paper;
  const shine = bySide(tint, light, base);
  let out = '';
  for (const [start, width] of [
    [30, 0.52],
    [0, 0.62],
  ] as const) {
    for (const step of [240, 120, 0]) {
      const turn = tilt + start * 2 + step;
      const length = r * (1.02 + random.off(0.05));
      const shape = place(petal(length, r * width, { tip: 0.95, belly: 0.5, lean: random.off(r * 0.1) }), {
        x,
        y,
        rotate: turn,
      });
      out += paper.layer(shape, shine(((turn % 360) + 360) % 360), { lift: 0.9, glow: 0.5 });
      const rib = bowed(
        polar(x, y, r * 0.06, turn - 90),
        polar(x, y, length * 0.86, turn - 90),
        random.off(r * 0.03),
        5,
      );
      out += paper.flat(
        band(rib, (t) => r * 0.075 * (1 - t) + 1),
        base,
        0.85,
      );
      for (let i = 0; i < 9; i++) {
        const [fx, fy] = polar(x, y, r * random.between(0.2, 0.5), turn - 90 + random.off(15));
        out += paper.flat(ellipse(fx, fy, r * 0.014), deep, 0.75);
      }
    }
  }
  out += paper.flat(paper.blob(x, y, r * 0.13, r * 0.13, 0.1), paper.tone(heart).base, 0.9);
  const anther = paper.tone('crust');
  for (let i = 0; i < 6; i++) {
    const turn = tilt - 90 + (i - 2.5) * 22 + random.off(6);
    const end = polar(x, y, r * random.between(0.46, 0.58), turn);
    out += paper.line(bowed([x, y], end, random.off(r * 0.08), 4), paper.tone(heart).light, r * 0.022);
    out += paper.layer(
      place(ellipse(0, 0, r * 0.068, r * 0.026), { x: end[0], y: end[1], rotate: turn + 78 }),
      anther.shade,
      { lift: 0.4 },
    );
  }
  return out + paper.flat(ellipse(x, y, r * 0.03), shade);
};

export const sunflower: DrawHead = (paper, { x, y, r, tone, tilt = 0, heart = 'cocoa' }) => {
  const { tint, light, base, shade } = paper.tone(tone);
  const seed = paper.tone(heart);
  let out = petalRing(paper, x, y, {
    count: 17,
    reach: r,
    width: r * 0.3,
    fill: bySide(base, shade, shade),
    tip: 0.95,
    belly: 0.6,
    start: tilt,
  });
  out += petalRing(paper, x, y, {
    count: 17,
    reach: r * 0.93,
    width: r * 0.29,
    fill: bySide(tint, light, base),
    tip: 0.95,
    belly: 0.62,
    start: tilt + 10.6,
  });
  out += paper.layer(paper.blob(x, y, r * 0.47, r * 0.46, 0.02, 12), seed.base, { lift: 1, glow: 0.4 });
  const disc = paper.tone('toast');
  for (let i = 110; i > 3; i--) {
    const [sx, sy] = polar(x, y, r * 0.43 * Math.sqrt(i / 110), i * 137.508);
    const warm = i > 62;
    out += paper.flat(
      ellipse(sx, sy, r * (warm ? 0.021 : 0.016)),
      warm ? (i % 3 ? disc.light : light) : disc.shade,
      warm ? 0.85 : 0.9,
    );
  }
  return out + paper.halo(x - r * 0.1, y - r * 0.12, r * 0.3, disc.light, 0.25);
};

export const anemone: DrawHead = (paper, { x, y, r, tone, tilt = 0, heart = 'ink' }) => {
  const { tint, light, base, shade } = paper.tone(tone);
  const dark = paper.tone(heart);
  let out = petalRing(paper, x, y, {
    count: 6,
    reach: r,
    width: r * 0.95,
    fill: bySide(light, base, shade),
    belly: 0.66,
    start: tilt,
  });
  out += petalRing(paper, x, y, {
    count: 6,
    reach: r * 0.86,
    width: r * 0.82,
    fill: bySide(tint, light, base),
    belly: 0.68,
    start: tilt + 30,
    notch: 0.04,
  });
  out += paper.halo(x, y, r * 0.42, shade, 0.35);
  for (let i = 0; i < 30; i++) {
    const turn = i * 12 + paper.random.off(4);
    const reach = r * (i % 2 ? 0.36 : 0.29) * (1 + paper.random.off(0.08));
    const [ex, ey] = polar(x, y, reach, turn);
    out +=
      paper.line(
        [
          [x, y],
          [ex, ey],
        ],
        dark.base,
        r * 0.012,
        0.7,
      ) + paper.flat(ellipse(ex, ey, r * 0.026), dark.deep);
  }
  const middle = paper.blob(x, y, r * 0.165, r * 0.16, 0.03);
  return (
    out + paper.layer(middle, dark.deep, { lift: 0.5 }) + paper.rim(middle, dark.light, -r * 0.03, -r * 0.03, 0.45)
  );
};

export const daisy: DrawHead = (paper, { x, y, r, tone, tilt = 0, heart = 'gold' }) => {
  const { tint, light, base } = paper.tone(tone);
  const eye = paper.tone(heart);
  let out = petalRing(paper, x, y, {
    count: 15,
    reach: r,
    width: r * 0.3,
    fill: bySide(tint, light, base),
    tip: 0.2,
    belly: 0.72,
    start: tilt,
    lift: 0.6,
  });
  const middle = paper.blob(x, y, r * 0.29, r * 0.28, 0.04);
  out += paper.layer(middle, eye.base, { lift: 0.5 }) + paper.rim(middle, eye.deep, r * 0.06, r * 0.07, 0.4);
  for (let i = 0; i < 12 && r > 60; i++) {
    const [sx, sy] = polar(x, y, r * 0.22 * Math.sqrt(i / 12), i * 137.5);
    out += paper.flat(ellipse(sx, sy, r * 0.022), eye.tint, 0.7);
  }
  return out;
};

export const poppy: DrawHead = (paper, { x, y, r, tone, tilt = 0, heart = 'ink' }) => {
  const { tint, light, base, shade, deep } = paper.tone(tone);
  const dark = paper.tone(heart);
  let out = '';
  for (const [turn, wide, reach, fill] of [
    [180, 1.5, 0.92, shade],
    [2, 1.55, 0.98, base],
    [94, 1.35, 1, shade],
    [-88, 1.4, 1, light],
  ] as const) {
    const shape = place(ruffled(paper, 3, 0.045)(r * reach, r * wide), { x, y, rotate: tilt + turn });
    out += paper.layer(shape, fill, { lift: 0.9, glow: 0.9 }) + paper.rim(shape, tint, -r * 0.025, -r * 0.03, 0.4);
    const [bx, by] = polar(x, y, r * 0.26, tilt + turn - 90);
    out += paper.flat(paper.blob(bx, by, r * 0.15, r * 0.15, 0.2), deep, 0.75);
  }
  for (let i = 0; i < 24; i++) {
    const [ex, ey] = polar(x, y, r * paper.random.between(0.19, 0.27), i * 15);
    out += paper.flat(ellipse(ex, ey, r * 0.027), dark.deep);
  }
  const pod = paper.tone('sage');
  out += paper.layer(paper.blob(x, y, r * 0.14, r * 0.135, 0.03), pod.light, { lift: 0.5 });
  for (let i = 0; i < 4; i++) {
    const turn = i * 45 + tilt;
    out += paper.line([polar(x, y, r * 0.11, turn), polar(x, y, r * 0.11, turn + 180)], pod.deep, r * 0.014, 0.7);
  }
  return out;
};

export const cornflower: DrawHead = (paper, { x, y, r, tone, tilt = 0 }) => {
  const { light, base, shade, deep } = paper.tone(tone);
  const fringe = (length: number, width: number) =>
    smooth(
      [
        [0, 0],
        [0, 0],
        [-width * 0.2, -length * 0.5],
        [-width * 0.55, -length * 0.95],
        [-width * 0.2, -length * 0.78],
        [0, -length],
        [width * 0.2, -length * 0.78],
        [width * 0.55, -length * 0.95],
        [width * 0.2, -length * 0.5],
      ],
      true,
      0.8,
    );
  let out = petalRing(paper, x, y, {
    count: 10,
    reach: r,
    width: r * 0.62,
    fill: bySide(light, base, shade),
    cut: fringe,
    start: tilt,
    lift: 0.5,
  });
  out += petalRing(paper, x, y, {
    count: 9,
    reach: r * 0.5,
    width: r * 0.2,
    fill: bySide(base, shade, deep),
    tip: 0.9,
    lift: 0.4,
  });
  return out + paper.flat(paper.blob(x, y, r * 0.1), deep);
};
