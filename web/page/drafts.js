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

// What is being written in this tab, to be there again when the page is loaded anew: { original, before }, where `before` is
// the address of what was shown until then; null: nothing is.
export function set_writing(what) {
  try {
    if (what) sessionStorage.setItem(kWriting, JSON.stringify(what));
    else sessionStorage.removeItem(kWriting);
  } catch {}
}
export function writing() {
  try {
    return JSON.parse(sessionStorage.getItem(kWriting));
  } catch {
    return null;
  }
}
