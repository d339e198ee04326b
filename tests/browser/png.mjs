// Reads the pixels of a PNG as browsers write it: 8 bits, RGB or RGBA, not interlaced.

import zlib from 'node:zlib';

function paeth(a, b, c) {
  const p = a + b - c, pa = Math.abs(p - a), pb = Math.abs(p - b), pc = Math.abs(p - c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

// { width, height, channels, pixels }
export function read_png(bytes) {
  let width = 0, height = 0, channels = 0;
  const parts = [];
  for (let at = 8; at < bytes.length;) {
    const size = bytes.readUInt32BE(at), type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + size);
    if (type === 'IHDR') {
      width = data.readUInt32BE(0);
      height = data.readUInt32BE(4);
      channels = { 2: 3, 6: 4 }[data[9]];
      if (data[8] !== 8 || !channels || data[12]) throw new Error('not a kind of PNG that is read here');
    }
    if (type === 'IDAT') parts.push(data);
    at += size + 12;
  }
  const packed = zlib.inflateSync(Buffer.concat(parts));
  const row = width * channels;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; ++y) {
    const filter = packed[y * (row + 1)];
    for (let x = 0; x < row; ++x) {
      const left = x < channels ? 0 : pixels[y * row + x - channels];
      const up = y ? pixels[(y - 1) * row + x] : 0;
      const corner = y && x >= channels ? pixels[(y - 1) * row + x - channels] : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      pixels[y * row + x] = packed[y * (row + 1) + 1 + x] + predicted;
    }
  }
  return { width, height, channels, pixels };
}

// How many colours there are, and which part of the picture has the one that is there most.
export function colours_of({ channels, pixels }) {
  const counts = new Map();
  for (let i = 0; i < pixels.length; i += channels) {
    const colour = pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2];
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return { colours: counts.size, most: Math.max(...counts.values()) / (pixels.length / channels) };
}
