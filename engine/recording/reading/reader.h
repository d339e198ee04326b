#pragma once
// Reading a recording: steps, moments, the way from one step to another, output, explanations.
// A Reader refers to a recording that must outlive it. Nothing here runs the interpreter.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/recording/events/recording.h"
#include "engine/recording/reading/moment.h"

namespace awaitscope {

// How closely somebody looks: at the program's own steps; also at what await and async with do
// underneath; at every step, with the event loop's. Steps have the same numbers at each.
enum class Depth : uint8_t { Story, Protocol, Loop };
inline constexpr std::string_view kDepthNames[] = {"story", "protocol", "loop"};

class Reader {
 public:
  explicit Reader(const Recording& recording);
  ~Reader();

  void extend();                       // the recording has grown: index what is new
  size_t steps() const;                // how many there are; at least 1
  size_t event_of(size_t step) const;  // index into the recording
  size_t bytes() const;                // memory the index takes, beside the recording's own
  size_t step_of(size_t event) const;  // the step that an event is, or belongs to
  Moment moment(size_t step) const;
  std::string show(Shown value, size_t event) const;  // as it was at that event
  int turn_at(size_t event) const;
  double time_at(size_t event) const;
  // Everything printed up to and including a step, with where each piece begins.
  struct Piece {
    bool error;
    std::string_view text;
    size_t step;
  };
  std::vector<Piece> output(size_t step) const;

  // Where the transport goes from a step. All stay inside the recording.
  size_t next_line(size_t step) const;  // into: the next line run, in any frame
  size_t previous_line(size_t step) const;
  size_t over(size_t step) const;  // the next line of this frame or of one outside it
  size_t out(size_t step) const;   // where this frame returns, suspends or raises
  size_t next_suspension(size_t step) const;
  size_t next_turn(size_t step) const;
  size_t next_at_line(size_t step, int line) const;  // wraps round; step itself where there is none

  // The least depth at which somebody stops at a step. What asyncio.run() does to tidy up is the
  // loop's, whatever it is, but for what the program notices of it.
  Depth depth_of(size_t step) const;
  // The step after, or before, that is shown at a depth; the run's last, or first, where there is
  // none.
  size_t next_step(size_t step, Depth depth) const;
  size_t previous_step(size_t step, Depth depth) const;

  // The frame that has called, or awaits, the frame of a step; 0 where there is none.
  uint32_t outer_frame(size_t step) const;

  // Why is it so? The step that gave a variable the value it has at a step, or changed what it
  // refers to since; and the step since which a task, as it is at a step, has been that. Nothing
  // where no step did.
  struct Origin {
    size_t step;
    bool changed = false;  // the object's contents, not which object it is
  };
  std::optional<Origin> origin_of(uint32_t frame, std::string_view variable, size_t step) const;
  std::optional<size_t> state_since(const TaskView& task, size_t step) const;

  // The chain of causes of a step, newest first: e.g. resume <- step <- handle <- set_result. The
  // end of a run has none.
  std::vector<size_t> causes(size_t step) const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

enum class TextId : size_t;  // explanation_texts.h

// One or two plain sentences for a learner, with where the Python documentation says so.
struct Explanation {
  TextId id{};
  std::string text;
  std::string link;             // https address in docs.python.org, of the Python that ran
  std::string_view link_title;  // "await expression", "Data model: __aenter__"
  std::string instead;          // for a mistake: what to write instead; else empty
};
Explanation explain(const Reader& reader, const Recording& recording, size_t step);

}  // namespace awaitscope
