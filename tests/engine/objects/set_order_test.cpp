#include <doctest/doctest.h>

#include <fstream>

#include "engine/objects/set.h"
#include "tests/engine/objects/support.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("objects");

namespace {

// set_order.py's, number for number.
struct Numbers {
  uint64_t state = 2024;
  int64_t below(int64_t limit) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return int64_t((state >> 33) % uint64_t(limit));
  }
  Ref element() {
    int64_t kind = below(8), value = below(200);
    if (kind < 5) return integer(value - 40);
    if (kind == 5) return new_int(value * 4294967296 - 1);
    if (kind == 6) return new_float(double(value) / 8);
    return new_tuple({integer(value % 7), integer(value / 7)});
  }
};

std::string in_order(Value set) {
  Ref iterator = iterator_fast(set), list = new_list();
  Object* object = iterator.get().object();
  while (Ref item = next_fast(object->type)(object)) list_append(as<List>(list), item);
  return repr(list);
}

}  // namespace

TEST_CASE("sets give their elements in CPython's order, whatever has been done to them") {
  LiveObjects alive;
  std::ifstream said(AWAITSCOPE_TESTS_DIR "/engine/objects/set_order.txt");
  REQUIRE(said.good());
  {
    Numbers numbers;
    Ref sets[4] = {new_set(), new_set(), new_set(), new_set()};
    for (int step = 0; step < 300; ++step) {
      int64_t kind = numbers.below(10);
      Ref& target = sets[numbers.below(4)];
      int64_t left = numbers.below(4), right = numbers.below(4);
      auto* set = as<Set>(target);
      if (kind < 3) {
        for (int64_t n = numbers.below(12); n > 0; --n) set_add(set, numbers.element());
      } else if (kind == 3) {
        for (int64_t n = numbers.below(8); n > 0; --n) set_discard(set, numbers.element());
      } else if (kind == 4) {
        for (int64_t n = std::min<int64_t>(numbers.below(5), set->used); n > 0; --n) set_pop(set);
      } else if (kind == 5) {
        target = method(sets[left], "__or__", {sets[right]});
      } else if (kind == 6) {
        target = method(sets[left], "__and__", {sets[right]});
      } else if (kind == 7) {
        target = method(sets[left], "__sub__", {sets[right]});
      } else if (kind == 8) {
        target = method(target, "__ixor__", {sets[right]});
      } else {
        Ref range = new_range(left * 5, numbers.below(60), 1);
        target = new_set();
        method(target, "update", {range});
      }
      Ref frozen = set_copy(as<Set>(target), true), hash = method(frozen, "__hash__", {});
      std::string expected;
      REQUIRE(std::getline(said, expected));
      INFO("step " << step);
      REQUIRE(repr(hash) + " " + in_order(frozen) + " " + in_order(target) == expected);
    }
  }
  CHECK(alive.all_released());
}

TEST_SUITE_END();
