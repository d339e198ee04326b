// A line to type in: where the canvas has a place for one, an input of the page lies over it, with all that a browser's
// own has: input methods, a phone's keyboard, the clipboard, a place in what a screen reader reads.

export class Field {
  // program: what bridge.js offers.
  constructor(program) {
    this.program_ = program;
    this.input_ = document.getElementById('field');
    this.input_.addEventListener('keydown', (event) => this.on_key_(event));
  }

  // To be called after every frame.
  follow() {
    const field = this.program_.field(), input = this.input_;
    if (!field) {
      if (input.hidden) return;
      const focused = document.activeElement === input;
      input.hidden = true;
      document.getElementById('field-problem').textContent = this.problem_ = '';
      if (focused) document.getElementById('canvas').focus({ preventScroll: true });
      return;
    }
    const { id, label, value: problem, x, y, width, height } = field;
    Object.assign(input.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    input.style.setProperty('--code-size', `${this.program_.code_size()}px`);
    if (problem !== this.problem_) document.getElementById('field-problem').textContent = problem;
    this.problem_ = problem;
    input.ariaLabel = label;
    input.ariaInvalid = String(Boolean(problem));
    const comes = input.hidden;
    if (comes) {
      this.id_ = id;
      input.value = '';
      input.hidden = false;
    }
    if (comes || this.program_.focused() === id) {
      this.program_.focus('');
      input.focus({ preventScroll: true });
    }
  }

  on_key_(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      this.program_.enter(this.id_, this.input_.value);
    } else if (event.key === 'Escape') {
      this.program_.enter(this.id_, '');
    } else if (event.key === 'Tab') {  // on to what follows on the canvas, or the last before it
      const others = this.program_.widgets().filter(({ id, enabled }) => enabled && id.startsWith(`${this.id_}.`));
      this.program_.focus(others.at(event.shiftKey ? -1 : 0)?.id ?? '');
      document.getElementById('canvas').focus({ preventScroll: true });
    } else {
      return;
    }
    event.preventDefault();
  }
}
