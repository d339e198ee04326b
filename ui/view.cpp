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

bool View::offers_course() const {
  return !progress.any() && !embedded && session.step() == 0 && session.built_in() &&
         session.lesson() != lessons().front().id;
}

void View::show_origin(size_t to, std::string words) {
  const size_t from = session.step();
  seek(to);
  asked_ = {from, to, std::move(words), false};
  asked_at_ = sought;
}

void View::look_ahead(size_t to, std::string words) {
  show_origin(to, std::move(words));
  asked_.ahead = true;
}

size_t View::lesson_step() const { return looks_ahead() ? asked()->from : session.step(); }

bool View::at_lesson_end() const {
  return session.step() + 1 >= session.steps() && !session.error() && !looks_ahead() &&
         session.shown_lesson();
}

const View::Asked* View::asked() const {
  return asked_at_ != 0 && asked_at_ == sought && session.step() == asked_.to ? &asked_ : nullptr;
}

Line words_of_missing_stops(const View& view) {
  Line words("Under Python ", names_of(view.session.python()).minor, " this run comes to ");
  if (view.stops.found() == 0) return words.add("none of the lesson's stops.");
  return words.add(view.stops.found())
      .add(" of the lesson's ")
      .add(view.stops.count())
      .add(" stops.");
}

bool View::shows_switches() const {
  if (embedded) return parts.switches;
  return switches == Switches::AsFits ? session.by_switches() : switches == Switches::Shown;
}

}  // namespace awaitscope
