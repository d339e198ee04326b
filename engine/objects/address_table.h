#pragma once
// Numbers of objects, found by their addresses: an open hash table. Or a set of them: any number.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace awaitscope {

class AddressTable {
 public:
  uint32_t find(const void* object) const {  // 0: not there
    size_t slot = home(object);
    while (slots_[slot].object && slots_[slot].object != object) slot = after(slot);
    return slots_[slot].number;
  }
  bool contains(const void* object) const { return find(object) != 0; }
  // False: it was there already.
  bool add_new(const void* object, uint32_t number = 1) {
    if (contains(object)) return false;
    add(object, number);
    return true;
  }
  void add(const void* object, uint32_t number) {  // not there yet
    if (++used_ * 2 > slots_.size()) grow(slots_.size() * 2);
    place({object, number});
  }
  void reserve(size_t count) {
    if (count * 2 > slots_.size()) grow(std::bit_ceil(count * 2));
  }
  void remove(const void* object) {
    size_t slot = home(object);
    while (slots_[slot].object != object) {
      if (!slots_[slot].object) return;
      slot = after(slot);
    }
    --used_;
    // Those behind it that are looked for at or before this slot move up.
    for (size_t next = after(slot); slots_[next].object; next = after(next)) {
      size_t distance = (next - home(slots_[next].object)) & mask();
      if (distance < ((next - slot) & mask())) continue;
      slots_[slot] = slots_[next];
      slot = next;
    }
    slots_[slot] = {};
  }

 private:
  struct Slot {
    const void* object = nullptr;
    uint32_t number = 0;
  };

  size_t mask() const { return slots_.size() - 1; }
  size_t after(size_t slot) const { return (slot + 1) & mask(); }
  size_t home(const void* object) const {
    uint64_t address = uint64_t(reinterpret_cast<uintptr_t>(object));
    return size_t((address * 0x9E3779B97F4A7C15) >> 32) & mask();
  }
  void place(const Slot& entry) {
    size_t slot = home(entry.object);
    while (slots_[slot].object) slot = after(slot);
    slots_[slot] = entry;
  }
  void grow(size_t size) {
    std::vector<Slot> old(size);
    old.swap(slots_);
    for (const Slot& entry : old) {
      if (entry.object) place(entry);
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(64);
  size_t used_ = 0;
};

}  // namespace awaitscope
