// What is taken along from the page: a link, a line of HTML, a file.

export function link_of(hash) { return location.href.replace(/#.*/, '') + hash; }

// For an article: what is shown now, without the rest.
export function embed_html(hash) {
  const link = link_of(hash ? `${hash}&embed=1` : '#embed=1').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${link}" title="Awaitscope" width="100%" height="640" loading="lazy" allow="clipboard-write"></iframe>`;
}

const kTypes = { py: 'text/x-python', json: 'application/json', svg: 'image/svg+xml' };

export function save_file(name, bytes) {
  const type = kTypes[name.split('.').pop()] ?? 'text/plain';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
