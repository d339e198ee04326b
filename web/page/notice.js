// A few words over the canvas, for what is wrong with something that the address has asked for. They stay until somebody
// closes them.

import { make, nodes_of } from './elements.js';
import { adopt } from './lesson_style.js';

const kMost = 4;  // lines

export class Notice {
  constructor() { this.shown_ = null; }

  // lines: what is wrong; action: { label, run() }, or null.
  show(title, lines, action = null) {
    adopt();
    this.close();
    const close = make('button', { type: 'button', class: 'plain' }, 'Close');
    close.addEventListener('click', () => this.close());
    const said = make('div', { role: 'alert' });
    const buttons = make('div', { class: 'buttons' });
    this.shown_ = make('aside', { id: 'notice', 'aria-label': title });
    this.shown_.append(said, buttons);
    if (action) {
      const act = make('button', { type: 'button' }, action.label);
      act.addEventListener('click', () => {
        this.close();
        action.run();
      });
      buttons.append(act);
    }
    buttons.append(close);
    document.body.append(this.shown_);
    const more = lines.length > kMost ? [`And ${lines.length - kMost} more.`] : [];
    said.append(make('h2', {}, title), ...[...lines.slice(0, kMost), ...more].map((line) => {
      const paragraph = make('p');
      paragraph.append(...nodes_of(line));
      return paragraph;
    }));
  }

  close() {
    if (!this.shown_) return;
    const focused = this.shown_.contains(document.activeElement);
    this.shown_.remove();
    this.shown_ = null;
    if (focused) document.getElementById('canvas').focus({ preventScroll: true });
  }
}
