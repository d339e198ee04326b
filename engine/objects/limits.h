#pragma once
// How much a run may take, and how it ends where it takes more: with a message that says which
// limit it was and how to set another. What has been recorded stays.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace awaitscope {

class Recording;

struct Limits {
  size_t bytes_alive = 256u << 20;
  size_t output_bytes = 4u << 20;
  uint32_t recursion = 1000;            // CPython's own default
  uint32_t integer_digits = 1'000'000;  // decimal digits of an integer
  uint32_t text_digits = 4300;          // of one that becomes text, or is read; 0: any number
};

// The limits of one run, and whether it has come to one. A run that is stopped ends at the next
// instruction, or where a loop of ours looks at stopped().
class RunLimits : public Limits {
 public:
  // `attention` is set when the run is to stop, so that the machine looks. Null: no recording.
  RunLimits(const Limits& limits, const Recording* recording, bool& attention)
      : Limits(limits), recording_(recording), attention_(attention) {}

  bool stop(std::string_view why);  // always true; the first reason counts
  // "<what><limit><unit>", and how to set another limit: for whoever reads it on the page too.
  bool stop_at_limit(std::string_view what, uint64_t limit, std::string_view unit,
                     std::string_view option);
  bool stopped() const { return !why_.empty(); }
  size_t bytes_vouched_for = 0;  // memory that may be taken before it is counted again: see heap
  const std::string& why() const { return why_; }  // empty where it was not stopped

  // For loops of ours that run none of the program's code: false where that has gone on for too
  // long, for the host could not pause the run meanwhile. MemoryError is pending then.
  bool may_go_on(int32_t weight) { return (silent_left_ -= weight) > 0 || !silent_for_too_long(); }
  // The same before arithmetic that multiplies or divides about so many pairs of 32-bit digits.
  bool may_calculate(uint64_t products);

 private:
  bool silent_for_too_long();
  bool has_recorded();  // since it was asked last; then steps are counted anew
  bool refuse_to_go_on(std::string_view why, std::string_view advice);  // always false

  static constexpr int32_t kMostSilentSteps = 50'000'000;  // a second or so
  const Recording* recording_;
  bool& attention_;
  std::string why_;
  int32_t silent_left_ = kMostSilentSteps;
  size_t events_before_ = 0;  // when it began
};

}  // namespace awaitscope
