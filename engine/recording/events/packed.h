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

  void put(uint64_t number) {
    for (; number >= 0x80; number >>= 7) bytes_.append(uint8_t(number) | 0x80);
    bytes_.append(uint8_t(number));
  }

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
