#pragma once
// Numbers one after the other, each in as few bytes as it needs: seven bits a byte, the low ones
// first; the high bit says that more follow.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace awaitscope {

class Packed {
 public:
  size_t size() const { return size_; }  // in bytes: where the next number will be
  size_t bytes() const { return bytes_.capacity(); }

  void put(uint64_t number) {
    if (bytes_.size() < size_ + kLongest) bytes_.resize(2 * bytes_.size() + kLongest);
    for (; number >= 0x80; number >>= 7) bytes_[size_++] = uint8_t(number) | 0x80;
    bytes_[size_++] = uint8_t(number);
  }

  class Cursor {
   public:
    explicit Cursor(const uint8_t* at) : at_(at) {}
    uint64_t take() {
      uint64_t number = 0;
      for (int shift = 0;; shift += 7) {
        const uint8_t byte = *at_++;
        number |= uint64_t(byte & 0x7f) << shift;
        if (byte < 0x80) return number;
      }
    }

   private:
    const uint8_t* at_;
  };
  Cursor at(size_t byte) const { return Cursor(&bytes_[byte]); }

 private:
  static constexpr size_t kLongest = 10;  // bytes of a number
  std::vector<uint8_t> bytes_;            // there is room behind the last number
  size_t size_ = 0;
};

}  // namespace awaitscope
