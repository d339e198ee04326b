// Lessons that somebody is writing, kept on their device from the first letter until they are done: each with the text that
// it began with, by which it is found again.

const kKey = 'awaitscope.drafts', kWriting = 'awaitscope.writing';
const kMost = 8;

// Storage may be forbidden; then a draft lasts as long as the page.
function stored() {
  try {
    const drafts = JSON.parse(localStorage.getItem(kKey)) ?? [];
    return drafts.filter(({ original, text }) => typeof original === 'string' && typeof text === 'string');
  } catch {
    return [];
  }
}

function store(drafts) {
  try {
    localStorage.setItem(kKey, JSON.stringify(drafts.slice(-kMost)));
  } catch {}
}

const others = (original) => stored().filter((each) => each.original !== original);

export const draft_of = (original) => stored().find((each) => each.original === original)?.text;
export const keep_draft = (original, text) => store([...others(original), { original, text }]);
export function drop_draft(original) {
  if (draft_of(original) !== undefined) store(others(original));
}

// Which one is being written in this tab, by its original: it is there again when the page is loaded anew.
export function set_writing(original) {
  try {
    if (original === null) sessionStorage.removeItem(kWriting);
    else sessionStorage.setItem(kWriting, original);
  } catch {}
}
export function writing() {
  try {
    return sessionStorage.getItem(kWriting);
  } catch {
    return null;
  }
}
