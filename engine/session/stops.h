#pragma once
// The stops of a lesson in a run: the steps worth a look, and the way from one to the next.

#include <cstddef>
#include <vector>

#include "engine/lesson/lessons.h"
#include "engine/session/session.h"

namespace awaitscope {

// The step of a stop in a run of this program; Stops::kNone where the run does not come to it.
// seen: how often it does, up to the stop's occurrence.
size_t find_stop(const Stop& stop, const Reader& reader, const Recording& recording,
                 std::string_view source, int* seen = nullptr);

// The lines of a program that have this text, counted from 1.
std::vector<int> lines_with(std::string_view text, std::string_view source);

class Stops {
 public:
  static constexpr size_t kNone = SIZE_MAX;

  // Of the lesson that the session shows; none where it shows none.
  void find(const Session& session);

  size_t count() const { return steps_.size(); }
  size_t found() const;  // how many this run comes to
  // The step of a stop, in the lesson's order; kNone where this run does not come to it.
  size_t step_of(size_t stop) const { return steps_[stop]; }

  size_t at(size_t step) const;      // the stop at this step, or kNone
  size_t passed(size_t step) const;  // how many have been come to, with the one at this step
  // The next one's step, or the run's last; kNone where that is behind.
  size_t after(size_t step) const;
  size_t before(size_t step) const;  // the last one's before it, or 0; kNone at 0

 private:
  std::vector<size_t> steps_;
  size_t last_ = 0;  // the run's last step
};

}  // namespace awaitscope
