#pragma once
// A list of plain records that only grows: appended by bumping a pointer, found by index.
//
// They lie in chunks, so that a million of them are a few blocks of memory and none is copied again
// once there are many. The first chunk starts small and doubles, so that a few cost as little.

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <type_traits>
#include <vector>

#include "engine/recording/events/chunk_memory.h"

namespace awaitscope {

template <class T>
class Table {
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);

 public:
  explicit Table(ChunkMemory& memory) : memory_(memory) {
    chunks_.push_back(begin_ = resized(nullptr, kFirst));
    next_ = begin_;
    end_ = begin_ + kFirst;
    set_stop();
  }
  ~Table() { free(chunks_[0]); }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  size_t size() const { return before_ + size_t(next_ - begin_); }
  const T& operator[](size_t i) const { return chunks_[i / kChunk][i % kChunk]; }
  size_t bytes() const {
    return (before_ + size_t(end_ - begin_)) * sizeof(T) + chunks_.capacity() * sizeof(T*);
  }

  // A reference to an earlier one may become invalid. Inlined also where a compiler would not: it
  // is a few stores.
  [[gnu::always_inline]] void append(const T& record) {
    append([&](T * place) __attribute__((always_inline)) { *place = record; });
  }
  // The same, written where it is to be.
  template <class Write>
  requires std::invocable<Write, T*>
  [[gnu::always_inline]] void append(Write write) {
    // Not read again from next_, which for all a compiler knows is written over by the record.
    T *const place = next_, *const after = place + 1;
    next_ = after;
    write(place);
    if (after == stop_) [[unlikely]]
      at_stop();
  }
  // Where so many can be written, one after the other, before filled_to(); null: only one by one.
  T* room_for(size_t count) const { return count < size_t(stop_ - next_) ? next_ : nullptr; }
  void filled_to(T* end) { next_ = end; }
  // Several, one after the other.
  void append(const T* records, size_t count) {
    if (count < size_t(stop_ - next_)) {
      std::memcpy(next_, records, count * sizeof(T));
      next_ += count;
    } else {
      for (size_t i = 0; i < count; ++i) append(records[i]);
    }
  }
  // is_full() once there are so many, and `flag` becomes true then; there may be more all the same.
  void pause_at(size_t count, bool* flag) {
    pause_at_ = count;
    full_flag_ = flag;
    set_stop();
  }
  bool is_full() const { return is_full_; }

 private:
  static constexpr size_t kChunk = (128 << 10) / std::bit_ceil(sizeof(T));
  static constexpr size_t kFirst = kChunk / 256;

  static T* resized(T* first, size_t count) {
    auto* memory = static_cast<T*>(realloc(static_cast<void*>(first), count * sizeof(T)));
    if (!memory) abort();
    return memory;
  }

  [[gnu::noinline]] void at_stop() {
    if (next_ == end_) grow();
    set_stop();
  }
  void grow() {
    const size_t filled = size_t(end_ - begin_);
    if (filled < kChunk) {  // the first chunk: twice as large
      chunks_[0] = begin_ = resized(begin_, filled * 2);
      next_ = begin_ + filled;
      end_ = next_ + filled;
    } else {
      before_ += kChunk;
      chunks_.push_back(begin_ = static_cast<T*>(memory_.allocate(kChunk * sizeof(T))));
      next_ = begin_;
      end_ = begin_ + kChunk;
    }
  }
  void set_stop() {
    is_full_ = size() >= pause_at_;
    const size_t left = pause_at_ - size();
    stop_ = !is_full_ && left < size_t(end_ - next_) ? next_ + left : end_;
    if (is_full_ && full_flag_) *full_flag_ = true;
  }

  // There is always room at next_. stop_: where there is no more, or is_full() changes.
  T *next_, *stop_, *begin_, *end_;  // begin_, end_: of the last chunk
  size_t before_ = 0;                // records in the chunks before it
  size_t pause_at_ = SIZE_MAX;
  bool is_full_ = false;
  bool* full_flag_ = nullptr;
  std::vector<T*> chunks_;
  ChunkMemory& memory_;
};

}  // namespace awaitscope
