// Text with `code` in backticks, as nodes.
export const nodes_of = (text) => text.split(/`([^`]*)`/).map((part, i) => i % 2 ? make('code', {}, part) : part);

// An element with its attributes and its text.
export function make(tag, attributes = {}, text = '') {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text) made.textContent = text;
  return made;
}
