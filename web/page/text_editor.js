// Where somebody writes: a text field at once, so that whoever begins to type is not kept waiting; when the real editor
// (code_editor.js) has come, it takes the field's place, with what was typed. Without it the field stays.

import { Editor as PlainEditor } from './plain_editor.js';

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

export class TextEditor {
  // changed() is called when somebody has typed, done() when they want to go back, came() when the real editor is there.
  // kind: { label, python }: what is written, and whether it is Python.
  constructor(parent, hooks, kind) {
    this.editor_ = new PlainEditor(parent, hooks, kind);
    this.improve_(parent, hooks, kind);
  }

  async improve_(parent, hooks, kind) {
    const CodeEditor = await fetch_code_editor();
    if (!CodeEditor) return;
    const plain = this.editor_;
    await plain.composed();
    const { focused } = plain;  // not once the real one is in its place
    const better = new CodeEditor(parent, hooks, kind);
    better.open(plain.text);
    better.take_over(plain);
    plain.remove();
    this.editor_ = better;
    if (focused) better.focus();
    hooks.came();
  }

  get text() { return this.editor_.text; }
  set text(text) { this.editor_.text = text; }  // a change, which can be undone
  open(text) { this.editor_.open(text); }       // another text: undo does not lead back to the one before
  focus() { this.editor_.focus(); }
  // errors: [{ line, column, message }], perhaps with end_line and end_column; line: where the step is, or 0.
  show(errors, line) { this.editor_.show(errors, line); }
  // Puts the cursor there, and the line in sight.
  go_to(line, column = 1) { this.editor_.go_to(line, column); }
}
