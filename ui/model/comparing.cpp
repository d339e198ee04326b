#include "ui/model/comparing.h"

#include <algorithm>

namespace awaitscope {

namespace {

std::string name_of(const Session& session) {
  if (const Lesson* lesson = session.shown_lesson()) return lesson->title;
  return session.edited() ? "Your own program" : "Your own switches";
}

size_t first_different(const std::vector<ComparedRow>& rows) {
  auto different = [](const ComparedRow& row) { return !row.same; };
  return size_t(std::find_if(rows.begin(), rows.end(), different) - rows.begin());
}

}  // namespace

Comparing::Kept::Kept(const Session& session)
    : order(session.source(), session.reader(), session.recording(), in_words(session.run_end())),
      name(name_of(session)),
      toggles(session.toggles()),
      edited(!session.by_switches()),
      python(session.python()) {}

void Comparing::toggle_pin(const Session& session) {
  if (pinned_is_shown(session)) {
    pinned.reset();
    shown.reset();
  } else {
    pinned = std::make_unique<Kept>(session);
    version_ = 0;
  }
}

void Comparing::pin_under(const Session& session, Version python) {
  Session other;
  if (session.by_switches())
    other.set(session.toggles());
  else if (session.shown_lesson() && session.built_in())
    other.load_lesson(session.lesson());
  else
    other.load(session.source());
  other.set_python(python);
  pinned = std::make_unique<Kept>(other);
  version_ = 0;
}

bool Comparing::pinned_is_shown(const Session& session) const {
  return pinned && pinned->order.source == session.source() && pinned->python == session.python();
}

bool Comparing::of_two_versions() const {
  return pinned && shown && pinned->order.source == shown->order.source &&
         pinned->python != shown->python;
}

const VersionChange* Comparing::change() const {
  if (!of_two_versions() || parts >= calls.size()) return nullptr;
  const bool older_left = pinned->python < shown->python;
  return change_between(older_left ? pinned->python : shown->python,
                        older_left ? shown->python : pinned->python, pinned->order, shown->order,
                        calls[parts]);
}

void Comparing::refresh(const Session& session) {
  if (!pinned || version_ == session.version()) return;
  version_ = session.version();
  shown = std::make_unique<Kept>(session);
  Comparison compared = compare(pinned->order, shown->order);
  calls = std::move(compared.calls);
  calls_below = below_one_another(calls);
  lines_below = below_one_another(compared.lines);
  parts = first_different(calls);
  parts_below = first_different(calls_below);
}

}  // namespace awaitscope
