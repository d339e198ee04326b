#pragma once
// Numbers one after the other, each in as few bytes as it needs: seven bits a byte, the low ones
// first; the high bit says that more follow.

#include <cstddef>
#include <cstdint>

#include "engine/recording/events/table.h"

namespace awaitscope {

class Packed {
 public:
  explicit Packed(ChunkMemory& memory) : bytes_(memory) {}

  size_t size() const { return bytes_.size(); }  // in bytes: where the next number will be
  size_t bytes() const { return bytes_.bytes(); }

  // Writes numbers behind the others: some at a time, the last when it goes. Meanwhile nobody else
  // writes any.
  class Writer {
   public:
    explicit Writer(Packed& packed) : bytes_(packed.bytes_) { begin(); }
    Writer(const Writer&) = delete;
    ~Writer() { write(); }
    void put(uint64_t number) {
      if (size_t(end_ - next_) < kLongest) [[unlikely]] {
        write();
        begin();
      }
      for (; number >= 0x80; number >>= 7) *next_++ = uint8_t(number) | 0x80;
      *next_++ = uint8_t(number);
    }

   private:
    static constexpr size_t kLongest = 10, kSome = 64;  // bytes: of a number; that are written
    // Where they are to be, as far as that is one piece.
    void begin() {
      next_ = bytes_.room_for(kSome);
      if (!next_) next_ = aside_;
      end_ = next_ + kSome;
    }
    void write() {
      if (end_ == aside_ + kSome) {
        bytes_.append(aside_, size_t(next_ - aside_));
      } else {
        bytes_.filled_to(next_);
      }
    }

    Table<uint8_t>& bytes_;
    uint8_t aside_[kSome];
    uint8_t *next_, *end_;
  };

  class Cursor {
   public:
    Cursor(const Packed& packed, size_t byte) : bytes_(packed.bytes_), next_(byte) {}
    uint64_t take() {
      uint64_t number = 0;
      for (int shift = 0;; shift += 7) {
        const uint8_t byte = bytes_[next_++];
        number |= uint64_t(byte & 0x7f) << shift;
        if (byte < 0x80) return number;
      }
    }

   private:
    const Table<uint8_t>& bytes_;
    size_t next_;
  };

 private:
  Table<uint8_t> bytes_;
};

}  // namespace awaitscope
