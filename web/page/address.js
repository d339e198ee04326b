// The part of the address after #: it says everything that is needed to see the same thing again.
//
//   #await=closure&use=await&step=7    toggles that are not as at first, and the step
//   #lesson=awaitable                  a lesson by its id
//   #lesson=lessons/tea.md             one in a file of this host, relative to the page
//   #lesson=~...                       one as text, packed like a program
//   #code=...&step=7                   a program of one's own: raw DEFLATE in base64url; after a dot, where
//                                      the browser cannot compress, the text itself in base64url. With a lesson:
//                                      what somebody has made of its program
//   &python=3.14                       the Python that it runs under. Whatever has been written since there are
//                                      versions says it; an address that does not was made before, for 3.11
//   &inject=57.2,90.3.ValueError       what is done to tasks from outside: the step, the task, and what is raised
//                                      in it, an expression with a backslash before a comma; nothing: it is
//                                      cancelled
//   &view=timeline,0,80,time           what of it is looked at; see Interface::place()
//   &depth=protocol                    how much is shown: story (without the word), protocol or loop
//   &embed=1                           as a frame in an article (frame.js), which may also say
//   &show=code,explanation             what is shown there
//   &theme=light                       and in which colours: dark, light, contrast; auto: the system's
//
// Reading is forgiving: what is not known is left out and named on the console. Of a program or a lesson that cannot be
// read the page says so, and shows what it did before.

import { depth_of } from './bridge.js';

const kMostSource = 4 << 20;    // bytes of source to unpack from an address
const kLongestAddress = 200000; // characters; a longer program is not put into the address
const kOldest = '3.11';         // the one Python there was before an address could say which
const kLastSession = 'awaitscope.last';
const kWriteEvery = 400;        // milliseconds; browsers refuse to change the address much more often

function to_base64url(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192)
    text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function from_base64url(text) {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

// Everything that comes out of a stream, up to a limit: a few bytes can unpack to gigabytes.
export async function read_all(stream, limit) {
  const parts = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      reader.cancel().catch(() => {});
      throw new Error(`it has more than ${limit} bytes`);
    }
    parts.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export async function pack(source) {
  const bytes = new TextEncoder().encode(source);
  if (typeof CompressionStream === 'undefined') return '.' + to_base64url(bytes);
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return to_base64url(await read_all(packed, Infinity));
}

export async function unpack(code) {
  if (code.startsWith('.')) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(from_base64url(code.slice(1)));
  const packed = new Blob([from_base64url(code)]).stream();
  const bytes = await read_all(packed.pipeThrough(new DecompressionStream('deflate-raw')), kMostSource);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

// A lesson's text as it stands after "lesson=".
export const packed_lesson = async (markdown) => `~${await pack(markdown)}`;

// Keeps the address and the program in step. program: what bridge.js offers; rest: what rest.js does.
export class Address {
  // in_frame: it is a frame in an article, whatever its address says later; themed(name): the article says which theme;
  // lessons(): a promise of what shows lessons that are not built in (lessons.js).
  constructor(program, rest, { in_frame = false, themed = () => true, lessons } = {}) {
    this.lessons_ = lessons;
    this.own_lesson_ = null;  // the last one that has an address: { address, markdown }
    this.turn_ = 0;           // how often it was read
    this.reading_ = false;
    this.complaining_ = null; // what says on the page that an address could not be followed
    this.unread_ = null;      // what was shown when the address could not be followed
    this.in_frame_ = in_frame;
    this.themed_ = themed;
    this.framed_ = '';  // what is said of the frame
    this.program_ = program;
    this.rest_ = rest;
    this.embed_ = false;
    this.timer_ = 0;
    this.writings_ = 0;  // how often it was begun to be written
    this.written_ = location.hash;
    addEventListener('hashchange', () => {
      if (location.hash !== this.written_) this.read();
    });
  }

  // A later one overtakes what is still being fetched for an earlier one.
  async read() {
    const turn = ++this.turn_;
    this.reading_ = true;
    this.unread_ = null;
    const followed = await this.follow_(() => turn === this.turn_);
    if (turn !== this.turn_) return;
    // Who reloads the page tries once more.
    if (!followed) this.unread_ = await this.hash();
    this.reading_ = false;
    this.changed();
  }

  // Another address, as if somebody had followed a link to it; but the way back leads past it.
  go(hash) {
    history.replaceState(null, '', hash || location.pathname + location.search);
    return this.read();
  }

  // wanted(): nobody has asked for something else meanwhile. Resolves to whether all of a program was there.
  async follow_(wanted) {
    this.written_ = location.hash;
    this.program_.uncover();  // what is to be shown is below
    this.complaining_?.stop_complaining();
    this.complaining_ = null;
    const words = new URLSearchParams(location.hash.slice(1));
    const take = (name) => {
      const value = words.get(name);
      words.delete(name);
      return value;
    };
    const embed = take('embed') === '1' || this.in_frame_, place = take('view'), depth = take('depth');
    const show = take('show'), theme = take('theme');
    const says_nothing = ![...words].length;  // of a program
    const step = take('step');
    const code = take('code'), lesson = take('lesson'), injections = take('inject'), python = take('python');
    if (embed !== this.embed_) {
      this.embed_ = embed;
      this.program_.embed(embed);
    }
    this.framed_ = '';
    if (embed && show !== null) {
      if (this.program_.show(show)) this.framed_ += `&show=${show}`;
      else console.warn(`cannot be shown: ${show}`);
    }
    if (embed && theme !== null) {
      if (this.themed_(theme)) this.framed_ += `&theme=${theme}`;
      else console.warn(`there is no theme ${theme}`);
    }
    let followed = true, own = false;
    if (says_nothing) this.program_.begin();
    else if (lesson === null && code === null) this.program_.reset();
    if (lesson !== null) {
      try {
        own = !await this.show_lesson(lesson, wanted);
      } catch (error) {
        if (!wanted()) return false;
        followed = false;
        own = true;
        await this.complain_((lessons) => lessons.complain(lesson, error));
        console.warn(`the lesson cannot be shown: ${error.message}`);
      }
      if (!wanted()) return false;
    }
    if (code !== null) {
      try {
        const source = await unpack(code);
        await this.rest_.fetch();
        if (!wanted()) return false;
        this.program_.load(source);
      } catch (error) {
        if (!wanted()) return false;
        await this.complain_((lessons) => lessons.complain_of_program());
        console.warn(`the address holds no program that can be read: ${error.message}`);
        return false;
      }
    }
    if (code === null) {
      for (const [toggle, choice] of words)
        if (!this.program_.set(toggle, choice)) console.warn(`unknown: ${toggle}=${choice}`);
    }
    // Lessons of one's own are younger than versions: such an address leaves the choice to the lesson and the reader.
    if (!says_nothing && !(own && python === null) && !this.program_.set_python(python ?? kOldest))
      console.warn(`there is no Python ${python} here`);
    if (!this.program_.set_injections(injections ?? '')) console.warn(`cannot be injected: ${injections}`);
    if (depth !== null) this.look_closely_(depth);
    if (place !== null) this.program_.set_place(place);
    if (step !== null && /^\d+$/.test(step)) this.program_.seek(Number(step));
    return followed;
  }

  // Until the next address is read. What says so on the page is fetched for it.
  async complain_(how) {
    this.complaining_ = await this.lessons_?.().catch(() => null);
    if (this.complaining_) how(this.complaining_);
  }

  // Whatever may stand after "lesson=". Resolves to whether it is built in.
  async show_lesson(lesson, wanted = () => true) {
    if (/^[a-z0-9-]+$/.test(lesson)) {
      if (!this.program_.lesson_is_here(lesson)) await this.rest_.fetch();
      if (!wanted() || this.program_.lesson(lesson)) return true;
    }
    await this.rest_.fetch();
    await (await this.lessons_()).show(lesson, wanted);
    return false;
  }

  // Where the lesson that is shown, and not built in, has come from: what stands after "lesson=".
  lesson_came_from(address, markdown) { this.own_lesson_ = { address, markdown }; }

  async lesson_() {
    const markdown = this.program_.lesson_markdown();
    if (this.own_lesson_?.markdown === markdown) return encodeURIComponent(this.own_lesson_.address).replaceAll('%2F', '/');
    return packed_lesson(markdown);
  }

  // Where the address says nothing, what was shown the last time is shown again.
  restore_last_session() {
    if (location.hash) return;
    try {
      const last = localStorage.getItem(kLastSession);
      if (last) history.replaceState(null, '', last);
    } catch {}  // storage is forbidden here
  }

  remember_(hash) {
    try {
      localStorage.setItem(kLastSession, hash);
    } catch {}
  }

  look_closely_(depth) {
    const arrangement = new URLSearchParams(this.program_.arrangement());
    arrangement.set('depth', depth);
    this.program_.arrange(`${arrangement}`);
    if (depth_of(this.program_.arrangement()) !== depth) console.warn(`unknown: depth=${depth}`);
  }

  // The program shows something else: say so, soon.
  changed() {
    if (!this.timer_) this.timer_ = setTimeout(() => this.write_(), kWriteEvery);
  }

  // What is to be written after the address of the page to see all this again.
  async hash() {
    const program = this.program_;
    const parts = [];
    const step = program.step(), place = program.place(), injections = program.injections();
    if (injections) parts.push(`inject=${encodeURIComponent(injections).replaceAll('%2C', ',')}`);
    if (step > 0) parts.push(`step=${step}`);
    if (place) parts.push(`view=${place}`);
    const depth = depth_of(program.arrangement());
    if (depth !== 'story') parts.push(`depth=${depth}`);
    const what = program.toggles();
    const said = what === 'lesson=' ? [what + await this.lesson_()] : what ? [what] : [];
    if (program.edited()) said.push(`code=${await pack(program.source())}`);
    return `#${[...said, `python=${program.python()}`, ...parts].join('&')}`;
  }

  async write_() {
    this.timer_ = 0;  // what changes from here on is written in its turn
    const writing = ++this.writings_;
    let full = await this.hash();
    if (writing !== this.writings_) return;
    if (location.hash !== this.written_) return;  // somebody has gone elsewhere; the event is to come, and then it is read
    if (this.reading_ || full === this.unread_) return;
    this.unread_ = null;
    const program = this.program_;  // what somebody sees who comes for the first time needs no words
    if (program.at_beginning() && full === `#${program.toggles()}&python=${program.python()}`) full = '';
    if (!this.embed_) this.remember_(full);
    let hash = full.length <= kLongestAddress ? full : `#python=${program.python()}&step=${program.step()}`;
    if (this.embed_) hash = `${hash || `#${program.toggles()}&python=${program.python()}`}${this.framed_}&embed=1`;
    if (location.hash !== hash) history.replaceState(null, '', hash || location.pathname + location.search);
    this.written_ = location.hash;
  }
}
