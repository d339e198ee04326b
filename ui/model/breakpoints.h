#pragma once
// The lines at which playing stops, and which can be gone to.

#include <vector>

#include "engine/session/session.h"

namespace awaitscope {

class Breakpoints {
 public:
  bool any() const { return !lines_.empty(); }
  bool at(int line) const;
  void toggle(int line);
  // The next step that runs one of the lines; the last step where none does.
  size_t next(const Session& session, size_t step) const;

 private:
  std::vector<int> lines_;  // in order
};

}  // namespace awaitscope
