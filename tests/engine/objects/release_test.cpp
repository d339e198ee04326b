#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/engine/objects/support.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("objects");

constexpr int kDeep = 1'000'000;

TEST_CASE("a chain of a million lists is freed without deep recursion") {
  LiveObjects alive;
  {
    Ref chain = new_list();
    for (int i = 0; i < kDeep; ++i) chain = new_list({{chain.get()}});
  }
  CHECK(alive.all_released());
}

TEST_CASE("a chain of a million tuples is freed without deep recursion") {
  LiveObjects alive;
  {
    Ref chain = new_tuple({});
    for (int i = 0; i < kDeep; ++i) chain = new_tuple({chain.get()});
  }
  CHECK(alive.all_released());
}

TEST_CASE("a chain of a million instances is freed without deep recursion") {
  LiveObjects alive;
  {
    Ref chain = Value::none();
    for (int i = 0; i < kDeep; ++i) {
      auto* instance = make_object<Instance>(types.object);
      instance->attributes = as<Dict>(new_dict().take());
      dict_set(instance->attributes, names.name, chain);
      chain = Ref::adopt(instance);
    }
  }
  CHECK(alive.all_released());
}

TEST_CASE("dicts, sets, cells and methods release what they hold") {
  LiveObjects alive;
  {
    Ref dict = new_dict(), text = new_str("some text that is not interned");
    for (int i = 0; i < 50; ++i)
      dict_set(as<Dict>(dict), new_str("key " + std::to_string(i)), text);
    Ref copy = dict_copy(as<Dict>(dict)), set = new_set();
    for (int i = 0; i < 50; ++i) set_add(as<Set>(set), new_str("key " + std::to_string(i)));
    set_clear(as<Set>(set));
    set_add(as<Set>(set), text);
    dict_clear(as<Dict>(dict));
    Ref cell = new_cell(copy), slice = new_slice(cell, text, Value::none());
    Ref view = method(copy, "items", {}), iterator = iterator_fast(view);
    Object* object = iterator.get().object();
    Ref first = next_fast(object->type)(object);
    CHECK(repr(first) == "('key 0', 'some text that is not interned')");
  }
  CHECK(alive.all_released());
}

TEST_CASE("objects that only refer to each other are found and freed") {
  LiveObjects alive;
  {
    Ref list = new_list(), dict = new_dict(), kept = new_list();
    list_append(as<List>(list), dict);
    dict_set(as<Dict>(dict), integer(1), new_tuple({list.get(), kept.get()}));
    list_append(as<List>(kept), kept);
    list = dict = Ref();
    CHECK(collect_cycles() == 3);
    CHECK(collect_cycles() == 0);
    CHECK(as<List>(kept)->size == 1);
    list_clear(as<List>(kept));
  }
  CHECK(alive.all_released());
}

TEST_CASE("each object that is alive is found once, of any size, whatever has come and gone") {
  EmptyRun run;
  std::mt19937 random(1);
  std::vector<Ref> made;  // texts of sizes on both sides of what comes from pools
  for (int round = 0; round < 20; ++round) {
    for (int i = 0; i < 500; ++i) made.push_back(new_str(std::string(random() % 700, 'x')));
    std::shuffle(made.begin(), made.end(), random);
    if (round % 5 == 4) {
      made.clear();  // whole chunks are empty, and given back by the walk
    } else {
      made.resize(made.size() - random() % 500);
    }
    std::vector<const Object*> found, expected;
    heap::for_each_object(
        [](Object* object, void* data) {
          if (object->kind == Kind::Str && !static_cast<Str*>(object)->interned)
            static_cast<std::vector<const Object*>*>(data)->push_back(object);
        },
        &found);
    for (const Ref& text : made) {
      if (text.get().object()->refcount < kImmortal) expected.push_back(text.get().object());
    }
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
    CHECK(found == expected);
  }
}

TEST_CASE("memory is counted and given back") {
  EmptyRun run;
  size_t before = heap::bytes_alive();
  void* small = heap::allocate(40);
  void* large = heap::allocate(100000);
  CHECK(heap::bytes_alive() >= before + 100040);
  large = heap::resize(large, 100000, 200000);
  CHECK(heap::bytes_alive() >= before + 200040);
  Ref object = new_float(0.5);
  CHECK(heap::bytes_alive() >= before + 200040 + sizeof(Float));
  object = Ref();
  heap::release(small, 40);
  heap::release(large, 200000);
  CHECK(heap::bytes_alive() == before);
}

TEST_CASE("for large values memory is counted once, and not again while that answer holds") {
  EmptyRun run;
  RunLimits& limits = this_run().limits;
  std::vector<Ref> many;  // whose pools stay: as many bytes may be alive as far as anybody knows
  for (int i = 0; i < 200'000; ++i) many.push_back(new_float(i));
  many.clear();
  limits.bytes_alive = heap::bytes_alive() + (2 << 20);
  CHECK(heap::has_room(100'000));
  const size_t vouched_for = limits.bytes_vouched_for;
  if (heap::kPooled) CHECK(vouched_for > limits.bytes_alive);
  CHECK(heap::has_room(100'000));
  CHECK(limits.bytes_vouched_for == vouched_for);
  CHECK(!heap::has_room(limits.bytes_alive + 1));
}

TEST_SUITE_END();
