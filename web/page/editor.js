// Where somebody writes a program: a text field of the browser's own, over the canvas, since only that has
// input methods, dead keys, spelling of accents and a phone's keyboard.

const kIndent = '    ';

// The text with the lines of the selection moved right by one step, or left; and where the selection is then.
export function indent(text, start, end, back) {
  if (start === end && !back)
    return { text: text.slice(0, start) + kIndent + text.slice(end), start: start + 4, end: start + 4 };
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(first, end).split('\n');
  const moved = lines.map((line) => back ? line.replace(/^ {1,4}/, '') : line && kIndent + line);
  const grown = moved.join('\n').length - lines.join('\n').length;
  return {
    text: text.slice(0, first) + moved.join('\n') + text.slice(end),
    start: Math.max(first, start + moved[0].length - lines[0].length),
    end: end + grown,
  };
}

// What a new line after this text begins with: the same as the line before, and more after a colon.
export function indent_after(text) {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const spaces = line.match(/^ */)[0];
  return /:\s*(#.*)?$/.test(line) ? spaces + kIndent : spaces;
}

function on_key(event, field, run) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    insert(field, '\n' + indent_after(field.value.slice(0, field.selectionStart)));
  } else if (event.key === 'Tab' && !event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    const { text, start, end } = indent(field.value, field.selectionStart, field.selectionEnd, event.shiftKey);
    field.value = text;
    field.setSelectionRange(start, end);
  }
}

// As if typed, so that undo knows of it.
function insert(field, text) {
  if (!document.execCommand('insertText', false, text))
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
}

// Connects the dialog of index.html. load(source) is called with the program to run; returns what opens it.
export function make_editor(load) {
  const dialog = document.getElementById('editor');
  const field = document.getElementById('editor-source');
  const run = () => {
    dialog.close();
    load(field.value);
  };
  document.getElementById('editor-run').addEventListener('click', run);
  document.getElementById('editor-cancel').addEventListener('click', () => dialog.close());
  field.addEventListener('keydown', (event) => on_key(event, field, run));
  dialog.addEventListener('close', () => document.getElementById('canvas').focus());
  return (source) => {
    field.value = source;
    dialog.showModal();
    field.focus();
    field.setSelectionRange(0, 0);
    field.scrollTop = 0;
  };
}
