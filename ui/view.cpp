#include "ui/view.h"

namespace awaitscope {

bool View::refresh() {
  if (version == session.version()) return false;
  const bool first = version == 0;
  version = session.version();
  highlighted = highlight(session.source());
  output.assign(session.reader().output(session.steps() - 1));
  timeline.clear();
  timeline.extend(session.recording());
  if (span_fits || first) span_fits = true;
  if (session.step() + 1 >= session.steps()) playing = false;
  seen_step = SIZE_MAX;
  return true;
}

void View::seek(size_t step) {
  playing = false;
  session.seek(step);
}

void View::play(bool on) {
  if (on && session.step() + 1 >= session.steps()) session.seek(0);
  playing = on;
  until_next_step = on ? 0.12f : 0;
}

void View::advance(float seconds) {
  if (!playing) return;
  until_next_step -= seconds;
  size_t step = session.step();
  const float pause = 0.5f / kSpeeds[speed];
  while (until_next_step <= 0 && step + 1 < session.steps()) {
    ++step;
    until_next_step += pause;
  }
  if (step != session.step()) session.seek(step);
  if (step + 1 >= session.steps()) playing = false;
}

}  // namespace awaitscope
