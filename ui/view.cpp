#include "ui/view.h"

#include <algorithm>

namespace awaitscope {

namespace {

// The steps that a lesson's stops mean in this run.
void find_stops(const Lesson& lesson, const Session& session, std::vector<size_t>& steps) {
  const Recording& recording = session.recording();
  steps.assign(lesson.stops.size(), SIZE_MAX);
  for (size_t i = 0; i < lesson.stops.size(); ++i) {
    const Stop& stop = lesson.stops[i];
    int left = stop.occurrence;
    for (size_t e = 0; e < recording.size() && left > 0; ++e) {
      const Event& event = recording[e];
      if (word_of(event.kind()) != stop.kind || stop.kind.empty()) continue;
      if (recording.code_of(event.subject).qualname != stop.function) continue;
      if (--left == 0) steps[i] = session.reader().step_of(e);
    }
  }
}

void count_runs(const Recording& recording, std::vector<uint32_t>& runs, uint32_t& most) {
  runs.assign(runs.size(), 0);
  most = 0;
  for (size_t e = 0; e < recording.size(); ++e) {
    if (recording[e].kind() != EventKind::Line) continue;
    const size_t line = size_t(recording.position(recording[e]).line);
    if (line < runs.size()) most = std::max(most, ++runs[line]);
  }
}

}  // namespace

bool View::refresh() {
  if (version == session.version()) return false;
  version = session.version();
  highlighted = highlight(session.source());
  line_runs.resize(highlighted.lines.size() + 1);
  count_runs(session.recording(), line_runs, most_runs);
  output.assign(session.reader().output(session.steps() - 1));
  timeline.clear();
  timeline.extend(session.recording());
  tokens.clear();
  stops.clear();
  if (const Lesson* lesson = find_lesson(session.lesson())) find_stops(*lesson, session, stops);
  answer_shown = false;
  causes_step = pressed_step = SIZE_MAX;
  hovered = pressed_bar = {UINT32_MAX};
  if (session.step() + 1 >= session.steps()) playing = false;
  seen_step = SIZE_MAX;
  return true;
}

void View::seek(size_t step) {
  playing = false;
  session.seek(step);
}

void View::say(std::string words) {
  if (words.empty()) return;
  said = std::move(words);
  said_at = controls.clock();
  controls.keep_awake(kSaid);
}

bool View::shows_switches() const {
  if (embedded) return false;
  return switches == Switches::AsFits ? !session.edited() : switches == Switches::Shown;
}

void View::toggle_breakpoint(int line) {
  const auto at = std::lower_bound(breakpoints.begin(), breakpoints.end(), line);
  if (at != breakpoints.end() && *at == line)
    breakpoints.erase(at);
  else
    breakpoints.insert(at, line);
}

size_t View::next_breakpoint(size_t step) const {
  const Recording& recording = session.recording();
  for (size_t e = session.reader().event_of(step) + 1; e < recording.size(); ++e) {
    if (recording[e].kind() == EventKind::Line &&
        std::binary_search(breakpoints.begin(), breakpoints.end(),
                           recording.position(recording[e]).line))
      return session.reader().step_of(e);
  }
  return session.steps() - 1;
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
  const size_t stop = breakpoints.empty() ? session.steps() : next_breakpoint(step);
  while (until_next_step <= 0 && step + 1 < session.steps() && step < stop) {
    ++step;
    until_next_step += pause;
  }
  if (step != session.step()) session.seek(step);
  if (step == stop) playing = false;
  if (step + 1 >= session.steps()) playing = false;
}

}  // namespace awaitscope
