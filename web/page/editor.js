// Where somebody writes a program: over the place of the program's text on the canvas, or over the whole window where
// that is small. It runs while they type; the rest of the page goes on to be used beside it.

import { TextEditor } from './text_editor.js';

const kRunAfter = 250;      // milliseconds without a key
const kLeastWidth = 300, kLeastHeight = 200, kLeastWindow = 700;  // CSS pixels, for the place of the text to be enough

const element = (id) => document.getElementById(id);

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

  open() {
    this.panel_.hidden = false;
    this.follow();
    this.editor_ ??= new TextEditor(element('editor-text'), {
      changed: () => {
        clearTimeout(this.timer_);
        this.timer_ = setTimeout(() => this.run_(), kRunAfter);
      },
      done: () => this.close(),
      came: () => this.shown(),
    }, { label: 'Python source', python: true });
    this.shown();
    this.editor_.focus();
    queueMicrotask(() => this.go_to_lines_in_sight_());  // known once the frame is drawn in which it was pressed
  }

  // To the step's line, or else to the middle of what somebody has been reading.
  go_to_lines_in_sight_() {
    const { line } = this.program_.state();
    const seen = this.program_.widgets().filter(({ id, height }) => id.startsWith('source.line.') && height > 0);
    const to = line || Number(seen[seen.length >> 1]?.id.split('.')[2] ?? 0);
    if (to > 0) this.editor_.go_to(to);
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
    this.editor_.open(source);
    this.editor_.show(error ? [error] : [], line);
    element('editor-problem').textContent =
      error ? (error.line ? `Line ${error.line}: ${error.message}` : error.message) : '';
  }

  // All that the canvas has, of which a phone's keyboard may leave less.
  window_() {
    const { clientWidth: width, clientHeight } = element('canvas');
    const { offsetTop = 0, height = innerHeight } = window.visualViewport ?? {};
    return { x: 0, y: offsetTop, width, height: Math.min(height, clientHeight) };
  }

  // To be called after every frame: the canvas may have been laid out anew.
  follow() {
    if (!this.open_) return;
    this.panel_.classList.toggle('covered', this.program_.covered());
    const area = this.program_.source_area();
    const fits = element('canvas').clientWidth >= kLeastWindow && area && area.width >= kLeastWidth && area.height >= kLeastHeight;
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
