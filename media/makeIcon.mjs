/** Draws `icon.png`: an equals sign whose lower bar becomes a check mark. Run it after a change: `node media/makeIcon.mjs`. */
import { writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

const size = 128;
const samples = 4;
const ground = [31, 45, 74];
const bar = [236, 240, 248];
const check = [126, 201, 134];

/** Distance from a point to a segment. */
function toSegment(x, y, [ax, ay], [bx, by]) {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

/** Colour and opacity at a point of the unit square. */
function paint(x, y) {
  const corner = 0.2;
  const dx = Math.max(Math.abs(x - 0.5) - (0.5 - corner), 0);
  const dy = Math.max(Math.abs(y - 0.5) - (0.5 - corner), 0);
  if (Math.hypot(dx, dy) > corner) return [...ground, 0];
  if (toSegment(x, y, [0.26, 0.34], [0.74, 0.34]) < 0.045) return [...bar, 255];
  const stroke = Math.min(
    toSegment(x, y, [0.26, 0.6], [0.43, 0.77]),
    toSegment(x, y, [0.43, 0.77], [0.74, 0.5]),
  );
  return stroke < 0.05 ? [...check, 255] : [...ground, 255];
}

function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < samples * samples; i++) {
    const x = (column + ((i % samples) + 0.5) / samples) / size;
    const y = (row + (Math.floor(i / samples) + 0.5) / samples) / size;
    paint(x, y).forEach((value, channel) => {
      sum[channel] += value;
    });
  }
  return sum.map((value) => Math.round(value / samples ** 2));
}

const rows = [];
for (let row = 0; row < size; row++) {
  rows.push(0);
  for (let column = 0; column < size; column++) rows.push(...pixel(column, row));
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8);
writeFileSync(
  new URL("icon.png", import.meta.url),
  Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]),
);
