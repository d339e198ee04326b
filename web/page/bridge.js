// The compiled program as JavaScript sees it, and window.awaitscope, which is how a page that embeds this one
// and a test that drives it talk to it.

// Wraps the exported functions of the Emscripten module.
export class Program {
  constructor(module) {
    this.module_ = module;
    this.drawn = 0;         // frames so far
    this.waiting_ = [];     // whom to tell when nothing is left to draw
    this.first_frame_ = new Promise((resolve) => { this.on_first_frame_ = resolve; });
  }

  call_(name, ...numbers) { return this.module_[`_awaitscope_${name}`](...numbers); }
  text_(name) { return this.module_.UTF8ToString(this.call_(name)); }

  // Calls with texts, which are copied into the program's memory: not by ccall, whose copies go on a stack
  // that is small.
  with_texts_(name, texts, with_size) {
    const module = this.module_;
    const pointers = [], values = [];
    for (const text of texts) {
      const bytes = new TextEncoder().encode(text);
      const pointer = module._malloc(bytes.length + 1);
      module.bytes().set(bytes, pointer);
      module.bytes()[pointer + bytes.length] = 0;
      pointers.push(pointer);
      values.push(pointer);
      if (with_size) values.push(bytes.length);
    }
    const result = this.call_(name, ...values);
    for (const pointer of pointers) module._free(pointer);
    return result;
  }

  open() { return this.text_('open'); }
  state() { return JSON.parse(this.text_('state')); }
  widgets_json() { return this.text_('widgets'); }
  widgets() { return JSON.parse(this.widgets_json()); }
  version() { return this.call_('version') >>> 0; }  // another: the program or its recording is another
  toggles() { return this.text_('address'); }
  edited() { return Boolean(this.call_('edited')); }
  lesson_id() { return this.text_('lesson_id'); }
  palette() { return JSON.parse(this.text_('palette')); }
  step() { return this.call_('step') >>> 0; }
  place() { return this.text_('place'); }
  set_place(place) { this.with_texts_('set_place', [place]); }
  focused() { return this.text_('focused'); }
  focus(id) { this.with_texts_('focus', [id]); }
  field() { return JSON.parse(this.text_('field') || '[]')[0]; }  // the line to type in that is there now
  enter(id, text) { this.with_texts_('enter', [id, text]); }
  at_edge(direction) { return Boolean(this.call_('at_edge', direction)); }
  redraw() { this.call_('redraw'); }

  injections() { return this.text_('injections'); }
  set_injections(text) { return Boolean(this.with_texts_('set_injections', [text])); }

  source() {
    const begin = this.call_('source'), end = begin + this.call_('source_bytes');
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.module_.bytes().subarray(begin, end));
  }

  heard() { return this.text_('heard').split('\n').filter(Boolean); }  // what the lesson says, or what lies over all
  covered() { return Boolean(this.call_('covered')); }  // something lies over all the panels
  uncover() { this.call_('uncover'); }

  // { x, y, width, height } of the program's text, in CSS pixels; null where it is not to be seen.
  source_area() {
    const [x, y, width, height] = this.text_('source_area').split(' ').map(Number);
    return height ? { x, y, width, height } : null;
  }

  code_size() { return this.call_('code_size'); }  // of the program's text, in CSS pixels

  set(toggle, choice) { return Boolean(this.with_texts_('set', [toggle, choice])); }
  python() { return this.text_('python'); }
  set_python(minor) { return Boolean(this.with_texts_('set_python', [minor])); }
  begin() { this.call_('begin'); }
  at_beginning() { return Boolean(this.call_('at_beginning')); }
  reset() { this.call_('reset'); }
  lesson(id) { return Boolean(this.with_texts_('lesson', [id])); }
  // Whether its text came with the first part of the program (or there is no such lesson).
  lesson_is_here(id) { return Boolean(this.with_texts_('lesson_is_here', [id])); }
  // A lesson that is not built in, by its file's text and name: { shown, wrong: [{ line, column, message }] }. key: what it
  // is known by once it is done; nothing: that is not kept.
  lesson_text(markdown, name, key) {
    return JSON.parse(this.module_.UTF8ToString(this.with_texts_('lesson_text', [markdown, name, key])));
  }
  lesson_markdown() { return this.text_('lesson_markdown'); }  // the file of the lesson that is shown or was left
  load(source) { this.with_texts_('load', [source], true); }
  seek(step) { this.call_('seek', step); }
  more() { return Boolean(this.call_('more')); }
  activate(id) { return Boolean(this.with_texts_('activate', [id])); }
  theme(theme, text_scale) { this.call_('theme', theme, text_scale); }
  reduced_motion(reduced) { this.call_('reduced_motion', reduced ? 1 : 0); }
  pinch(x, y, factor) { this.call_('pinch', x, y, factor); }
  arrangement() { return this.text_('arrangement'); }
  progress(lessons) { this.with_texts_('progress', [lessons]); }  // those that were done here before
  arrange(text) { this.with_texts_('arrange', [text]); }
  take_run({ width, height, above, advance, coloured, pixels }) {
    const pointer = this.call_('take_run', width, height, above, advance, coloured ? 1 : 0);
    this.module_.bytes().set(pixels, pointer);
  }
  embed(embedded) { this.call_('embed', embedded ? 1 : 0); }
  show(parts) { return Boolean(this.with_texts_('show', [parts])); }
  wanted_height() { return this.call_('wanted_height'); }
  scrolls(x, y, dx, dy) { return Boolean(this.call_('scrolls', x, y, dx, dy)); }
  zooms(x, y) { return Boolean(this.call_('zooms', x, y)); }
  play(on) { this.call_('play', on ? 1 : 0); }
  paste(text) { this.with_texts_('paste', [text]); }
  context_lost() { this.call_('context_lost'); }
  context_restored() { this.call_('context_restored'); }

  on_draw(idle) {
    ++this.drawn;
    this.on_first_frame_();
    if (!idle) return;
    for (const resolve of this.waiting_.splice(0)) resolve();
  }

  first_frame() { return this.first_frame_; }

  // Resolves when what has happened so far has been drawn and nothing moves any more.
  settled() {
    return this.call_('idle') ? Promise.resolve() : new Promise((resolve) => this.waiting_.push(resolve));
  }
}

// How much is shown, of what Interface::arrangement() says: story, protocol or loop.
export const depth_of = (arrangement) => new URLSearchParams(arrangement).get('depth') ?? 'story';

function text_of(value, name) {
  if (typeof value !== 'string') throw new TypeError(`${name} has to be a string`);
  return value;
}

// ready: a promise of a Program. Before it is kept, every method throws.
export function make_bridge(ready) {
  let program = null;
  ready.then((opened) => { program = opened; }, () => {});
  const get = () => {
    if (!program) throw new Error('awaitscope.ready has not been kept yet');
    return program;
  };
  return Object.freeze({
    ready: ready.then(() => undefined),
    state: () => ({ ...get().state(), depth: depth_of(get().arrangement()) }),
    widgets: () => get().widgets(),
    set(toggle, id) {
      if (!get().set(text_of(toggle, 'toggle'), text_of(id, 'id')))
        throw new RangeError(`there is no choice ${id} of a toggle ${toggle}`);
    },
    lesson(id) {
      if (!get().lesson(text_of(id, 'id'))) throw new RangeError(`there is no lesson ${id}`);
    },
    python(version) {
      if (!get().set_python(text_of(version, 'version'))) throw new RangeError(`there is no Python ${version} here`);
    },
    load: (source) => get().load(text_of(source, 'source')),
    seek(step) {
      if (!Number.isInteger(step) || step < 0) throw new RangeError('a step is an integer from 0');
      get().seek(Math.min(step, 0xffffffff));
    },
    // Goes on with a run that stopped because its budget of events was used up; whether it could.
    more: () => get().more(),
    // For tests: frames drawn so far, and a promise of the moment when nothing is left to draw.
    frames: () => get().drawn,
    settled: () => get().settled(),
  });
}
