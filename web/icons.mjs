// The icon as PNG, for those who install the page and cannot do with the SVG. It is made of rounded rectangles, which is
// all that is drawn here.

import zlib from 'node:zlib';

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; ++bit) value = value & 1 ? value >>> 1 ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

// How much of a pixel around (x, y) lies in a rectangle with round corners; all in pixels.
function share({ left, top, width, height, radius }, x, y) {
  const dx = Math.abs(x - left - width / 2) - width / 2 + radius, dy = Math.abs(y - top - height / 2) - height / 2 + radius;
  const distance = Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  return Math.min(Math.max(0.5 - distance, 0), 1);
}

// whole: to the edges, for systems that cut the corners themselves.
export function icon_png(svg, size, whole = false) {
  const [, side] = svg.match(/viewBox="0 0 (\d+) /);
  const boxes = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="([\d.]+)" fill="#(\w{6})"/g)]
    .map(([, ...words], i) => {
      const [left, top, width, height, radius] = words.slice(0, 5).map((word) => word * size / side);
      return { left, top, width, height, radius: whole && !i ? 0 : radius, colour: [...Buffer.from(words[5], 'hex')] };
    });
  const rows = Buffer.alloc(size * (1 + 4 * size));
  for (let y = 0; y < size; ++y) {
    for (let x = 0; x < size; ++x) {
      let seen = [0, 0, 0], alpha = 0;
      for (const box of boxes) {
        const part = share(box, x + 0.5, y + 0.5), sum = part + alpha * (1 - part);
        if (sum > 0) seen = seen.map((value, i) => (box.colour[i] * part + value * alpha * (1 - part)) / sum);
        alpha = sum;
      }
      rows.set([...seen.map(Math.round), Math.round(alpha * 255)], y * (1 + 4 * size) + 1 + 4 * x);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head),
                        chunk('IDAT', zlib.deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
