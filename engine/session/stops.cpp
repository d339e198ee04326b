#include "engine/session/stops.h"

#include <algorithm>

#include "engine/session/printed.h"

namespace awaitscope {

namespace {

size_t find_event(const Stop& stop, const Reader& reader, const Recording& recording) {
  int left = stop.occurrence;
  for (size_t e = 0; e < recording.size(); ++e) {
    const Event& event = recording[e];
    if (word_of(event.kind()) != stop.kind || stop.kind.empty()) continue;
    if (recording.code_of(event.subject).qualname != stop.function) continue;
    if (--left == 0) return reader.step_of(e);
  }
  return Stops::kNone;
}

size_t find_line(int line, int occurrence, const Reader& reader, const Recording& recording) {
  int left = occurrence;
  for (size_t e = 0; e < recording.size(); ++e) {
    const Event& event = recording[e];
    if (event.kind() != EventKind::Line || recording.position(event).line != line) continue;
    if (--left == 0) return reader.step_of(e);
  }
  return Stops::kNone;
}

size_t find_print(const Stop& stop, const Reader& reader) {
  int left = stop.occurrence;
  for (const PrintedLine& line : printed_lines(reader)) {
    if (line.text == stop.code && --left == 0) return line.step;
  }
  return Stops::kNone;
}

}  // namespace

std::vector<int> lines_with(std::string_view text, std::string_view source) {
  std::vector<int> lines;
  int number = 1;
  for (size_t at = 0; at < source.size(); ++number) {
    const size_t end = std::min(source.find('\n', at), source.size());
    if (source.substr(at, end - at).find(text) != source.npos) lines.push_back(number);
    at = end + 1;
  }
  return lines;
}

size_t find_stop(const Stop& stop, const Reader& reader, const Recording& recording,
                 std::string_view source) {
  switch (stop.at) {
    case StopKind::Event: return find_event(stop, reader, recording);
    case StopKind::Line: return find_line(stop.line, stop.occurrence, reader, recording);
    case StopKind::Print: return find_print(stop, reader);
    case StopKind::LineWith: break;
  }
  const std::vector<int> lines = lines_with(stop.code, source);
  return lines.empty() ? Stops::kNone : find_line(lines[0], stop.occurrence, reader, recording);
}

void Stops::find(const Session& session) {
  steps_.clear();
  last_ = session.steps() - 1;
  const Lesson* lesson = session.shown_lesson();
  if (!lesson) return;
  for (const Stop& stop : lesson->stops) {
    steps_.push_back(find_stop(stop, session.reader(), session.recording(), session.source()));
  }
}

size_t Stops::at(size_t step) const {
  const auto found = std::find(steps_.begin(), steps_.end(), step);
  return found == steps_.end() ? kNone : size_t(found - steps_.begin());
}

size_t Stops::passed(size_t step) const {
  return size_t(std::count_if(steps_.begin(), steps_.end(), [&](size_t at) { return at <= step; }));
}

size_t Stops::after(size_t step) const {
  if (step >= last_) return kNone;
  size_t next = last_;
  for (const size_t at : steps_) {
    if (at != kNone && at > step) next = std::min(next, at);
  }
  return next;
}

size_t Stops::before(size_t step) const {
  if (step == 0) return kNone;
  size_t last = 0;
  for (const size_t at : steps_) {
    if (at != kNone && at < step) last = std::max(last, at);
  }
  return last;
}

}  // namespace awaitscope
