// The real editor: CodeMirror 6, which brings undo, several selections, find and replace, Python's indentation, input
// methods, a phone's keyboard and screen readers. An editor drawn on the canvas would have none of the last three, and
// all that a browser can give it is a text field. Fetched when somebody edits for the first time: 125 KB with brotli
// for it and Python's grammar, beside which Monaco has some megabytes, and wants workers of its own.
//
// It lives in a shadow tree, for there it makes its style from constructed sheets, which the page's content security
// policy lets pass, and not from <style> elements, which it does not.

import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from '@codemirror/commands';
import { pythonLanguage } from '@codemirror/lang-python';
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

// The colours are the theme's, as custom properties of the page.
const ink = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null, tags.operatorKeyword], color: 'var(--keyword)' },
  { tag: tags.string, color: 'var(--string)' },
  { tag: tags.number, color: 'var(--number)' },
  { tag: tags.comment, color: 'var(--comment)' },
  { tag: [tags.definition(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.className],
    color: 'var(--definition)' },
  { tag: tags.meta, color: 'var(--decorator)' },
  { tag: tags.heading, color: 'var(--text)', fontWeight: '600' },
  { tag: tags.strong, fontWeight: '600' },
  { tag: tags.monospace, color: 'var(--string)' },
  { tag: [tags.operator, tags.punctuation], color: 'var(--muted)' },
]);

const looks = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', background: 'var(--panel)', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "JetBrains Mono", "Cascadia Code", Menlo, Consolas, monospace', lineHeight: '1.5',
                   fontVariantLigatures: 'none' },
  '.cm-content': { caretColor: 'var(--accent)' },
  '.cm-cursor': { borderLeft: '2px solid var(--accent)' },
  '.cm-gutters': { background: 'var(--panel)', color: 'var(--faint)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 14px 0 16px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { background: 'var(--accent-soft)' },
  '.cm-selectionMatch, .cm-searchMatch': { background: 'var(--hover)' },
  '.cm-searchMatch-selected': { background: 'var(--accent-soft)' },
  '.cm-here': { background: 'var(--raised)', boxShadow: 'inset 3px 0 var(--accent)' },
  '.cm-panels, .cm-tooltip': { background: 'var(--raised)', color: 'var(--text)', borderColor: 'var(--line)' },
  '.cm-panel.cm-search': { fontFamily: 'system-ui, sans-serif' },
  '.cm-textfield': { background: 'var(--panel)', color: 'inherit', borderColor: 'var(--line)' },
  '.cm-button': { background: 'var(--hover)', color: 'inherit', borderColor: 'var(--line)' },
  '.cm-lintRange-error': { background: 'none', textDecoration: 'underline wavy var(--error)', textUnderlineOffset: '4px' },
});

// The line that the step is at, which moves with the text until the next run says where it is.
const set_here = StateEffect.define();
const here = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    marks = marks.map(transaction.changes);
    for (const effect of transaction.effects)
      if (effect.is(set_here))
        marks = effect.value < 0 ? Decoration.none
                                 : Decoration.set([Decoration.line({ class: 'cm-here' }).range(effect.value)]);
    return marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

// A lesson's file: Markdown with a front matter. Python within it has as many colours as tell it from the text around it.
const kKeywords = new Set(('and as async await break class continue def elif else except finally for from global if import in ' +
                           'is lambda nonlocal not or pass raise return try while with yield None True False').split(' '));
function python_token(stream) {
  if (stream.match(/^#.*/)) return 'comment';
  if (stream.match(/^("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/)) return 'string';
  if (stream.match(/^\d[\w.]*/)) return 'number';
  if (stream.match(/^\w+/)) return kKeywords.has(stream.current()) ? 'keyword' : null;
  stream.next();
  return null;
}
const lesson_language = StreamLanguage.define({
  startState: () => ({ front: 0, code: false }),  // front: of its two lines "---", those that have been
  token(stream, state) {
    if (stream.sol()) {
      if (state.front < 2 && stream.match(/^---\s*$/)) {
        ++state.front;
        return 'meta';
      }
      if (stream.match(/^\s*```.*$/)) {
        state.code = !state.code;
        return 'meta';
      }
      if (state.front === 1 && stream.match(/^\w+:/)) return 'keyword';
      if (!state.code && stream.match(/^#+ .*$/)) return 'heading';
      if (!state.code && stream.match(/^\s*(\d+\.|- (\[[ x]\])?)/)) return 'meta';
    }
    if (state.code) return python_token(stream);
    if (stream.match(/^`[^`]*`/)) return 'monospace';
    if (stream.match(/^\*\*[^*]*\*\*/)) return 'strong';
    if (stream.match(/^<!--.*?-->/)) return 'comment';
    stream.match(/^[^`*<]+|^./);
    return null;
  },
});

const from_outside = Annotation.define();
const undoing = new Compartment();  // out and in again, it has forgotten all

// Python counts the characters of a line from 1, the editor UTF-16 units of the text from 0.
function position(document, line, column) {
  const { from, to, text } = document.line(Math.min(Math.max(line, 1), document.lines));
  let units = 0, left = column - 1;
  for (const character of text) {
    if (left-- <= 0) break;
    units += character.length;
  }
  return Math.min(from + units, to);
}

export class Editor {
  // changed() is called when somebody has typed, done() when they want to go back.
  constructor(parent, { changed, done }, { label, python }) {
    const root = parent.attachShadow({ mode: 'open' });  // in the place of what was in it
    const finish = () => {
      done();
      return true;
    };
    this.view_ = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        extensions: [
          lineNumbers(), highlightSpecialChars(), undoing.of(history()), drawSelection(), highlightSelectionMatches(),
          search({ top: true }), syntaxHighlighting(ink), looks, here,
          python ? [indentOnInput(), bracketMatching(), pythonLanguage] : [lesson_language, EditorView.lineWrapping],
          indentUnit.of('    '), EditorState.tabSize.of(4), EditorState.allowMultipleSelections.of(true),
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', autocapitalize: 'off', autocorrect: 'off' }),
          // Escape closes what is open first, and leaves the editor when nothing is.
          // In a text, Tab leads on to what is beside it.
          keymap.of([{ key: 'Mod-Enter', run: finish }, ...searchKeymap, ...historyKeymap, ...(python ? [indentWithTab] : []),
                     { key: 'Escape', run: (view) => view.state.selection.ranges.length < 2 && finish() }, ...defaultKeymap]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((each) => each.annotation(from_outside))) changed();
          }),
        ],
      }),
    });
  }

  get text() { return this.view_.state.doc.toString(); }

  // A change of the text, which is undone like one that was typed. Only what is different is changed, so that the cursor
  // stays where it is.
  set text(text) {
    if (text !== this.text) this.change_to_(text, { annotations: [from_outside.of(true), isolateHistory.of('full')] });
  }

  // Another text, whose changes are undone from here on: undo never leads to the one before.
  open(text) {
    if (text === this.text) return;
    this.change_to_(text, { annotations: from_outside.of(true), effects: undoing.reconfigure([]) });
    this.view_.dispatch({ effects: undoing.reconfigure(history()) });
  }

  change_to_(text, how) {
    const old = this.text;
    let begin = 0, end = 0;
    const most = Math.min(old.length, text.length);
    while (begin < most && old[begin] === text[begin]) ++begin;
    while (end < most - begin && old[old.length - 1 - end] === text[text.length - 1 - end]) ++end;
    this.view_.dispatch({ changes: { from: begin, to: old.length - end, insert: text.slice(begin, text.length - end) }, ...how });
  }

  focus() { this.view_.focus(); }

  // Where somebody was in the text field. How high the lines are is not known yet, so that they cannot be scrolled by it.
  take_over({ selection: [anchor, head] }) {
    this.view_.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(head, { y: 'center' }) });
  }

  show(errors, line) {
    const { doc } = this.view_.state;
    const diagnostics = [];
    for (const error of errors) {
      if (!(error.line > 0)) continue;
      const from = position(doc, error.line, error.column);
      let to = position(doc, error.end_line || error.line, error.end_column || error.column + 1);
      if (to <= from) to = Math.min(from + 1, doc.length);
      diagnostics.push({ from: Math.min(from, to), to, severity: 'error', message: error.message });
    }
    const at = line > 0 && line <= doc.lines && !diagnostics.length ? doc.line(line).from : -1;
    this.view_.dispatch(setDiagnostics(this.view_.state, diagnostics), { effects: set_here.of(at) });
  }

  go_to(line, column) {
    const from = position(this.view_.state.doc, line, column);
    this.view_.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
  }
}
