// BaseExceptionGroup and ExceptionGroup.
// Specified in: https://peps.python.org/pep-0654/ and CPython's Objects/exceptions.c.

#include <algorithm>
#include <vector>

#include "engine/builtins/errors/errors.h"
#include "engine/builtins/errors/exceptions.h"
#include "engine/machine/interpreter_support.h"
#include "engine/machine/native.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/generic_alias.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

bool is_group(Value value) {
  return is_exception(value) && is_subtype(type_of(value), types.BaseExceptionGroup);
}

// cls, message, exceptions
Ref make_group(Type* type, Value message, Value sequence) {
  if (!is<Str>(message)) {
    return raise_type_error(
        {"BaseExceptionGroup.__new__() argument 1 must be str, not ", type_name(message)});
  }
  const List* list = as_if<List>(sequence);
  const Tuple* tuple = as_if<Tuple>(sequence);
  if (!list && !tuple) {
    return raise_type_error({"second argument (exceptions) must be a sequence"});
  }
  std::span<const Value> members = list ? std::span<const Value>(list->items, list->size)
                                        : std::span<const Value>(tuple->items, tuple->size);
  if (members.empty()) {
    return raise_value_error({"second argument (exceptions) must be a non-empty sequence"});
  }
  bool only_exceptions = true;
  for (size_t i = 0; i < members.size(); ++i) {
    if (!is_exception(members[i])) {
      return raise_value_error(
          {"Item ", std::to_string(i), " of second argument (exceptions) is not an exception"});
    }
    only_exceptions &= is_subtype(type_of(members[i]), types.Exception);
  }
  if (type == types.BaseExceptionGroup) {
    if (only_exceptions) type = types.ExceptionGroup;
  } else if (!only_exceptions) {
    if (type == types.ExceptionGroup) {
      return raise_type_error({"Cannot nest BaseExceptions in an ExceptionGroup"});
    }
    if (is_subtype(type, types.Exception)) {
      return raise_type_error({"Cannot nest BaseExceptions in '", type->name_view(), "'"});
    }
  }
  Value args[] = {message, sequence};
  Ref group = new_exception_object(type, args);
  replace(as<Exception>(group)->extra[0], message);
  as<Exception>(group)->extra[1] = new_tuple(members).take();
  return group;
}

Ref group_new(Args& args) {
  if (args.count != 3) {
    return raise_type_error({"BaseExceptionGroup.__new__() takes exactly 2 arguments (",
                             std::to_string(args.count - 1), " given)"});
  }
  return make_group(as<Type>(args[0]), args[1], args[2]);
}

Ref group_init(Args& args) {
  if (args.keyword_count()) {
    return raise_type_error({type_name(args[0]), "() takes no keyword arguments"});
  }
  return Value::none();  // __new__ has done it
}

Ref group_str(Args& args) {
  const Exception* self = as<Exception>(args[0]);
  uint32_t size = as<Tuple>(self->extra[1])->size;
  return new_str(concat({text_of(self->extra[0]), " (", std::to_string(size), " sub-exception",
                         size == 1 ? "" : "s", ")"}));
}

Ref get_message(Args& args) { return as<Exception>(args[0])->extra[0]; }
Ref get_exceptions(Args& args) { return as<Exception>(args[0])->extra[1]; }

Ref group_derive(Args& args) {
  return make_group(types.BaseExceptionGroup, as<Exception>(args[0])->extra[0], args[1]);
}

// A group with some of the members of another, and its traceback, cause, context and notes. Null
// where there are no members (nothing pending) or derive() failed.
Native subset(Ref group, Ref members) {
  if (as<List>(members)->size == 0) co_return {};
  CO_TRY(derived, call_method(group, intern("derive"), members));
  if (!is_group(derived)) {
    co_return raise_type_error({"derive must return an instance of BaseExceptionGroup"});
  }
  const Exception* from = as<Exception>(group);
  Exception* to = as<Exception>(derived);
  replace(to->traceback, from->traceback);
  replace(to->context, from->context);
  set_cause(to, from->cause ? from->cause : Value::none());
  if (const List* notes = as_if<List>(from->notes)) {
    Ref copy = new_list(std::span<const Value>(notes->items, notes->size));
    replace(to->notes, copy);
  }
  co_return derived;
}

// Does the condition hold for this exception: is it of the type, of one of the tuple of types, one
// of the very exceptions of a list; does the callable say so? True or False.
Native matches(Ref exception, Ref condition) {
  if (const List* these = as_if<List>(condition)) {
    const Value *begin = these->items, *end = begin + these->size;
    co_return Value::boolean(std::find(begin, end, exception.get()) != end);
  }
  if (is_exception_type(condition)) {
    co_return Value::boolean(is_subtype(type_of(exception), as<Type>(condition)));
  }
  if (const Tuple* any = as_if<Tuple>(condition)) {
    for (uint32_t i = 0; i < any->size; ++i) {
      if (is_subtype(type_of(exception), as<Type>(any->items[i]))) co_return Value::boolean(true);
    }
    co_return Value::boolean(false);
  }
  CO_TRY(answer, call(condition, exception));
  co_return co_await truth_of(answer);
}

bool valid_condition(Value condition) {
  if (is_exception_type(condition) || is<Function>(condition) || is<Method>(condition) ||
      is<NativeFunction>(condition)) {
    return true;
  }
  if (const Tuple* any = as_if<Tuple>(condition)) {
    for (uint32_t i = 0; i < any->size; ++i) {
      if (!is_exception_type(any->items[i])) return false;
    }
    return true;
  }
  return !is<Type>(condition) && bool(find_special(type_of(condition), Special::call));
}

Ref pair(Value match, Value rest) {
  return new_tuple({match ? match : Value::none(), rest ? rest : Value::none()});
}

// (What matches, the rest); the rest is None where it is not asked for: no derive() is called for
// it.
Native split(Ref exception, Ref condition, bool with_rest) {
  if (vm().too_deep()) {
    co_return raise_error(types.RecursionError,
                          "maximum recursion depth exceeded in exceptiongroup_split_recursive");
  }
  CO_TRY(whole, matches(exception, condition));
  if (whole.get() == Value::boolean(true)) co_return pair(exception, {});
  if (!is_group(exception)) co_return pair({}, with_rest ? exception : Ref());
  Ref matching = new_list(), others = new_list();
  Ref members = as<Exception>(exception)->extra[1];
  for (uint32_t i = 0; i < as<Tuple>(members)->size; ++i) {
    CO_TRY(parts, split(as<Tuple>(members)->items[i], condition, with_rest));
    Value match = as<Tuple>(parts)->items[0], rest = as<Tuple>(parts)->items[1];
    if (!match.is_none()) list_append(as<List>(matching), match);
    if (!rest.is_none()) list_append(as<List>(others), rest);
  }
  Ref match = co_await subset(exception, matching);
  if (is_pending()) co_return {};
  Ref rest = co_await subset(exception, others);
  if (is_pending()) co_return {};
  co_return pair(match, rest);
}

Ref raise_no_condition() {
  return raise_type_error(
      {since(Version::V3_13)
           ? "expected an exception type, a tuple of exception types, or a callable (other than a "
             "class)"
           : "expected a function, exception type or tuple of exception types"});
}

Native group_split(Args args) {
  if (!valid_condition(args[1])) {
    co_return raise_no_condition();
  }
  co_return co_await split(args[0], args[1], true);
}

Native group_subgroup(Args args) {
  if (!valid_condition(args[1])) {
    co_return raise_no_condition();
  }
  CO_TRY(parts, split(args[0], args[1], false));
  co_return as<Tuple>(parts)->items[0];
}

Ref class_getitem(Args& args) { return new_generic_alias(args[0], args[1]); }

const NativeDefinition kGroup[] = {
    static_method("__new__", "", group_new),
    method("__init__", "", group_init),
    method("__str__", "(self, /)", group_str),
    method("derive", "(self, excs, /)", group_derive),
    method("split", "(self, condition, /)", group_split),
    method("subgroup", "(self, condition, /)", group_subgroup),
    getter("message", get_message),
    getter("exceptions", get_exceptions),
    class_method("__class_getitem__", "(cls, item, /)", class_getitem),
};

}  // namespace

std::span<const NativeDefinition> exception_group_methods() { return kGroup; }

Ref new_exception_group(Type* type, std::string_view message, Value exceptions) {
  Ref text = new_str(message);
  return make_group(type, text, exceptions);
}

// --- except*

static bool is_group_type(Value type) {
  return is_exception_type(type) && is_subtype(as<Type>(type), types.BaseExceptionGroup);
}
static bool catches_groups(Value type) {
  const Tuple* tuple = as_if<Tuple>(type);
  if (!tuple) return is_group_type(type);
  return std::any_of(tuple->items, tuple->items + tuple->size, is_group_type);
}

Native split_for_handler(Ref exception, Ref type) {
  if (exception.get().is_none()) co_return pair({}, {});
  bool ok = true;
  bool matches = exception_matches(exception, type, ok);
  if (!ok) co_return {};
  if (catches_groups(type)) {
    co_return raise_type_error(
        {"catching ExceptionGroup with except* is not allowed. Use except instead."});
  }
  if (is_group(exception)) co_return co_await split(exception, type, true);
  if (!matches) co_return pair({}, exception);
  Ref alone = new_tuple({exception});
  Ref group = new_exception_group(types.BaseExceptionGroup, "", alone);
  co_return group ? pair(group, {}) : Ref();
}

// Is the exception a part of the original, unchanged, rather than newly raised by a handler?
static bool stems_from(const Exception* exception, const Exception* original) {
  return exception->traceback == original->traceback && exception->cause == original->cause &&
         exception->context == original->context && exception->notes == original->notes;
}

static void add_leaves(List* leaves, Value exception) {
  std::vector<Value> left = {exception};  // the next one last
  while (!left.empty()) {
    Value next = left.back();
    left.pop_back();
    if (!is_group(next)) {
      list_append(leaves, next);
      continue;
    }
    const Tuple* members = as<Tuple>(as<Exception>(next)->extra[1]);
    for (uint32_t i = members->size; i-- > 0;) left.push_back(members->items[i]);
  }
}

Native join_after_handlers(Ref original, Ref left) {
  const List* list = as<List>(left);
  Ref raised = new_list(), leaves = new_list();
  for (uint32_t i = 0; i < list->size; ++i) {
    Value exception = list->items[i];
    if (exception.is_none()) continue;
    if (!is_group(original)) co_return exception;  // it was alone: one handler could run
    if (stems_from(as<Exception>(exception), as<Exception>(original))) {
      add_leaves(as<List>(leaves), exception);
    } else {
      list_append(as<List>(raised), exception);
    }
  }
  List* joined = as<List>(raised);
  if (as<List>(leaves)->size) {
    CO_TRY(parts, split(original, leaves, false));
    list_append(joined, as<Tuple>(parts)->items[0]);
  }
  if (joined->size == 0) co_return Value::none();
  if (joined->size == 1) co_return joined->items[0];
  co_return new_exception_group(types.BaseExceptionGroup, "", raised);
}

}  // namespace awaitscope
