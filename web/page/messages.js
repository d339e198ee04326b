// What a frame and the page around it say to each other, version 1: web/docs/messages.md. Heard is the page around and
// nobody else, and it is told what is to be seen here: nothing that a reader keeps is within its reach, since a frame
// reads none of it (start.js).

const kVersion = 1;
const kMostLooked = 20000;  // steps, to find a line

const is_object = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function want(right, words) {
  if (!right) throw new TypeError(words);
}

// The step at which a line is about to run for the n-th time. Coming back to a line is not another time.
function step_of_line(program, line, time) {
  const here = program.step(), { steps } = program.state();
  let found = -1, was = 0, seen = 0;
  for (let step = 0; step < Math.min(steps, kMostLooked) && found < 0; ++step) {
    program.seek(step);
    const at = program.state().line;
    if (at === line && was !== line && ++seen === time) found = step;
    if (at > 0) was = at;
  }
  program.seek(found < 0 ? here : found);
  want(found >= 0, seen ? `line ${line} runs ${seen === 1 ? 'once' : `${seen} times`}, not ${time} times` : `line ${line} never runs`);
}

export class Messages {
  // { rest, theme(name), lesson(value) }: what they may ask for.
  constructor(page) {
    this.page_ = page;
    this.origin_ = null;  // of the page around, from its first message on
    this.program_ = null;
    this.ended_ = false;
    if (parent === window) return;
    addEventListener('message', (event) => this.hear_(event));
    this.post_('loading', {}, '*');
  }

  // The program can be used.
  ready(program) {
    this.program_ = program;
    if (this.origin_ !== null) this.greet_();
  }

  // It cannot, and never will be.
  failed(message) {
    this.failure_ = message;
    this.post_('failed', { message, of: 'page' }, '*');
  }

  // A lesson that the address asks for cannot be shown, or is not as it says it is.
  mistaken(message) {
    this.mistake_ = message;
    if (this.program_) this.tell_mistake_();
  }

  tell_mistake_() {
    if (this.mistake_ && this.origin_ !== null) this.tell_('failed', { message: this.mistake_, of: 'lesson' });
    this.mistake_ = null;
  }

  hear_({ source, origin, data }) {
    if (source !== parent || !is_object(data) || !('awaitscope' in data)) return;
    const known = this.origin_ === null || this.origin_ === origin;
    if (!known) return;
    try {
      want(data.awaitscope === kVersion, `it is of version ${data.awaitscope}, and this page speaks version ${kVersion}`);
      want(Object.hasOwn(kHeard, data.type), `there is no such message. There are ${Object.keys(kHeard).join(', ')}`);
      this.origin_ = origin;
      if (data.type === 'hello') {
        if (this.failure_) this.failed(this.failure_);
        if (this.program_) this.greet_();
        return;
      }
      want(this.program_, 'wait for the message "ready"');
      Promise.resolve(kHeard[data.type](this.program_, data, this.page_)).catch((error) => this.refuse_(data.type, error));
    } catch (error) {
      this.refuse_(data.type, error);
    }
  }

  refuse_(type, { message }) {
    const words = `the message "${type}" was not followed: ${message}`;
    console.warn(`awaitscope: ${words}.`);
    this.tell_('failed', { message: words, of: 'message' });
  }

  greet_() {
    const { steps, python } = this.program_.state();
    this.told_ = this.high_ = null;
    this.drawn();  // the height first: who shows the frame from now on knows it
    this.tell_('ready', { python, steps });
    this.tell_mistake_();
    this.changed();
  }

  // Another step, or another program.
  changed() {
    if (this.origin_ === null || !this.program_) return;
    const shown = `${this.program_.version()} ${this.program_.step()}`;
    if (shown === this.told_) return;
    this.told_ = shown;
    const { step, steps, line, function: name, explanation, error, exit, stdout } = this.program_.state();
    if (error) this.tell_('failed', { message: error.message, line: error.line ?? 0, of: 'program' });
    this.tell_('step', { step, steps, line, function: name, explanation: explanation.replaceAll('`', '') });
    const ended = step > 0 && step === steps - 1;
    if (ended && !this.ended_) this.tell_('ended', { exit, stdout });
    this.ended_ = ended;
  }

  // After every frame: its contents may want another height.
  drawn() {
    if (this.origin_ === null || !this.program_) return;
    const height = Math.ceil(this.program_.wanted_height());
    if (height === this.high_ || !(height > 0)) return;
    this.high_ = height;
    this.tell_('size', { height });
  }

  tell_(type, what) {
    if (this.origin_ !== null) this.post_(type, what, this.origin_ === 'null' ? '*' : this.origin_);
  }

  post_(type, what, origin) {
    if (parent !== window) parent.postMessage({ awaitscope: kVersion, type, ...what }, origin);
  }
}

function set_python(program, python) {
  if (python === undefined) return;
  want(typeof python === 'string' && program.set_python(python), `there is no Python ${JSON.stringify(python)} here`);
}

const kHeard = {
  hello() {},

  async load(program, { source, python, step }, { rest }) {
    want(typeof source === 'string', '"source" has to be a string');
    await rest.fetch();
    set_python(program, python);
    program.load(source);
    if (step !== undefined) kHeard.seek(program, { step });
  },

  async set(program, { switches, lesson, python, show }, { lesson: show_lesson }) {
    want(switches ?? lesson ?? python ?? show, 'it says nothing: there are "switches", "lesson", "python" and "show"');
    if (show !== undefined) want(typeof show === 'string' && program.show(show), `"show" cannot be ${JSON.stringify(show)}`);
    if (lesson !== undefined) {
      want(typeof lesson === 'string', '"lesson" has to be a string');
      await show_lesson(lesson);
    }
    want(switches === undefined || is_object(switches), '"switches" has to be an object such as {"await": "closure"}');
    for (const [toggle, choice] of Object.entries(switches ?? {}))
      want(typeof choice === 'string' && program.set(toggle, choice), `there is no switch ${toggle} with ${JSON.stringify(choice)}`);
    set_python(program, python);
  },

  seek(program, { step, line, time = 1 }) {
    const whole = (number, least) => Number.isSafeInteger(number) && number >= least;
    want((step === undefined) !== (line === undefined), 'it needs either "step" or "line"');
    want(line !== undefined || whole(step, 0), '"step" has to be an integer from 0');
    want(line === undefined || (whole(line, 1) && whole(time, 1)), '"line" and "time" have to be integers from 1');
    program.play(false);
    if (line === undefined) program.seek(Math.min(step, 0xffffffff));
    else step_of_line(program, line, time);
  },

  play(program, { on = true }) {
    want(typeof on === 'boolean', '"on" has to be true or false');
    program.play(on);
  },

  theme(program, { theme }, { theme: choose }) {
    want(choose(theme), '"theme" has to be auto, dark, light or contrast');
  },
};
