#include "engine/recording/event_list.h"

#include <cstdlib>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace awaitscope {

namespace {

[[noreturn]] void out_of_memory() { abort(); }

// Chunks of recordings that are gone wait here for the next ones: the system would have to clear
// them again, which takes as long as filling them with events.
constexpr size_t kMostSpare = 64;  // 8 million events
std::vector<Event*>& spare_chunks() {
  static auto* chunks = new std::vector<Event*>;  // outlives all other statics
  return *chunks;
}

Event* allocate_chunk(size_t bytes) {
  auto& spare = spare_chunks();
  if (!spare.empty()) {
    Event* chunk = spare.back();
    spare.pop_back();
    return chunk;
  }
  void* memory = std::aligned_alloc(bytes, bytes);
  if (!memory) out_of_memory();
#ifdef MADV_HUGEPAGE
  madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: nothing depends on it
#endif
  return static_cast<Event*>(memory);
}

}  // namespace

EventList::EventList() {
  begin_ = next_ = static_cast<Event*>(malloc(kFirst * sizeof(Event)));
  if (!begin_) out_of_memory();
  end_ = begin_ + kFirst;
  chunks_.push_back(begin_);
  set_stop();
}

EventList::~EventList() {
  free(chunks_[0]);
  for (size_t i = chunks_.size(); i-- > 1;) {
    if (spare_chunks().size() < kMostSpare) {
      spare_chunks().push_back(chunks_[i]);
    } else {
      free(chunks_[i]);
    }
  }
}

void EventList::at_stop() {
  if (next_ == end_) {
    size_t filled = size_t(end_ - begin_);
    if (filled < kChunk) {  // the first chunk: twice as large
      begin_ = static_cast<Event*>(realloc(begin_, filled * 2 * sizeof(Event)));
      if (!begin_) out_of_memory();
      chunks_[0] = begin_;
      next_ = begin_ + filled;
      end_ = next_ + filled;
    } else {
      before_ += kChunk;
      begin_ = next_ = allocate_chunk(kChunk * sizeof(Event));
      end_ = begin_ + kChunk;
      chunks_.push_back(begin_);
    }
  }
  set_stop();
}

void EventList::pause_at(size_t events) {
  pause_at_ = events;
  set_stop();
}

void EventList::set_stop() {
  is_full_ = size() >= pause_at_;
  size_t left = pause_at_ - size();
  stop_ = !is_full_ && left < size_t(end_ - next_) ? next_ + left : end_;
}

size_t EventList::bytes() const {
  return (before_ + size_t(end_ - begin_)) * sizeof(Event) + chunks_.capacity() * sizeof(Event*);
}

}  // namespace awaitscope
