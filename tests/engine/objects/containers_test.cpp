#include <doctest/doctest.h>

#include <algorithm>

#include "tests/engine/objects/support.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("objects");

TEST_CASE("a dict keeps the order in which its keys were first set") {
  LiveObjects alive;
  {
    Ref dict = new_dict();
    auto* d = as<Dict>(dict);
    for (int i = 0; i < 100; ++i) dict_set(d, integer(i * 7 % 100), integer(i));
    for (int i = 0; i < 100; i += 2) CHECK(dict_delete(d, integer(i)));
    dict_set(d, integer(0), Value::none());
    CHECK(d->used == 51);
    CHECK(dict_get(d, integer(7)) == integer(1));
    CHECK(dict_get(d, integer(0)) == Value::none());
    CHECK(dict_get(d, integer(2)).is_null());
    Ref last = method(dict, "popitem", {});
    CHECK(repr(last) == "(0, None)");
    std::string first = repr(dict).substr(0, 20);
    CHECK(first == "{7: 1, 21: 3, 35: 5,");
  }
  CHECK(alive.all_released());
}

TEST_CASE("a dict agrees with a plain list of pairs after any sequence of changes") {
  LiveObjects alive;
  {
    Ref dict = new_dict();
    auto* d = as<Dict>(dict);
    std::vector<std::pair<int64_t, int64_t>> pairs;
    uint32_t state = 1;
    for (int step = 0; step < 20000; ++step) {
      state = state * 1664525 + 1013904223;
      int64_t key = (state >> 8) % 64 * (step % 3 ? 1 : int64_t(1) << 32);
      auto at =
          std::find_if(pairs.begin(), pairs.end(), [&](auto& pair) { return pair.first == key; });
      if (state >> 30) {
        if (at == pairs.end()) {
          pairs.push_back({key, step});
        } else {
          at->second = step;
        }
        dict_set(d, integer(key), integer(step));
      } else {
        CHECK(dict_delete(d, integer(key)) == (at != pairs.end()));
        if (at != pairs.end()) pairs.erase(at);
      }
      REQUIRE(d->used == pairs.size());
    }
    size_t next = 0;
    for (uint32_t i = 0; i < d->filled; ++i) {
      if (!d->entries[i].key) continue;
      REQUIRE(d->entries[i].key == integer(pairs[next].first));
      REQUIRE(d->entries[i].value == integer(pairs[next].second));
      REQUIRE(dict_get(d, integer(pairs[next].first)) == integer(pairs[next].second));
      ++next;
    }
    CHECK(next == pairs.size());
  }
  CHECK(alive.all_released());
}

TEST_CASE("names are found in a dict of interned and other strings alike") {
  LiveObjects alive;
  {
    Ref dict = new_dict();
    auto* d = as<Dict>(dict);
    Ref plain = new_str("__init__");
    dict_set(d, names.init, integer(1));
    CHECK(dict_get(d, as<Str>(plain)) == integer(1));
    CHECK(dict_find(d, names.repr) == -1);
    Ref other = new_str("another name");
    dict_set(d, other, integer(2));
    CHECK(dict_get(d, names.init) == integer(1));
    CHECK(dict_get(d, other) == integer(2));
    Ref same = new_str("another name");
    CHECK(dict_get(d, same) == integer(2));
  }
  CHECK(alive.all_released());
}

TEST_CASE("the version of a dict's keys changes with its keys only") {
  EmptyRun run;
  Ref dict = new_dict();
  auto* d = as<Dict>(dict);
  dict_set(d, names.init, integer(1));
  uint32_t version = d->keys_version;
  dict_set(d, names.init, integer(2));
  CHECK(d->keys_version == version);
  dict_set(d, names.repr, integer(2));
  CHECK(d->keys_version != version);
  version = d->keys_version;
  dict_delete(d, Value::of(names.init));
  CHECK(d->keys_version != version);
}

TEST_CASE("1, 1.0 and True are one key") {
  LiveObjects alive;
  {
    Ref dict = new_dict(), one = new_float(1.0);
    dict_set(as<Dict>(dict), integer(1), integer(10));
    dict_set(as<Dict>(dict), Value::boolean(true), integer(11));
    dict_set(as<Dict>(dict), one, integer(12));
    CHECK(repr(dict) == "{1: 12}");
  }
  CHECK(alive.all_released());
}

TEST_CASE("what cannot be hashed says so") {
  EmptyRun run;
  Ref list = new_list(), tuple = new_tuple({list.get()});
  uint64_t hash;
  CHECK_FALSE(hash_value(list, hash));
  CHECK(error() == "TypeError: unhashable type: 'list'");
  CHECK_FALSE(hash_value(tuple, hash));
  CHECK(error() == "TypeError: unhashable type: 'list'");
}

TEST_CASE("lists grow, shrink and are cut as Python's are") {
  LiveObjects alive;
  {
    Ref list = new_list();
    auto* l = as<List>(list);
    for (int i = 0; i < 1000; ++i) list_append(l, integer(i));
    CHECK(list_pop(l, -1).get() == integer(999));
    CHECK(list_pop(l, 0).get() == integer(0));
    list_insert(l, -1000000, integer(-1));
    list_insert(l, 1000000, integer(-2));
    CHECK(l->items[0] == integer(-1));
    CHECK(l->items[l->size - 1] == integer(-2));
    Ref slice = new_slice(Value::none(), Value::none(), integer(-300));
    CHECK(repr(get_item_fast(list, slice)) == "[-2, 699, 399, 99]");
    CHECK(set_item_fast(list, new_slice(integer(3), Value::none(), Value::none()), {})
              .get()
              .is_none());
    CHECK(repr(list) == "[-1, 1, 2]");
    while (l->size) list_pop(l, 0);
    CHECK(repr(list) == "[]");
  }
  CHECK(alive.all_released());
}

TEST_CASE("a slice selects what CPython's does, for all signs and bounds") {
  EmptyRun run;
  // start, stop, step, length -> count, sum of the indices; None is 99
  auto check = [](int start, int stop, int step, int length, int count, int sum) {
    auto bound = [](int i) { return i == 99 ? Value::none() : integer(i); };
    Ref slice = new_slice(bound(start), bound(stop), bound(step));
    SliceIndices at;
    REQUIRE(slice_indices(as<Slice>(slice), length, at));
    int total = 0;
    for (int64_t i = 0; i < at.count; ++i) total += int(at.start + i * at.step);
    CHECK(at.count == count);
    CHECK(total == sum);
  };
  check(99, 99, 99, 5, 5, 10);
  check(99, 99, -1, 5, 5, 10);
  check(-3, 99, 99, 5, 3, 9);
  check(99, -3, 99, 5, 2, 1);
  check(10, -10, -2, 5, 3, 6);
  check(-10, 10, 3, 5, 2, 3);
  check(3, 1, 99, 5, 0, 0);
  check(1, 3, -1, 5, 0, 0);
  check(99, -1, -1, 5, 0, 0);
  check(99, 99, 99, 0, 0, 0);
}

TEST_CASE("an iterator of a dict notices that the dict has grown") {
  LiveObjects alive;
  {
    Ref dict = new_dict();
    dict_set(as<Dict>(dict), integer(1), integer(1));
    Ref iterator = iterator_fast(dict);
    Object* object = iterator.get().object();
    FastNext next = next_fast(object->type);
    CHECK(next(object).get() == integer(1));
    dict_set(as<Dict>(dict), integer(2), integer(2));
    CHECK(next(object).is_null());
    CHECK(error() == "RuntimeError: dictionary changed size during iteration");
    CHECK(next(object).is_null());
    CHECK(error() == "RuntimeError: dictionary changed size during iteration");
  }
  CHECK(alive.all_released());
}

TEST_CASE("equality is decided without Python code as long as none is involved") {
  LiveObjects alive;
  {
    Ref a = new_list(), b = new_list();
    for (int i = 0; i < 3; ++i) {
      list_append(as<List>(a), integer(i));
      list_append(as<List>(b), new_float(i));
    }
    CHECK(equal_fast(a, b) == 1);
    list_append(as<List>(b), integer(3));
    CHECK(equal_fast(a, b) == 0);
    Ref x = new_tuple({a.get()}), y = new_tuple({b.get()});
    CHECK(equal_fast(x, y) == 0);
    CHECK(equal_fast(integer(1), Value::boolean(true)) == 1);
    CHECK(equal_fast(integer(0), Value::none()) == 0);
    CHECK(equal_fast(Value::of(types.list), Value::of(types.dict)) == 0);
  }
  CHECK(alive.all_released());
}

TEST_CASE("equality of what is nested very deep is left to the machine") {
  LiveObjects alive;
  {
    Ref a = new_list(), b = new_list();
    for (int i = 0; i < 5000; ++i) {
      a = new_list({{a.get()}});
      b = new_list({{b.get()}});
    }
    CHECK(equal_fast(a, b) == -1);
  }
  CHECK(alive.all_released());
}

TEST_CASE("ranges know their length, items and members up to the ends of 64 bits") {
  EmptyRun run;
  auto length = [](int64_t start, int64_t stop, int64_t step) {
    Ref range = new_range(start, stop, step);
    return range_length(as<Range>(range));
  };
  CHECK(length(0, 10, 3) == 4);
  CHECK(length(10, 0, -3) == 4);
  CHECK(length(0, 0, 1) == 0);
  CHECK(length(5, 0, 1) == 0);
  CHECK(length(INT64_MIN, INT64_MAX, INT64_MAX) == 3);
  CHECK(length(INT64_MAX, INT64_MIN, INT64_MIN) == 2);
  Ref range = new_range(0, 100, 7);
  CHECK(contains_fast(range, integer(49)).get() == Value::boolean(true));
  CHECK(contains_fast(range, integer(50)).get() == Value::boolean(false));
  CHECK(repr(get_item_fast(range, integer(-1))) == "98");
  CHECK(get_item_fast(range, integer(15)).is_null());
  CHECK(error() == "IndexError: range object index out of range");
}

TEST_SUITE_END();
