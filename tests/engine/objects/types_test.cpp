#include <doctest/doctest.h>

#include "tests/engine/objects/support.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("objects");

namespace {

// A class of a program, as the machine makes it, as far as these tests need it.
Ref new_class(const char* name, std::vector<Type*> bases) {
  auto* type = make_object<Type>(types.type);
  Ref owner = Ref::adopt(type);
  type->name = type->qualname = new_str(name).take();
  retain(type->name);
  type->dict = as<Dict>(new_dict().take());
  type->base = bases[0];
  type->bases = bases;
  for (Type* base : bases) {
    retain(static_cast<Object*>(base));
    base->subclasses.push_back(type);
  }
  type->detail = Type::kHeap | Type::kPlainAttributes | Type::kPlainNew;
  type->layout = bases[0]->layout;
  type->instance_size = bases[0]->instance_size;
  type->attributes_offset = sizeof(Object);
  if (!linearize(bases, type, type->mro)) return {};
  modified(type);
  return owner;
}

// Strings that stay once they have been made: of one character, and interned ones.
void make_lasting_strings() {
  EmptyRun run;
  for (const char* text : {"A", "B", "C", "D", "E", "F", "X", "Y"}) new_str(text);
  intern("some_attribute");
}

std::string order(const Type* type) {
  std::string text;
  for (const Type* at : type->mro) text += std::string(at->name_view()) + " ";
  return text;
}

}  // namespace

TEST_CASE("the method resolution order is C3's") {
  make_lasting_strings();
  LiveObjects alive;
  {
    // The example of https://www.python.org/download/releases/2.3/mro/
    Type* o = types.object;
    Ref f = new_class("F", {o}), e = new_class("E", {o}), d = new_class("D", {o});
    Ref c = new_class("C", {as<Type>(d), as<Type>(f)}),
        b = new_class("B", {as<Type>(d), as<Type>(e)});
    Ref a = new_class("A", {as<Type>(b), as<Type>(c)});
    CHECK(order(as<Type>(a)) == "A B C D E F object ");
    Ref b2 = new_class("B", {as<Type>(e), as<Type>(d)});
    Ref a2 = new_class("A", {as<Type>(b2), as<Type>(c)});
    CHECK(order(as<Type>(a2)) == "A B E C D F object ");
  }
  CHECK(alive.all_released());
}

TEST_CASE("bases that contradict one another have no order") {
  make_lasting_strings();
  LiveObjects alive;
  {
    Type* o = types.object;
    Ref x = new_class("X", {o}), y = new_class("Y", {o});
    Ref a = new_class("A", {as<Type>(x), as<Type>(y)}),
        b = new_class("B", {as<Type>(y), as<Type>(x)});
    std::vector<Type*> mro;
    CHECK_FALSE(linearize({as<Type>(a), as<Type>(b)}, as<Type>(x), mro));
    CHECK_FALSE(is_pending());
  }
  CHECK(alive.all_released());
}

TEST_CASE("what is found on a type is forgotten when the type or one of its bases changes") {
  make_lasting_strings();
  LiveObjects alive;
  {
    Ref base = new_class("Base", {types.object}), derived = new_class("Derived", {as<Type>(base)});
    auto *b = as<Type>(base), *d = as<Type>(derived);
    Str* name = intern("some_attribute");
    CHECK(find(d, name).is_null());
    dict_set(b->dict, name, integer(1));
    modified(b);
    CHECK(find(d, name) == integer(1));
    CHECK(find(d, name) == integer(1));
    dict_set(d->dict, name, integer(2));
    modified(d);
    CHECK(find(d, name) == integer(2));
    CHECK(find(b, name) == integer(1));
    dict_delete(d->dict, Value::of(name));
    modified(d);
    CHECK(find(d, name) == integer(1));
    CHECK(find_special(d, Special::len).is_null());
    dict_set(b->dict, names.len, integer(3));
    modified(b);
    CHECK(find_special(d, Special::len) == integer(3));
  }
  CHECK(alive.all_released());
}

TEST_CASE("a class that is gone is no subclass any more") {
  LiveObjects alive;
  size_t before = types.object->subclasses.size();
  {
    Ref type = new_class("Gone", {types.object});
    CHECK(types.object->subclasses.size() == before + 1);
  }
  CHECK(types.object->subclasses.size() == before);
  CHECK(alive.all_released());
}

TEST_CASE("instances are made with room for the slots of their class") {
  LiveObjects alive;
  {
    Ref type = new_class("Slotted", {types.list});
    auto* t = as<Type>(type);
    t->instance_size = sizeof(List) + 3 * sizeof(Value);
    t->attributes_offset = sizeof(List) + sizeof(Value);
    Ref instance = new_instance(t);
    REQUIRE(is<List>(instance));
    list_append(as<List>(instance), integer(1));
    auto* slots =
        reinterpret_cast<Value*>(reinterpret_cast<char*>(instance.get().object()) + sizeof(List));
    CHECK(slots[0].is_null());
    CHECK(slots[2].is_null());
    slots[0] = new_list().take();
    slots[2] = new_str("in a slot").take();
    *reinterpret_cast<Dict**>(slots + 1) = as<Dict>(new_dict().take());
  }
  CHECK(alive.all_released());
}

TEST_CASE("attributes of an instance of a class derived from tuple are kept beside it") {
  LiveObjects alive;
  {
    Ref type = new_class("Point", {types.tuple});
    as<Type>(type)->attributes_offset = 0;
    Ref point = call_plain(find_special(types.tuple, Special::new_),
                           {type.get(), new_tuple({integer(1)}).get()});
    REQUIRE(is<Tuple>(point));
    CHECK(side_attributes(point.get().object()) == nullptr);
    *make_side_attributes(point.get().object()) = as<Dict>(new_dict().take());
    CHECK(side_attributes(point.get().object()) != nullptr);
  }
  CHECK(alive.all_released());
}

TEST_SUITE_END();
