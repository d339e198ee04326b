#pragma once
// Numbers given to names and to constants in the order of their first use.
// Few entries are searched one by one; an index is made only where there are many.

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/compile/code.h"

namespace awaitscope {

// Whether two constants may be one: the same type and the same value, signs of zeros included.
bool same_constant(const Constant& a, const Constant& b);

namespace table {

size_t hash_of(std::string_view name);
size_t hash_of(const Constant& constant);
inline bool same(std::string_view a, std::string_view b) { return a == b; }
inline bool same(const Constant& a, const Constant& b) { return same_constant(a, b); }

template <class Item, class Key>
class Numbered {
 public:
  // -1 where it is not there.
  int find(const Key& key) const {
    if (buckets_.empty()) {
      for (size_t i = 0; i < items_.size(); i++) {
        if (same(items_[i], key)) return int(i);
      }
      return -1;
    }
    for (size_t at = hash_of(key) & (buckets_.size() - 1);; at = (at + 1) & (buckets_.size() - 1)) {
      if (buckets_[at] == 0) return -1;
      if (same(items_[buckets_[at] - 1], key)) return int(buckets_[at] - 1);
    }
  }

  uint32_t add(Item item) {
    int found = find(item);
    if (found >= 0) return uint32_t(found);
    items_.push_back(std::move(item));
    if (items_.size() > kFew && items_.size() * 2 > buckets_.size()) {
      buckets_.assign(buckets_.empty() ? 64 : buckets_.size() * 2, 0);
      for (uint32_t i = 0; i < items_.size(); i++) enter(i);
    } else if (!buckets_.empty()) {
      enter(uint32_t(items_.size() - 1));
    }
    return uint32_t(items_.size() - 1);
  }

  const Item& operator[](size_t i) const { return items_[i]; }
  size_t size() const { return items_.size(); }
  std::vector<Item>& items() { return items_; }
  const std::vector<Item>& items() const { return items_; }

 private:
  static constexpr size_t kFew = 12;

  void enter(uint32_t number) {
    size_t at = hash_of(items_[number]) & (buckets_.size() - 1);
    while (buckets_[at] != 0) at = (at + 1) & (buckets_.size() - 1);
    buckets_[at] = number + 1;
  }

  std::vector<Item> items_;
  std::vector<uint32_t> buckets_;  // number + 1; 0 is free; a power of two
};

}  // namespace table

using NameTable = table::Numbered<std::string_view, std::string_view>;
using ConstantTable = table::Numbered<Constant, Constant>;

}  // namespace awaitscope
