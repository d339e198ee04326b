// What is taken along from the page: a link, a line of HTML, a file.

// Of the whole page, also where this is a frame.
export function link_of(hash) { return new URL('./', location.href).href + hash; }

// For an article: what is shown now, without the rest.
export function embed_html(hash) {
  const link = link_of('').concat('frame.html', hash, '&embed=1').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${link}" title="Awaitscope" width="100%" height="480" loading="lazy" allow="clipboard-write"></iframe>`;
}

const kTypes = { py: 'text/x-python', md: 'text/markdown', json: 'application/json', svg: 'image/svg+xml', png: 'image/png' };

// content: whatever a Blob is made of.
export function save_file(name, content) {
  const type = kTypes[name.split('.').pop()] ?? 'text/plain';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

const kMostPixels = 16000;  // on a side of a canvas, in the browsers with the least

// An SVG as a PNG, twice as dense as its own size says where that is possible.
export async function save_picture(name, svg) {
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([svg], { type: kTypes.svg }));
  await picture.decode();
  URL.revokeObjectURL(picture.src);
  const density = Math.min(2, kMostPixels / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * density;
  canvas.height = picture.height * density;
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  save_file(name, await new Promise((resolve) => canvas.toBlob(resolve)));
}
