#include "engine/session/stops.h"

#include <algorithm>

#include "engine/session/printed.h"

namespace awaitscope {

namespace {

// Counts up to the occurrence that is looked for.
class Finding {
 public:
  explicit Finding(int occurrence) : wanted_(occurrence) {}
  bool is_it() { return ++seen_ == wanted_; }
  int seen() const { return seen_; }

 private:
  int wanted_, seen_ = 0;
};

size_t find_event(const Stop& stop, const Reader& reader, const Recording& recording,
                  Finding& finding) {
  for (size_t e = 0; e < recording.size(); ++e) {
    const Event& event = recording[e];
    if (word_of(event.kind()) != stop.kind || stop.kind.empty()) continue;
    if (recording.code_of(event.subject).qualname != stop.function) continue;
    if (finding.is_it()) return reader.step_of(e);
  }
  return Stops::kNone;
}

size_t find_line(int line, const Reader& reader, const Recording& recording, Finding& finding) {
  for (size_t e = 0; e < recording.size(); ++e) {
    const Event& event = recording[e];
    if (event.kind() != EventKind::Line || recording.position(event).line != line) continue;
    if (finding.is_it()) return reader.step_of(e);
  }
  return Stops::kNone;
}

size_t find_print(const Stop& stop, const Reader& reader, Finding& finding) {
  for (const PrintedLine& line : printed_lines(reader)) {
    if (line.text == stop.code && finding.is_it()) return line.step;
  }
  return Stops::kNone;
}

size_t find(const Stop& stop, const Reader& reader, const Recording& recording,
            std::string_view source, Finding& finding) {
  switch (stop.at) {
    case StopKind::Event: return find_event(stop, reader, recording, finding);
    case StopKind::Line: return find_line(stop.line, reader, recording, finding);
    case StopKind::Print: return find_print(stop, reader, finding);
    case StopKind::LineWith: break;
  }
  const std::vector<int> lines = lines_with(stop.code, source);
  return lines.empty() ? Stops::kNone : find_line(lines[0], reader, recording, finding);
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
                 std::string_view source, int* seen) {
  Finding finding(stop.occurrence);
  const size_t step = find(stop, reader, recording, source, finding);
  if (seen) *seen = finding.seen();
  return step;
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

size_t Stops::found() const {
  return size_t(
      std::count_if(steps_.begin(), steps_.end(), [](size_t step) { return step != kNone; }));
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
