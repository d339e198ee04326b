// Archives that are the same to the byte whenever what is in them is: [{ name, bytes, runs }] in the order of their
// names, without times, owners and whatever else a machine would add.

import zlib from 'node:zlib';

const in_order = (files) => [...files].sort((a, b) => (a.name < b.name ? -1 : 1));

// --- tar, compressed, as npm wants it ---

function tar_header(name, size, mode) {
  if (Buffer.byteLength(name) > 100) throw new Error(`the name is too long for an archive: ${name}`);
  const header = Buffer.alloc(512);
  const octal = (number, at, width) => header.write(number.toString(8).padStart(width - 1, '0'), at, 'latin1');
  header.write(name, 0);
  octal(mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(499162500, 136, 12);  // as npm has it: a time before 1980 is too early for zip
  header.write('        0', 148, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

export function tgz(files, folder) {
  const parts = [];
  for (const { name, bytes, runs } of in_order(files))
    parts.push(tar_header(`${folder}/${name}`, bytes.length, runs ? 0o755 : 0o644), bytes,
               Buffer.alloc((512 - bytes.length % 512) % 512));
  const packed = zlib.gzipSync(Buffer.concat([...parts, Buffer.alloc(1024)]), { level: 9 });
  packed[9] = 255;  // which system it was made on: unknown
  return packed;
}

// --- zip ---

const kCrc = Uint32Array.from({ length: 256 }, (_, number) => {
  for (let i = 0; i < 8; ++i) number = number & 1 ? (number >>> 1) ^ 0xedb88320 : number >>> 1;
  return number >>> 0;
});
const crc32 = (bytes) => (bytes.reduce((crc, byte) => kCrc[(crc ^ byte) & 0xff] ^ (crc >>> 8), -1) ^ -1) >>> 0;

export function zip(files, folder) {
  const parts = [], directory = [];
  let at = 0;
  for (const { name, bytes } of in_order(files)) {
    const path = Buffer.from(`${folder}/${name}`), packed = zlib.deflateRawSync(bytes, { level: 9 });
    // Version 2.0, names in UTF-8, deflated, 1 January 1980.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, packed]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(0o100644 * 0x10000, 6);  // a plain file that everybody may read
    entry.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), common, entry, path]));
    parts.push(local);
    at += local.length;
  }
  const entries = Buffer.concat(directory), end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, entries, end]);
}
