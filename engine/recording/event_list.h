#pragma once
// The events of a recording: appended by bumping a pointer, found by index.
//
// They lie in chunks of 2 MB, so that a million events are eight blocks of memory. The first chunk
// starts small and doubles, so that the recording of a few events costs as little; the others are
// asked for in large pages, since the system's work for the first touch of each small page takes
// longer than the writing of all the events in it.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/recording/event.h"

namespace awaitscope {

class EventList {
 public:
  EventList();
  ~EventList();
  EventList(const EventList&) = delete;
  EventList& operator=(const EventList&) = delete;

  size_t size() const { return before_ + size_t(next_ - begin_); }
  const Event& operator[](size_t i) const { return chunks_[i >> kChunkBits][i & (kChunk - 1)]; }
  size_t bytes() const;

  // A reference to an earlier event may become invalid.
  void append(const Event& event) {
    *next_++ = event;
    if (next_ == stop_) at_stop();
  }
  void pause_at(size_t events);
  bool is_full() const { return is_full_; }

 private:
  static constexpr uint32_t kChunkBits = 17, kChunk = 1u << kChunkBits;
  static constexpr size_t kFirst = 512;

  void at_stop();
  void set_stop();

  // There is always room at next_. stop_: where there is no more, or where the run is to pause.
  Event *next_, *stop_, *begin_, *end_;  // begin_, end_: of the last chunk
  size_t before_ = 0;                    // events in the chunks before it
  size_t pause_at_ = SIZE_MAX;
  bool is_full_ = false;
  std::vector<Event*> chunks_;
};

}  // namespace awaitscope
