// Where somebody writes a program: over the place of the program's text on the canvas, or over the whole window where
// that is small. It runs while they type; the rest of the page goes on to be used beside it.

const kRunAfter = 250;      // milliseconds without a key
const kLeastWidth = 300, kLeastHeight = 200, kLeastWindow = 700;  // CSS pixels, for the place of the text to be enough

const element = (id) => document.getElementById(id);

// The real one, or a text field where it is not part of the build or cannot be fetched.
async function make(parent, hooks) {
  try {
    // With the same ?v=... as this file.
    const address = new URL(`code_editor.js${new URL(import.meta.url).search}`, import.meta.url);
    const { Editor } = await import(address.href);
    return new Editor(parent, hooks);
  } catch (error) {
    console.info(`a plain text field instead of the editor: ${error.message}`);
    const { Editor } = await import('./plain_editor.js');
    return new Editor(parent, hooks);
  }
}

export class Editing {
  // program: what bridge.js offers.
  constructor(program) {
    this.program_ = program;
    this.panel_ = element('editor');
    this.editor_ = null;  // a promise from the first time on
    this.ready_ = null;
    this.timer_ = 0;
    element('editor-done').addEventListener('click', () => this.close());
    window.visualViewport?.addEventListener('resize', () => this.follow());
  }

  get open_() { return !this.panel_.hidden; }

  async open() {
    this.panel_.hidden = false;
    this.follow();
    this.editor_ ??= make(element('editor-text'), {
      changed: () => {
        clearTimeout(this.timer_);
        this.timer_ = setTimeout(() => this.run_(), kRunAfter);
      },
      done: () => this.close(),
    });
    this.ready_ = await this.editor_;
    if (!this.open_) return;
    this.shown();
    this.ready_.focus();
    const { line } = this.program_.state();
    if (line > 0) this.ready_.go_to?.(line);
  }

  close() {
    if (!this.open_) return;
    this.run_();
    this.panel_.hidden = true;
    element('canvas').focus();
  }

  run_() {
    clearTimeout(this.timer_);
    this.timer_ = 0;
    if (!this.ready_) return;
    this.program_.load(this.ready_.text);
    this.shown();
  }

  // The program, its run or the step is another: by what was typed here, or by somebody's use of the rest of the page.
  shown() {
    if (!this.open_ || !this.ready_ || this.timer_) return;
    const { source, error, line } = this.program_.state();
    this.ready_.text = source;
    this.ready_.show(error, line);
    element('editor-problem').textContent =
      error ? (error.line ? `Line ${error.line}: ${error.message}` : error.message) : '';
  }

  // What a phone's keyboard leaves of it.
  window_() {
    const { offsetTop = 0, height = innerHeight } = window.visualViewport ?? {};
    return { x: 0, y: offsetTop, width: innerWidth, height };
  }

  // To be called after every frame: the canvas may have been laid out anew.
  follow() {
    if (!this.open_) return;
    this.panel_.classList.toggle('covered', this.program_.covered());
    const area = this.program_.source_area();
    const fits = innerWidth >= kLeastWindow && area && area.width >= kLeastWidth && area.height >= kLeastHeight;
    this.panel_.classList.toggle('full', !fits);
    const { x, y, width, height } =
      fits ? { ...area, width: area.width - 1, height: area.height - 1 } : this.window_();  // the rules stay in sight
    const size = this.program_.code_size();
    const place = `${x} ${y} ${width} ${height} ${size}`;
    if (place === this.place_) return;
    this.place_ = place;
    Object.assign(this.panel_.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    this.panel_.style.setProperty('--code-size', `${size}px`);  // letters stay as large as they were
  }
}
