#pragma once
// What a Reader keeps beside the recording. Private to the reader's own files.
//
// Marks, every kMarkEvents events, answer questions of counting (which step, which turn, what time)
// with a short scan. Checkpoints hold the fold's whole state; one is made when the events since the
// last would pay for it at kCheckpointBytes each, so that memory is bounded by the number of events
// and a jump costs restoring one checkpoint and folding on to the event asked for.

#include <vector>

#include "engine/recording/reading/fold.h"
#include "engine/recording/reading/reader.h"

namespace awaitscope {

struct Reader::Index {
  static constexpr size_t kMarkEvents = 256;
  static constexpr size_t kMinCheckpointEvents = 4096;
  static constexpr size_t kCheckpointBytes = 6;  // an event

  struct Mark {  // the state before the event at its place
    uint32_t steps = 0, turn = 0;
    double time = 0;
  };
  struct Output {
    uint32_t event = 0;
    size_t out_bytes = 0, err_bytes = 0;  // written up to and including this event
  };

  explicit Index(const Recording& r) : recording(r), builder(r), cursor(r) {}

  void extend();
  // The fold of the state just after an event; valid until the next call.
  const Fold& state_at(size_t event) const;
  // The text that an object had at an event, empty where no event has said.
  std::string_view contents(uint32_t object, size_t event) const;
  // The last event whose state a step shows: its own, or of a call the last of its parameters.
  size_t shown_at(size_t event) const;
  size_t enclosing(size_t event) const;  // see Reader::causes
  Depth depth_of(size_t event) const;    // of one that is a step
  bool is_shown(size_t event, Depth depth) const;
  size_t bytes() const;

  const Recording& recording;
  size_t events = 0, steps = 0;  // indexed so far
  Fold builder;                  // stands at the end of what is indexed
  mutable Fold cursor;           // stands where the last question was
  std::vector<Mark> marks;
  std::vector<Fold::Checkpoint> checkpoints;
  std::vector<uint32_t> checkpoint_events;  // the event that each folds next
  std::vector<Output> outputs;
  std::vector<uint32_t> loop_stops;  // events
  // Change events in order of object, then of event: those of object n begin at changes_of[n].
  std::vector<uint32_t> changes_of, changes;

 private:
  void index_changes(const std::vector<uint32_t>& fresh);
};

// How many of the first `count` events from a place are steps.
size_t count_steps(const Recording& recording, size_t from, size_t count);

}  // namespace awaitscope
