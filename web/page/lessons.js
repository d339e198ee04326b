// Lessons that are not built in: fetched from a file of this host or unpacked from the address, checked and shown, with
// what is wrong with them where a reader sees it. And the editor to write one. Fetched by those who meet such a lesson.

import { read_all, unpack } from './address.js';
import { LessonEditor } from './lesson_editor.js';
import { Notice } from './notice.js';

const kMostBytes = 64 * 1024;  // as engine/lesson/lesson_text.h has it
const kPatience = 20000;       // milliseconds for a host to answer
const kCutOff = 'The address is cut off, or was changed on its way.';

const shorten = (text) => text.length > 60 ? `${text.slice(0, 59)}…` : text;
export const in_words = ({ line, column, message }) => `Line ${line}, column ${column}: ${message}.`.replace(/([.?!])\.$/, '$1');

// For what has no address of its own: FNV-1a.
function hash_of(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

// "tea" of "/lessons/tea.md".
const name_of = (path) => decodeURIComponent(path.split('/').pop()).replace(/\.md$/i, '');

async function fetch_text(url) {
  let response;
  try {
    response = await fetch(url, { cache: 'no-cache', signal: AbortSignal.timeout(kPatience) });
  } catch {
    throw new Error(`${url.pathname} could not be fetched.`);
  }
  if (!response.ok) throw new Error(`${url.pathname} could not be fetched: ${response.status} ${response.statusText}`.trim() + '.');
  try {
    return new TextDecoder().decode(await read_all(response.body, kMostBytes));
  } catch (error) {
    throw new Error(`${url.pathname}: ${error.message}.`);
  }
}

// What may stand after "lesson=", and the text itself: { markdown, name, key }.
async function find(lesson) {
  if (lesson.startsWith('---')) return { markdown: lesson, name: 'lesson', key: `~${hash_of(lesson)}` };
  if (lesson.startsWith('~')) {
    const markdown = await unpack(lesson.slice(1)).catch(() => {
      throw new Error(kCutOff);
    });
    return { markdown, name: 'lesson', key: `~${hash_of(markdown)}` };
  }
  const page = new URL('./', location.href);
  let url = null;
  try {
    url = new URL(lesson, page);
  } catch {}
  if (!url || !/\.md$/i.test(url.pathname)) throw new Error(`There is no lesson "${shorten(lesson)}".`);
  if (url.origin !== page.origin)
    throw new Error(`It is on ${url.host || 'another host'}. Only a lesson on ${page.host} can be opened from here.`);
  const key = `~${encodeURIComponent(url.pathname + url.search)}`;
  return { markdown: await fetch_text(url), name: name_of(url.pathname), key };
}

export class Lessons {
  // { program, address, copy(text), save(name, text), link_of(hash), embedded, mistaken(words) }: of the page; mistaken is
  // told what is wrong with a lesson that is shown.
  constructor(page) {
    this.page_ = page;
    this.notice_ = new Notice();
    this.editor_ = null;
    this.unreadable_ = null;  // { lesson, markdown } of the last one that could not be shown
  }

  // Throws an error in words where there is no such lesson, or it cannot be read. wanted(): it is still to be shown once
  // it has been fetched.
  async show(lesson, wanted = () => true) {
    const { program, address } = this.page_;
    const { markdown, name, key } = await find(lesson);
    if (!wanted()) return;
    this.notice_.close();
    const { shown, wrong } = program.lesson_text(markdown, name, key);
    if (!shown) {
      this.unreadable_ = { lesson, markdown };
      throw new Error(in_words(wrong[0]));
    }
    program.seek(0);
    if (!/^(~|---)/.test(lesson)) address.lesson_came_from(lesson, markdown);
    if (wrong.length) this.say_wrong_(wrong, markdown);
  }

  say_wrong_(wrong, markdown) {
    const words = wrong.map(in_words);
    for (const each of words) console.warn(`the lesson is not as its author meant it: ${each}`);
    this.page_.mistaken(words[0]);
    if (!this.page_.embedded)  // whoever reads an article cannot mend it
      this.notice_.show(wrong.length === 1 ? 'This lesson has a mistake' : `This lesson has ${wrong.length} mistakes`, words,
                        this.mending_(markdown));
  }

  // Says that a lesson in the address cannot be shown.
  complain(lesson, { message }) {
    const markdown = this.unreadable_?.lesson === lesson ? this.unreadable_.markdown : null;
    this.page_.mistaken(message);
    this.notice_.show('This lesson cannot be shown', [message], markdown === null ? null : this.mending_(markdown));
  }

  // The same of a program.
  complain_of_program() {
    this.page_.mistaken(kCutOff);
    this.notice_.show('This program cannot be shown', [kCutOff]);
  }

  stop_complaining() { this.notice_.close(); }

  mending_(markdown) {
    return this.page_.embedded ? null : { label: 'Open it in the editor', run: () => this.edit(markdown) };
  }

  // markdown: of a lesson; empty: of a new one.
  edit(markdown) { this.open_editor_().open(markdown); }
  // As it was when the page was loaded anew.
  resume() { this.open_editor_().resume(); }

  open_editor_() {
    this.notice_.close();
    return this.editor_ ??= new LessonEditor({ ...this.page_, notice: this.notice_ });
  }
}
