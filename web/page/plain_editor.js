// A text field of the browser's own: what somebody writes in until the real editor (code_editor.js) has come, and where
// it cannot be had. Both offer the same.

const kIndent = '    ';

export class Editor {
  // changed() is called when somebody has typed, done() when they want to go back.
  constructor(parent, { changed, done }, { label, python }) {
    this.python_ = python;
    this.field_ = document.createElement('textarea');
    for (const [name, value] of Object.entries({ spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off',
                                                 autocorrect: 'off', wrap: python ? 'off' : 'soft', 'aria-label': label }))
      this.field_.setAttribute(name, value);
    this.field_.addEventListener('input', changed);
    this.field_.addEventListener('keydown', (event) => this.on_key_(event, done));
    this.composed_ = Promise.resolve();
    this.field_.addEventListener('compositionstart', () => {
      this.composed_ = new Promise((resolve) => this.field_.addEventListener('compositionend', resolve, { once: true }));
    });
    parent.append(this.field_);
  }

  // What an input method is composing would be lost if the field went away.
  composed() { return this.composed_; }
  remove() { this.field_.remove(); }
  get focused() { return document.activeElement === this.field_; }
  get selection() { return [this.field_.selectionStart, this.field_.selectionEnd]; }

  get text() { return this.field_.value; }
  set text(text) { this.open(text); }
  open(text) { if (text !== this.field_.value) this.field_.value = text; }  // the browser forgets what could be undone

  focus() { this.field_.focus(); }
  show(/* errors, line */) {}  // the message below the field says where it is

  go_to(line, column) {
    const lines = this.field_.value.split('\n'), before = lines.slice(0, line - 1);
    const left = [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
    const at = before.join('\n').length + (line > 1 ? 1 : 0) + left;
    this.field_.setSelectionRange(at, at);
    const high = parseFloat(getComputedStyle(this.field_).lineHeight) || 20;
    this.field_.scrollTop = before.length * high - this.field_.clientHeight / 2;
  }

  on_key_(event, done) {
    if (event.isComposing) return;
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      done();
    } else if (!this.python_) {
      return;
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      const line = this.field_.value.slice(0, this.field_.selectionStart).split('\n').pop();
      this.insert_('\n' + line.match(/^ */)[0] + (/:\s*(#.*)?$/.test(line) ? kIndent : ''));
    } else if (event.key === 'Tab' && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.insert_(kIndent);
    }
  }

  // As if typed, so that undo knows of it.
  insert_(text) { document.execCommand('insertText', false, text); }
}
