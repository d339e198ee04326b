#pragma once
// Numbers one after the other, each in as few bytes as it needs: seven bits a byte, the low ones
// first; the high bit says that more follow.

#include <cstddef>
#include <cstdint>
#include <iterator>

#include "engine/recording/events/table.h"

namespace awaitscope {

class Packed {
 public:
  explicit Packed(ChunkMemory& memory) : bytes_(memory) {}

  size_t size() const { return bytes_.size(); }  // in bytes: where the next number will be
  size_t bytes() const { return bytes_.bytes(); }

  // Writes numbers behind the others: some at a time, the last when it goes.
  class Writer {
   public:
    explicit Writer(Packed& packed) : bytes_(packed.bytes_) {}
    Writer(const Writer&) = delete;
    ~Writer() { write(); }
    void put(uint64_t number) {
      if (size_t(std::end(waiting_) - next_) < kLongest) write();
      for (; number >= 0x80; number >>= 7) *next_++ = uint8_t(number) | 0x80;
      *next_++ = uint8_t(number);
    }

   private:
    static constexpr size_t kLongest = 10;  // bytes of a number
    void write() {
      bytes_.append(waiting_, size_t(next_ - waiting_));
      next_ = waiting_;
    }

    Table<uint8_t>& bytes_;
    uint8_t waiting_[64];
    uint8_t* next_ = waiting_;
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
