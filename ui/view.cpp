#include "ui/view.h"

namespace awaitscope {

bool View::refresh() {
  if (version == session.version()) return false;
  version = session.version();
  output.assign(session.reader().output(session.steps() - 1));
  timeline.clear();
  timeline.extend(session.recording());
  stops.find(session);
  if (session.step() + 1 >= session.steps()) playing.stop();
  return true;
}

void View::seek(size_t step) {
  playing.stop();
  ++sought;
  session.seek(step);
}

void View::show_lesson(std::string_view id) {
  session.load_lesson(id);
  seek(0);
}

bool View::shows_switches() const {
  if (embedded) return parts.switches;
  return switches == Switches::AsFits ? !session.edited() : switches == Switches::Shown;
}

}  // namespace awaitscope
