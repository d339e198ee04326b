// Where somebody writes a program: over the place of the program's text on the canvas, or over the whole window where
// that is small. It runs while they type; the rest of the page goes on to be used beside it.

import { Editor as PlainEditor } from './plain_editor.js';

const kRunAfter = 250;      // milliseconds without a key
const kLeastWidth = 300, kLeastHeight = 200, kLeastWindow = 700;  // CSS pixels, for the place of the text to be enough

const element = (id) => document.getElementById(id);

// The real one; nothing where it is not part of the build or cannot be fetched.
async function fetch_code_editor() {
  try {
    // With the same ?v=... as this file.
    const address = new URL(`code_editor.js${new URL(import.meta.url).search}`, import.meta.url);
    return (await import(address.href)).Editor;
  } catch (error) {
    console.info(`a plain text field instead of the editor: ${error.message}`);
    return null;
  }
}

export class Editing {
  // program: what bridge.js offers.
  constructor(program) {
    this.program_ = program;
    this.panel_ = element('editor');
    this.editor_ = null;  // from the first time on
    this.timer_ = 0;
    element('editor-done').addEventListener('click', () => this.close());
    window.visualViewport?.addEventListener('resize', () => this.follow());
  }

  get open_() { return !this.panel_.hidden; }

  // Whoever begins to type at once types into a text field, whose place the real editor takes when it has come.
  open() {
    this.panel_.hidden = false;
    this.follow();
    if (!this.editor_) {
      const parent = element('editor-text'), hooks = {
        changed: () => {
          clearTimeout(this.timer_);
          this.timer_ = setTimeout(() => this.run_(), kRunAfter);
        },
        done: () => this.close(),
      };
      this.editor_ = new PlainEditor(parent, hooks);
      this.improve_(parent, hooks);
    }
    this.shown();
    this.editor_.focus();
    const { line } = this.program_.state();
    if (line > 0) this.editor_.go_to(line);
  }

  async improve_(parent, hooks) {
    const CodeEditor = await fetch_code_editor();
    if (!CodeEditor) return;
    const plain = this.editor_;
    await plain.composed();
    const better = new CodeEditor(parent, hooks), focused = plain.focused;
    better.text = plain.text;
    better.take_over(plain);
    plain.remove();
    this.editor_ = better;
    if (focused) better.focus();
    this.shown();
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
    if (!this.editor_) return;
    this.program_.load(this.editor_.text);
    this.shown();
  }

  // The program, its run or the step is another: by what was typed here, or by somebody's use of the rest of the page.
  shown() {
    if (!this.open_ || !this.editor_ || this.timer_) return;
    const { source, error, line } = this.program_.state();
    this.editor_.text = source;
    this.editor_.show(error, line);
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
