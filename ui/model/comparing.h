#pragma once
// The program that somebody has pinned, and what it has in common with the one that is shown.

#include <memory>
#include <string>
#include <vector>

#include "engine/lesson/changes.h"
#include "engine/recording/reading/compare.h"
#include "engine/session/session.h"

namespace awaitscope {

struct Comparing {
  // What is kept of a program: enough to be compared after another has taken its place.
  struct Kept {
    CallOrder order;
    std::string name;  // the lesson's, or what the program is
    Toggles toggles;
    bool edited;  // the toggles are not what made it
    Version python;
    explicit Kept(const Session& session);
  };
  std::unique_ptr<Kept> pinned, shown;

  // The rows, as they are laid out: side by side, and in one column.
  std::vector<ComparedRow> calls, calls_below, lines_below;
  size_t parts = 0, parts_below = 0;  // the first row that differs; their number where none does

  void toggle_pin(const Session& session);                 // pins what is shown, or lets it go
  void pin_under(const Session& session, Version python);  // the same program under that Python
  bool pinned_is_shown(const Session& session) const;      // the pinned program itself, as it was
  // One program under two versions: what made it do something else, where that is known.
  bool of_two_versions() const;
  const VersionChange* change() const;
  void refresh(const Session& session);  // to be called before the rows are read

 private:
  uint64_t version_ = 0;
};

}  // namespace awaitscope
