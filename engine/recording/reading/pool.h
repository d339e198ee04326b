#pragma once
// Records of things that have a number, dense and flat: found by number, added and removed in
// constant time, copied as one block. The order of the records means nothing.
//
// A record is a trivially copyable struct whose `number` is never 0. where_ may hold stale places;
// a place counts only if the record there has the number asked for, so restoring a pool costs as
// much as it has records, however many numbers there have ever been.

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

namespace awaitscope {

template <class Record>
class Pool {
  static_assert(std::is_trivially_copyable_v<Record>);

 public:
  Record* find(uint32_t number) {
    if (number >= where_.size()) return nullptr;
    uint32_t place = where_[number];
    if (place >= records_.size() || records_[place].number != number) return nullptr;
    return &records_[place];
  }
  const Record* find(uint32_t number) const { return const_cast<Pool*>(this)->find(number); }

  // The record must not be there yet. Pointers to other records become invalid.
  Record& add(const Record& record) {
    if (record.number >= where_.size()) where_.resize(record.number + record.number / 2 + 16);
    where_[record.number] = uint32_t(records_.size());
    records_.push_back(record);
    return records_.back();
  }
  // Pointers to other records become invalid.
  void remove(Record* record) {
    *record = records_.back();
    where_[record->number] = uint32_t(record - records_.data());
    records_.pop_back();
  }

  const std::vector<Record>& records() const { return records_; }
  void replace(const Record* begin, size_t count) {
    records_.assign(begin, begin + count);
    for (uint32_t place = 0; place < count; ++place) {
      uint32_t number = records_[place].number;
      if (number >= where_.size()) where_.resize(number + number / 2 + 16);
      where_[number] = place;
    }
  }
  size_t bytes() const {
    return records_.capacity() * sizeof(Record) + where_.capacity() * sizeof(uint32_t);
  }

 private:
  std::vector<Record> records_;
  std::vector<uint32_t> where_;
};

}  // namespace awaitscope
