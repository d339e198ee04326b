#include <doctest/doctest.h>

#include "tests/engine/objects/support.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("builtins");

namespace {

Ref show(Args& args) {
  std::string text;
  for (Value value : args.positional()) text += (value ? repr(value) : "-") + " ";
  return new_str(text);
}

// What a function of this signature gets, or the error.
std::string given(const char* signature, std::initializer_list<Value> values,
                  std::initializer_list<const char*> keywords = {},
                  const char* module = "builtins") {
  NativeDefinition definition{"f", signature, show};
  Ref function = new_native_function(&definition);
  as<NativeFunction>(function)->module = Ref(Value::of(intern(module))).take();
  std::vector<Value> keyword_names;
  for (const char* keyword : keywords) keyword_names.push_back(Value::of(intern(keyword)));
  Ref keyword_tuple = new_tuple(keyword_names);
  Ref result = call_plain(function, values, keyword_names.empty() ? Value{} : keyword_tuple.get());
  return result ? std::string(text_of(result)) : error();
}

}  // namespace

TEST_CASE("arguments are laid out in the order of the signature") {
  EmptyRun run;
  Value a = integer(1), b = integer(2), c = integer(3);
  CHECK(given("(a, b=7, /)", {a}) == "1 7 ");
  CHECK(given("(a, b=7, /)", {a, b}) == "1 2 ");
  CHECK(given("(a, b=None, c=True)", {a, c}, {"c"}) == "1 None 3 ");
  CHECK(given("(*values, sep=' ', end='\\n')", {a, b, c}, {"end"}) == "(1, 2) ' ' 3 ");
  CHECK(given("(a, /, *, key=None, reverse=False)", {a}) == "1 None False ");
  CHECK(given("(a, b=<null>, /, **others)", {a, b, c}, {"x"}) == "1 2 {'x': 3} ");
  CHECK(given("(a, b=<null>, /, **others)", {a}) == "1 - {} ");
  CHECK(given("(a=-1, b='it')", {}) == "-1 'it' ");
  CHECK(given("()", {}) == "");
}

TEST_CASE("errors about arguments have CPython's words for builtin functions") {
  EmptyRun run;
  Value a = integer(1), b = integer(2), c = integer(3);
  CHECK(given("(a, /)", {}) == "TypeError: f() takes exactly one argument (0 given)");
  CHECK(given("(a, /)", {a, b}) == "TypeError: f() takes exactly one argument (2 given)");
  CHECK(given("(a, /)", {a, b}, {"x"}) == "TypeError: f() takes no keyword arguments");
  CHECK(given("()", {a}) == "TypeError: f() takes no arguments (1 given)");
  CHECK(given("(a, b, /)", {a}) == "TypeError: f expected 2 arguments, got 1");
  CHECK(given("(a, b=1, /)", {}) == "TypeError: f expected at least 1 argument, got 0");
  CHECK(given("(a, b=1, /)", {a, b, c}) == "TypeError: f expected at most 2 arguments, got 3");
  CHECK(given("(a, b=1)", {a, b, c}) == "TypeError: f() takes at most 2 arguments (3 given)");
  CHECK(given("(a, b=1)", {}) == "TypeError: f() missing required argument 'a' (pos 1)");
  CHECK(given("(a, b=1)", {a, b}, {"x"}) ==
        "TypeError: 'x' is an invalid keyword argument for f()");
  CHECK(given("(a, b=1, c=2)", {a, b, c}, {"b"}) ==
        "TypeError: argument for f() given by name ('b') and position (2)");
  CHECK(given("(a, /, start=0)", {}) ==
        "TypeError: f() takes at least 1 positional argument (0 given)");
  CHECK(given("(*, key=None)", {a}) == "TypeError: f() takes no positional arguments");
  CHECK(given("(a, /)", {}, {}, "math") ==
        "TypeError: math.f() takes exactly one argument (0 given)");
}

TEST_CASE("errors about arguments of what CPython has in Python have a Python function's words") {
  EmptyRun run;
  Value a = integer(1), b = integer(2), c = integer(3);
  auto sleep = [](const char* signature, std::initializer_list<Value> values,
                  std::initializer_list<const char*> keywords = {}) {
    return given(signature, values, keywords, "asyncio");
  };
  CHECK(sleep("(delay, result=None)", {}) ==
        "TypeError: f() missing 1 required positional argument: 'delay'");
  CHECK(sleep("(a, b, c)", {a}) ==
        "TypeError: f() missing 2 required positional arguments: 'b' and 'c'");
  CHECK(sleep("(a, b, c)", {}) ==
        "TypeError: f() missing 3 required positional arguments: 'a', 'b', and 'c'");
  CHECK(sleep("(a)", {a, b}) == "TypeError: f() takes 1 positional argument but 2 were given");
  CHECK(sleep("()", {a}) == "TypeError: f() takes 0 positional arguments but 1 was given");
  CHECK(sleep("(a, b=1)", {a, b, c}) ==
        "TypeError: f() takes from 1 to 2 positional arguments but 3 were given");
  CHECK(sleep("(a, *, k=1)", {a, b, c}, {"k"}) ==
        "TypeError: f() takes 1 positional argument but 2 positional arguments (and 1 "
        "keyword-only argument) were given");
  CHECK(sleep("(a, *, k)", {a}) == "TypeError: f() missing 1 required keyword-only argument: 'k'");
  CHECK(sleep("(a)", {a, b}, {"x"}) == "TypeError: f() got an unexpected keyword argument 'x'");
  CHECK(sleep("(a)", {a, b}, {"a"}) == "TypeError: f() got multiple values for argument 'a'");
}

TEST_CASE("a method wants an instance of its type") {
  LiveObjects alive;
  {
    Value append = find(types.list, intern("append"));
    CHECK(call_plain(append, {}).is_null());
    CHECK(error() == "TypeError: unbound method list.append() needs an argument");
    CHECK(call_plain(append, {integer(5), integer(6)}).is_null());
    CHECK(error() ==
          "TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object");
    CHECK(call_plain(find_special(types.list, Special::add), {integer(5), integer(6)}).is_null());
    CHECK(error() ==
          "TypeError: descriptor '__add__' requires a 'list' object but received a 'int'");
    Value make = find_special(types.list, Special::new_);
    CHECK(call_plain(make, {Value::of(types.int_)}).is_null());
    CHECK(error() == "TypeError: list.__new__(int): int is not a subtype of list");
    CHECK(call_plain(make, {}).is_null());
    CHECK(error() == "TypeError: list.__new__(): not enough arguments");
    CHECK(call_plain(make, {integer(1)}).is_null());
    CHECK(error() == "TypeError: list.__new__(X): X is not a type object (int)");
  }
  CHECK(alive.all_released());
}

TEST_SUITE_END();
