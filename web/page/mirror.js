// The interface once more, as elements, for whoever does not see the canvas: every control where it is drawn, with its
// name, its kind and its state; beside them the program, what it has printed, and where everything is, as text. The
// elements are not to be seen and let the mouse through. Each does what the control on the canvas does.
//
// What a step means is said when it is taken (#said).

import { make } from './elements.js';

const kMostOutput = 20000;  // characters, the last of them
const kSettles = 120;  // milliseconds: playing takes many steps a second, and nobody can hear them all

const kParts = {
  window: 'Window', lesson: 'Lessons', tab: 'Panels', toggle: 'Switches', source: 'Program', explanation: 'Explanation',
  transport: 'Steps', status: 'Run', timeline: 'Timeline', loop: 'Event loop', output: 'Output', help: 'Help',
  path: 'The way through the lesson', write: 'Write a lesson', share: 'Share', python: 'Python', depth: 'How much is shown', split: 'Sizes', change: 'What changed',
};
const kToggles = { init: '__init__', await: '__await__', aenter: '__aenter__', aexit: '__aexit__', method: 'a_method' };

// Changes only what differs: a screen reader reads again what is written again.
function set(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// "In Task-1: main, line 27; greet, line 23."
function chain_of(frames) {
  return frames.map(({ function: name, line, locals }) => {
    const values = Object.entries(locals ?? {}).map(([variable, value]) => `${variable} = ${value}`).join(', ');
    return `${name}${line > 0 ? `, line ${line}` : ''}${values ? ` (${values})` : ''}`;
  }).join('; ');
}

function paragraphs(element, sentences) {
  while (element.children.length < sentences.length) element.append(make('p'));
  while (element.children.length > sentences.length) element.lastChild.remove();
  sentences.forEach((text, i) => write(element.children[i], text));
}

const plain = (text) => text.replaceAll('`', '');

// What the panels beside the program show, in sentences.
function words_of(state) {
  const said = [`Step ${state.step} of ${state.steps - 1}. Turn ${state.turn}, ${state.time} seconds.`];
  if (state.about) {  // as beside the program: what it is about, and at the end what was asked
    const { title, text, question, answer, stops, passed, stop } = state.about;
    if (stop) said.push(`Stop ${passed} of ${stops}: ${plain(stop)}`);
    if (state.step === 0) said.push(plain(`${title}. ${text} ${question}`));
    else if (state.step === state.steps - 1) said.push(plain(`${question} ${answer}`));
  }
  if (state.error) said.push(`${state.error.type}: ${state.error.message}`);
  if (state.stack?.length) said.push(`The program: ${chain_of(state.stack)}.`);
  for (const task of state.tasks) {
    const waits = task.waits_for ? `, waits for ${task.waits_for}` : '', result = task.result ? `: ${task.result}` : '';
    said.push(`${task.name} is ${task.words}${waits}${result}.${task.chain.length ? ` ${chain_of(task.chain)}.` : ''}`);
  }
  const { running, ready } = state.words;
  const timers = state.timers.map(({ words, time }) => `${words} at ${time} s`);
  said.push(`Running: ${running || 'nothing'}.`, `Ready: ${ready.join(', ') || 'nothing'}.`,
            `Timers: ${timers.join(', ') || 'none'}.`);
  return said;
}

export class Mirror {
  // program: what bridge.js offers.
  constructor(program) {
    this.program_ = program;
    this.root_ = document.getElementById('mirror');
    this.said_ = document.getElementById('said');
    this.elements_ = new Map();  // of id
    this.parts_ = new Map();     // of the first word of an id, and of a toggle's id: what holds them
    this.widgets_ = '';
    this.heard_ = '';
    this.timer_ = 0;
    this.focused_ = '';
    this.now_ = make('section', { 'aria-label': 'Where everything is' });
    this.heard_words_ = make('section');
    this.code_ = make('pre', { role: 'region', 'aria-label': 'The whole program' });
    this.output_ = make('pre', { role: 'log', 'aria-live': 'off', 'aria-label': 'Printed so far' });
    this.root_.append(this.heard_words_, this.now_, this.code_, this.output_);
    this.root_.addEventListener('click', (event) => this.on_click_(event));
    this.root_.addEventListener('focusin', (event) => this.on_focus_(event));
  }

  // To be called after every frame.
  drawn() {
    if (!this.timer_) this.timer_ = setTimeout(() => this.update(), kSettles);
    this.follow_focus_();
  }

  update() {
    clearTimeout(this.timer_);
    this.timer_ = 0;
    const json = this.program_.widgets_json();
    const shown = `${this.program_.version()} ${this.program_.step()}`;
    if (shown !== this.shown_) this.state_ = this.program_.state();
    if (json !== this.widgets_ || shown !== this.shown_) this.controls_(JSON.parse(json));
    if (shown !== this.shown_) this.words_();
    this.hear_();
    this.widgets_ = json;
    this.shown_ = shown;
    this.follow_focus_();
  }

  // The lesson with its answer, help, menus: whatever is text on the canvas alone.
  hear_() {
    const covered = this.program_.covered();
    set(this.heard_words_, 'role', covered ? 'dialog' : 'region');
    set(this.heard_words_, 'aria-label', covered ? 'In front of the page' : 'The lesson, and answers');
    paragraphs(this.heard_words_, this.program_.heard().map(plain));
  }

  words_() {
    const state = this.state_;
    paragraphs(this.now_, words_of(state));
    write(this.output_, (state.stdout + state.stderr).slice(-kMostOutput));
    const code = state.source.split('\n')[state.line - 1]?.trim();
    write(this.code_, state.source);
    const place = state.line > 0 ? ` ${state.function}, line ${state.line}: ${code}.` : '';
    const switched = state.switched ? `${plain(state.switched.text)} ` : '';
    write(this.said_, state.error ? `${switched}This program cannot run. ${state.error.type}: ${state.error.message}`
                                  : `${switched}Step ${state.step}.${place} ${plain(state.explanation)}`);
  }

  controls_(widgets) {
    const lines = this.state_.source.split('\n');
    const order = new Map();  // of what holds them: the elements in it
    const seen = new Set();
    for (const widget of widgets) {
      if (widget.kind === 'text') continue;  // an input of its own: field.js
      seen.add(widget.id);
      const element = this.element_(widget);
      this.describe_(element, widget, lines);
      const part = this.part_of_(widget.id);
      if (!order.has(part)) order.set(part, []);
      order.get(part).push(element);
    }
    for (const id of [...this.elements_.keys()].filter((each) => !seen.has(each))) {
      this.elements_.get(id).remove();
      this.elements_.delete(id);
    }
    for (const [part, elements] of order) {
      const same = part.own_.length === elements.length && elements.every((each, i) => each === part.own_[i] && each.parentNode);
      if (!same) for (const each of elements) part.append(each);
      part.own_ = elements;
    }
    for (const part of this.parts_.values()) part.hidden = !part.querySelector('[data-id]');
  }

  part_of_(id) {
    const [first, second] = id.split('.');
    if (!this.parts_.has(first)) {
      const label = { 'aria-label': kParts[first] ?? first };
      const part = first === 'tab' ? make('div', { role: 'tablist', ...label }) : make('section', label);
      part.own_ = [];
      this.parts_.set(first, part);
      this.root_.insertBefore(part, this.heard_words_);
    }
    if (first !== 'toggle') return this.parts_.get(first);
    const key = `${first}.${second}`;
    if (!this.parts_.has(key)) {
      const group = make('div', { role: 'radiogroup', 'aria-label': kToggles[second] ?? second });
      group.own_ = [];
      this.parts_.set(key, group);
      this.parts_.get(first).append(group);
    }
    return this.parts_.get(key);
  }

  element_({ id, kind, value }) {
    let made = this.elements_.get(id);
    if (made?.dataset.kind === kind) return made;
    made?.remove();
    const role = { choice: 'radio', switch: 'switch', slider: 'slider', separator: 'separator', tab: 'tab' }[kind];
    made = kind === 'link' ? make('a', { href: value, target: '_blank', rel: 'noopener' })
           : kind === 'slider' || kind === 'separator' ? make('div', { role })
                               : make('button', { type: 'button', ...(role && { role }) });
    made.tabIndex = -1;  // the canvas knows what Tab goes to next; the focus follows here
    made.dataset.id = id;
    made.dataset.kind = kind;
    this.elements_.set(id, made);
    return made;
  }

  describe_(element, { id, label, kind, value, enabled, x, y, width, height }, lines) {
    const line = /^source\.line\.(\d+)$/.exec(id)?.[1];
    write(element, line ? `Line ${line}: ${lines[line - 1]?.trim() ?? ''}` : plain(label));
    const state = { choice: 'aria-checked', switch: 'aria-checked', tab: 'aria-selected' }[kind];
    if (state) set(element, state, value === 'true' ? 'true' : 'false');
    if (kind === 'place') set(element, 'aria-current', value === 'true' ? 'step' : null);
    if (kind === 'link') set(element, 'href', value);
    if (kind === 'slider' || kind === 'separator') {
      set(element, 'aria-valuenow', value || '0');
      set(element, 'aria-valuemin', '0');
      set(element, 'aria-valuemax', kind === 'separator' ? '100' : String(this.state_.steps - 1));
      set(element, 'aria-label', label);
    }
    set(element, 'aria-disabled', enabled ? null : 'true');
    const place = `${x} ${y} ${width} ${height}`;
    if (element.place_ === place) return;
    element.place_ = place;
    Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${Math.max(height, 1)}px` });
  }

  // A screen reader presses what it reads; a key that is pressed on an element is the program's, as on the canvas.
  on_click_(event) {
    const id = event.target.dataset.id;
    if (!id || event.target.dataset.kind === 'link') return;
    event.preventDefault();
    this.program_.activate(id);
  }

  on_focus_(event) {
    const id = event.target.dataset.id;
    if (!id || id === this.program_.focused()) return;
    this.focused_ = id;
    this.program_.focus(id);
  }

  // Where the canvas has its focus the page has it too, so that it is said.
  follow_focus_() {
    const id = this.program_.focused();
    if (id === this.focused_) return;
    const element = this.elements_.get(id);
    const here = document.activeElement;
    if (here !== document.getElementById('canvas') && here !== document.body && !this.root_.contains(here)) return;
    if (id && !element) return;  // not there yet
    this.focused_ = id;
    (element ?? document.getElementById('canvas')).focus({ preventScroll: true });
  }
}
