// Which keys are the program's and which stay the browser's, and the clipboard.
//
// SDL listens on the window and swallows what it sees, even what it has no use for: reload, the address
// bar, the developer tools, paste. What is the browser's is therefore kept from it here, in the capturing
// phase, which comes first.

const kMac = /Mac|iPhone|iPad/.test(navigator.platform);
const kModifiers = new Set(['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'CapsLock']);
// With Ctrl (Cmd on a Mac). Not V: the text comes with the paste event, which only the browser raises.
const kCommands = new Set(['a', 'c', 'x', 'y', 'z', 'Enter', 'Backspace', 'Delete', 'Home', 'End',
                           'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', ' ']);
const kShiftCommands = new Set([...kCommands].filter((key) => key.length > 1).concat('z'));

function has_own_keys(element) {
  // The editor keeps what is in it to itself, so that from here it is one element.
  return element instanceof HTMLElement && !element.closest('#mirror') &&
         element.matches('#editor *, #lesson-editor *, input, textarea, select, button, a');
}

export function is_for_program(event) {
  if (kModifiers.has(event.key)) return true;
  if (/^F\d+$/.test(event.key)) return false;
  const typed = event.key.length === 1;
  if (event.ctrlKey && event.altKey) return typed;  // AltGr on Windows
  if (event.ctrlKey || event.metaKey) {
    const key = typed ? event.key.toLowerCase() : event.key;
    return (event.shiftKey ? kShiftCommands : kCommands).has(key);
  }
  if (event.altKey) return typed || kMac;  // Alt with an arrow goes back and forward in the history
  return true;
}

function copy_by_selection(text) {
  const carrier = document.createElement('textarea');
  carrier.value = text;
  carrier.setAttribute('readonly', '');
  carrier.className = 'carrier';
  document.body.append(carrier);
  carrier.select();
  document.execCommand('copy');
  carrier.remove();
  document.getElementById('canvas').focus();
}

export function copy(text) {
  // navigator.clipboard exists only where the page came over https or from this machine.
  if (!navigator.clipboard) return copy_by_selection(text);
  navigator.clipboard.writeText(text).catch(() => copy_by_selection(text));
}

// To be called before SDL listens. program: what bridge.js offers.
export function listen(program) {
  for (const type of ['keydown', 'keypress', 'keyup']) {
    addEventListener(type, (event) => {
      if (has_own_keys(event.target)) return;
      // After the last control, and before the first, the keyboard is whoever's is next on the page or in the browser.
      const leaves = type === 'keydown' && event.key === 'Tab' && program.at_edge(event.shiftKey ? -1 : 1);
      if (leaves) program.focus('');
      if (leaves || !is_for_program(event)) event.stopImmediatePropagation();
    }, true);
    // An element with keys of its own gets them first; this listener is there before SDL's.
    addEventListener(type, (event) => {
      if (has_own_keys(event.target)) event.stopImmediatePropagation();
    });
  }
  addEventListener('paste', (event) => {
    if (has_own_keys(event.target)) return;
    event.preventDefault();
    program.paste(event.clipboardData.getData('text/plain'));
  });
}
