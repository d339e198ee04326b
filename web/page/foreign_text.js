// Draws text for the canvas in scripts that its own fonts have no glyphs for, with the fonts of the system: white on
// nothing, or as it is where it has colours of its own (emoji). See ui/foreign_text.h.

const kMostPixels = 512;  // of a side

let context = null;

// size: the em, in pixels; code: in letters of one width. Nothing where it cannot be drawn.
export function draw_run(text, size, code) {
  context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  const font = `${size}px ${code ? 'ui-monospace, "JetBrains Mono", Menlo, Consolas, monospace' : 'Inter, system-ui, sans-serif'}`;
  context.font = font;
  const measured = context.measureText(text);
  const left = Math.ceil(Math.max(0, measured.actualBoundingBoxLeft));
  const right = Math.ceil(Math.max(measured.width, measured.actualBoundingBoxRight, 1));
  const above = Math.max(1, Math.ceil(measured.actualBoundingBoxAscent) + 1);
  const below = Math.max(1, Math.ceil(measured.actualBoundingBoxDescent) + 1);
  const width = Math.min(left + right, kMostPixels), height = Math.min(above + below, kMostPixels);
  Object.assign(context.canvas, { width, height });  // and clears it
  context.font = font;
  context.fillStyle = '#fff';
  context.fillText(text, left, above);
  const pixels = context.getImageData(0, 0, width, height).data;
  let coloured = false;
  for (let i = 0; i < pixels.length && !coloured; i += 4)
    coloured = pixels[i + 3] > 64 && Math.max(pixels[i], pixels[i + 1], pixels[i + 2]) - Math.min(pixels[i], pixels[i + 1], pixels[i + 2]) > 24;
  return { width, height, above, advance: Math.max(left + measured.width, 1), coloured, pixels };
}
