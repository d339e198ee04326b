// Builtin functions about any object: its text, attributes, type.

#include "engine/builtins/errors/suggestions.h"
#include "engine/builtins/functions/builtin_functions.h"
#include "engine/builtins/functions/builtins.h"
#include "engine/builtins/functions/object_types.h"
#include "engine/machine/attributes.h"
#include "engine/machine/classes.h"
#include "engine/machine/frames.h"
#include "engine/machine/keyed.h"
#include "engine/machine/native.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/generic_alias.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

Ref or_slow(Ref quick) { return quick || is_pending() ? quick : try_coroutine(); }

Ref builtin_len(Args& args) {
  int64_t length;
  return length_fast(args[0], length) ? new_int(length) : try_coroutine();
}
Native builtin_len_slow(Args args) { co_return co_await length_of(args[0]); }

Ref builtin_repr(Args& args) { return or_slow(repr_fast(args[0])); }
Native builtin_repr_slow(Args args) { co_return co_await repr_of(args[0]); }

Ref builtin_ascii(Args& args) {
  std::string text;
  if (!append_repr(text, args[0])) return is_pending() ? Ref() : try_coroutine();
  return new_str(ascii_only(text));
}
Native builtin_ascii_slow(Args args) {
  CO_TRY(text, repr_of(args[0]));
  co_return new_str(ascii_only(text_of(text)));
}

Native builtin_format(Args args) {
  if (args[1] && !is<Str>(args[1])) {
    co_return raise_type_error({"format() argument 2 must be str, not ", type_name(args[1])});
  }
  Ref specification = args[1] ? Ref(args[1]) : new_str({});
  co_return co_await format_of(args[0], specification);
}

Ref builtin_hash(Args& args) {
  if (needs_python(args[0])) return try_coroutine();
  uint64_t hash;
  if (!hash_value(args[0], hash)) return {};
  return new_int(int64_t(hash));
}
Native builtin_hash_slow(Args args) {
  Ref answer = co_await hash_of(args[0]);
  uint64_t hash;
  if (!answer || !hash_from(answer, hash)) co_return {};
  co_return new_int(int64_t(hash));
}

Ref builtin_id(Args& args) { return new_int(address_of(args[0])); }

Ref builtin_callable(Args& args) { return Value::boolean(can_be_called(args[0])); }

// --- attributes ---

Ref or_default(Ref found, Value fallback) {
  if (!found && fallback && pending_is(types.AttributeError)) {
    take_pending();
    return fallback;
  }
  return found;
}

Ref builtin_getattr(Args& args) {
  Str* name = attribute_name(args[1]);
  if (!name) return {};
  Ref found;
  if (!get_attribute_fast(args[0], name, found)) return try_coroutine();
  return or_default(std::move(found), args[2]);
}
Native builtin_getattr_slow(Args args) {
  Ref found = co_await get_attribute(args[0], attribute_name(args[1]));
  co_return or_default(std::move(found), args[2]);
}

Ref found_or_not(const Ref& found) {
  if (found) return Value::boolean(true);
  if (!pending_is(types.AttributeError)) return {};
  take_pending();
  return Value::boolean(false);
}

Ref builtin_hasattr(Args& args) {
  Str* name = attribute_name(args[1]);
  if (!name) return {};
  Ref found;
  if (!get_attribute_fast(args[0], name, found)) return try_coroutine();
  return found_or_not(found);
}
Native builtin_hasattr_slow(Args args) {
  Ref found = co_await get_attribute(args[0], attribute_name(args[1]));
  co_return found_or_not(found);
}

Native builtin_setattr(Args args) {
  Str* name = attribute_name(args[1]);
  if (!name) co_return {};
  co_return co_await set_attribute(args[0], name, args[2]);
}
Native builtin_delattr(Args args) {
  Str* name = attribute_name(args[1]);
  if (!name) co_return {};
  co_return co_await set_attribute(args[0], name, Value{});
}

// --- types ---

Ref builtin_isinstance(Args& args) {
  bool ok = false, needs_python = false;
  bool is = instance_of_fast(args[0], args[1], ok, needs_python);
  if (needs_python) return try_coroutine();
  return ok ? Ref(Value::boolean(is)) : Ref();
}
Native builtin_isinstance_slow(Args args) { co_return co_await instance_of(args[0], args[1]); }

Native subclass_of(Ref type, Ref of) {
  if (vm().too_deep()) {
    co_return raise_error(types.RecursionError,
                          "maximum recursion depth exceeded in __subclasscheck__");
  }
  if (Value members = union_members(of)) of = members;
  if (const Tuple* any = as_if<Tuple>(of)) {
    for (uint32_t i = 0; i < any->size; ++i) {
      Ref answer = co_await subclass_of(type, any->items[i]);
      if (!answer || answer.get() == Value::boolean(true)) co_return answer;
    }
    co_return Value::boolean(false);
  }
  if (type_of(of) != types.type) {
    if (Value check = find_special(type_of(of), Special::subclasscheck)) {
      CO_TRY(answer, call(check, of, type));
      co_return co_await truth_of(answer);
    }
  }
  bool ok = false, needs_python = false;
  bool is = subclass_of_fast(as<Type>(type), of, ok, needs_python);
  co_return ok ? Ref(Value::boolean(is)) : Ref();
}

Ref builtin_issubclass(Args& args) {
  Type* type = as_if<Type>(args[0]);
  if (!type) return raise_type_error({"issubclass() arg 1 must be a class"});
  bool ok = false, needs_python = false;
  bool is = subclass_of_fast(type, args[1], ok, needs_python);
  if (needs_python) return try_coroutine();
  return ok ? Ref(Value::boolean(is)) : Ref();
}
Native builtin_issubclass_slow(Args args) { co_return co_await subclass_of(args[0], args[1]); }

// --- namespaces ---

}  // namespace

Str* attribute_name(Value name) {
  if (Str* text = as_if<Str>(name)) return intern(text);
  raise_type_error({"attribute name must be string, not '", type_name(name), "'"});
  return nullptr;
}

PyFrame* calling_frame() {
  for (Frame* frame = vm().current; frame; frame = frame->back) {
    if (!frame->native) return static_cast<PyFrame*>(frame);
  }
  return nullptr;
}

namespace {

Ref builtin_globals(Args&) {
  const PyFrame* frame = calling_frame();
  return frame ? Ref(Value::of(frame->globals)) : new_dict();
}

}  // namespace

Ref local_variables() {
  PyFrame* frame = calling_frame();
  return frame ? locals_of(frame) : new_dict();
}

namespace {

Ref builtin_locals(Args&) { return local_variables(); }

Native builtin_vars(Args args) {
  if (!args[0]) co_return local_variables();
  Ref dict = co_await get_attribute(args[0], names.dict);
  if (!dict && pending_is(types.AttributeError)) {
    take_pending();
    co_return raise_type_error({"vars() argument must have __dict__ attribute"});
  }
  co_return dict;
}

Ref sorted_names(const std::vector<std::string_view>& sorted) {
  Ref list = new_list();
  for (std::string_view name : sorted) {
    Ref text = new_str(name);
    list_append(as<List>(list), text);
  }
  return list;
}

Native builtin_dir(Args args) {
  if (!args[0]) {
    Ref locals = local_variables();
    CO_TRY(names, list_of(locals));
    Ref sorted = co_await call_method(names, intern("sort"));
    co_return sorted ? names : Ref();
  }
  Ref made;
  const Value own = find_special(type_of(args[0]), Special::dir);
  if (own && !is<NativeFunction>(own)) {
    made = co_await call(own, args[0]);
    if (!made) co_return Ref();
  } else if (const Module* module = as_if<Module>(args[0])) {
    if (Ref of_module = dict_get(module->dict, intern("__dir__"))) {
      made = co_await call(of_module);
      if (!made) co_return Ref();
    }
  }
  if (made) {
    CO_TRY(names, list_of(made));
    Ref sorted = co_await call_method(names, intern("sort"));
    co_return sorted ? names : Ref();
  }
  co_return sorted_names(attribute_names(args[0]));
}

const NativeDefinition kObjectFunctions[] = {
    function("ascii", "(obj, /)", builtin_ascii, builtin_ascii_slow),
    function("callable", "(obj, /)", builtin_callable),
    function("delattr", "(obj, name, /)", builtin_delattr),
    function("dir", "(object=<null>, /)", builtin_dir),
    function("format", "(value, format_spec=<null>, /)", builtin_format),
    function("getattr", "(object, name, default=<null>, /)", builtin_getattr, builtin_getattr_slow),
    function("globals", "()", builtin_globals),
    function("hasattr", "(obj, name, /)", builtin_hasattr, builtin_hasattr_slow),
    function("hash", "(obj, /)", builtin_hash, builtin_hash_slow),
    function("id", "(obj, /)", builtin_id),
    function("isinstance", "(obj, class_or_tuple, /)", builtin_isinstance, builtin_isinstance_slow),
    function("issubclass", "(cls, class_or_tuple, /)", builtin_issubclass, builtin_issubclass_slow),
    function("len", "(obj, /)", builtin_len, builtin_len_slow),
    function("locals", "()", builtin_locals),
    function("repr", "(obj, /)", builtin_repr, builtin_repr_slow),
    function("setattr", "(obj, name, value, /)", builtin_setattr),
    function("vars", "(object=<null>, /)", builtin_vars),
};

}  // namespace

std::span<const NativeDefinition> object_functions() { return kObjectFunctions; }

}  // namespace awaitscope
