#include "ui/view.h"

#include <utility>

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

size_t View::next_step() const {
  return session.reader().next_step(session.step(), arrangement.depth);
}

size_t View::previous_step() const {
  return session.reader().previous_step(session.step(), arrangement.depth);
}

void View::arrange(const Arrangement& as) {
  if (as == arrangement) return;
  arrangement = as;
  if (host.arrangement_changed) host.arrangement_changed(text_of(as));
}

void View::mark_done(std::string_view lesson) {
  if (progress.mark(lesson) && host.progress_changed) host.progress_changed(progress.text());
}

void View::show_origin(size_t to, std::string words) {
  const size_t from = session.step();
  seek(to);
  asked_ = {from, to, std::move(words)};
  asked_at_ = sought;
}

const View::Asked* View::asked() const {
  return asked_at_ != 0 && asked_at_ == sought && session.step() == asked_.to ? &asked_ : nullptr;
}

bool View::shows_switches() const {
  if (embedded) return parts.switches;
  return switches == Switches::AsFits ? session.by_switches() : switches == Switches::Shown;
}

}  // namespace awaitscope
