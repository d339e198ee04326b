// Strings as the runtime keeps them: length, interning, quoting, addresses, short forms.

#include <doctest/doctest.h>

#include "engine/objects/integer.h"
#include "tests/engine/objects/support.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("objects");

TEST_CASE("a str knows its length in characters, and is found by characters") {
  LiveObjects live;
  {
    Ref text = new_str("h\xc3\xa9llo \xe6\x97\xa5\xf0\x9f\x98\x80");
    CHECK(as<Str>(text)->length == 8);
    CHECK(as<Str>(text)->size == 14);
    CHECK(repr(text_get_item(text, integer(1))) == "'\xc3\xa9'");
    CHECK(repr(text_get_item(text, integer(-1))) == "'\xf0\x9f\x98\x80'");
    Ref slice = new_slice(integer(6), Value::none(), Value::none());
    CHECK(repr(text_get_item(text, slice)) == "'\xe6\x97\xa5\xf0\x9f\x98\x80'");
    CHECK(text_get_item(text, integer(8)).is_null());
    CHECK(error() == "IndexError: string index out of range");
  }
  CHECK(live.all_released());
}

TEST_CASE("interning gives one object for one text") {
  EmptyRun run;
  Str* name = intern("a_name_of_this_test");
  CHECK(intern("a_name_of_this_test") == name);
  Ref same = new_str("a_name_of_this_test");
  CHECK(same.get() != Value::of(name));
  CHECK(intern(as<Str>(same)) == name);
  CHECK(hash_str(name) == hash_str(as<Str>(same)));
}

TEST_CASE("short strings of one ASCII character are shared") {
  EmptyRun run;
  Ref one = new_str("x"), other = new_str("x");
  CHECK(one.get() == other.get());
}

TEST_CASE("quoting chooses its mark and escapes what cannot be printed") {
  CHECK(quote("plain") == "'plain'");
  CHECK(quote("it's") == "\"it's\"");
  CHECK(quote("'\"") == "'\\'\"'");
  CHECK(quote("\n\t\\\x01\x7f") == "'\\n\\t\\\\\\x01\\x7f'");
  CHECK(quote("\xc3\xa9\xe2\x80\x8b") == "'\xc3\xa9\\u200b'");
  CHECK(quote("\xed\xa0\x80") == "'\\ud800'");
  CHECK(quote_bytes(std::string_view("a\0\xff'", 4)) == "b\"a\\x00\\xff'\"");
}

TEST_CASE("a container that holds itself is shown once") {
  EmptyRun run;
  Ref list = new_list();
  list_append(as<List>(list), list);
  CHECK(repr(list) == "[[...]]");
  Ref dict = new_dict();
  dict_set(as<Dict>(dict), intern("me"), dict);
  CHECK(repr(dict) == "{'me': {...}}");
  list_clear(as<List>(list));
  dict_clear(as<Dict>(dict));
}

TEST_CASE("what is nested too deep for the stack is left to the machine") {
  EmptyRun run;
  Ref list = new_list();
  for (int i = 0; i < 5000; ++i) {
    Ref outer = new_list();
    list_append(as<List>(outer), list);
    list = outer;
  }
  CHECK(repr_fast(list).is_null());
  CHECK(!is_pending());
}

TEST_CASE("addresses are given in the order of asking, anew in each run") {
  EmptyRun first;
  Ref a = new_list(), b = new_list();
  uint64_t of_b = address_of(b), of_a = address_of(a);
  CHECK(of_a > of_b);
  CHECK(address_of(b) == of_b);
  EmptyRun second;
  CHECK(address_of(a) == of_b);
  CHECK(address_of(b) == of_a);
  CHECK(address_text(a).substr(0, 4) == "0x7f");
  // Memory that is used again is another object.
  b = Ref();
  b = new_list();
  CHECK(address_of(b) > of_a);
}

TEST_CASE("short forms stay short, whatever the value is") {
  EmptyRun run;
  CHECK(short_repr(integer(-5)) == "-5");
  CHECK(short_repr(Value::none()) == "None");
  Ref text = new_str(std::string(1000, 'a'));
  CHECK(short_repr(text, 20) == "'aaaaaaaaaaaaaaaaaaaa\u2026'");
  Ref list = new_list();
  for (int i = 0; i < 1000; ++i) list_append(as<List>(list), integer(i));
  CHECK(short_repr(list, 12) == "[0, 1, 2, 3, \u2026]");
  Ref nested = new_list();
  for (int i = 0; i < 1000; ++i) {
    Ref outer = new_list();
    list_append(as<List>(outer), nested);
    nested = outer;
  }
  CHECK(short_repr(nested).size() < 40);
  Ref huge = number_operation(integer(7), integer(100000), BinaryOperator::Power);
  CHECK(short_repr(huge).size() < 40);
  Ref failure = new_exception(types.ValueError, "no");
  CHECK(short_repr(failure) == "ValueError('no')");
  CHECK(short_repr(Value::of(types.dict)) == "<class dict>");
}

TEST_CASE("an integer beyond the limit of digits is refused before it is made") {
  EmptyRun run;
  CHECK(number_operation(integer(10), integer(2'000'000), BinaryOperator::Power).is_null());
  CHECK(error() == "MemoryError: ");
  CHECK(number_operation(integer(1), integer(int64_t(1) << 40), BinaryOperator::Lshift).is_null());
  CHECK(error() == "MemoryError: ");
}

TEST_CASE("integers fit a Value as long as they can, and are the same object then") {
  EmptyRun run;
  for (int64_t edge : {Value::kMaxInt, Value::kMinInt}) {
    Ref value = new_int(edge);
    CHECK(value.get().is_int());
    Ref beyond = number_operation(value, integer(edge > 0 ? 1 : -1), BinaryOperator::Add);
    CHECK(is<BigInt>(beyond));
    Ref back = number_operation(beyond, integer(edge > 0 ? 1 : -1), BinaryOperator::Subtract);
    CHECK(back.get() == value.get());
    CHECK(hash_number(back) == hash_number(value));
  }
}

TEST_CASE("numbers of different types compare exactly and hash alike") {
  EmptyRun run;
  Ref big = number_operation(integer(2), integer(53), BinaryOperator::Power);
  Ref more = number_operation(big, integer(1), BinaryOperator::Add);
  Ref number = new_float(9007199254740992.0);
  CHECK(compare_numbers(big, number) == 0);
  CHECK(compare_numbers(more, number) == 1);
  CHECK(compare_numbers(number, more) == -1);
  CHECK(hash_number(big) == hash_number(number));
  Ref nan = new_float(0.0 / 0.0 * 1.0);
  CHECK(compare_numbers(nan, integer(1)) == 2);
  CHECK(compare_numbers(integer(1), nan) == 2);
  CHECK(equal_numbers(Value::boolean(true), integer(1)));
}

TEST_SUITE_END();
