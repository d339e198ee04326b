// The exception types: making them, their attributes, their text.
// Specified in: https://docs.python.org/3.11/library/exceptions.html

#include "engine/builtins/errors/exceptions.h"

#include "engine/builtins/errors/errors.h"
#include "engine/machine/native.h"
#include "engine/objects/containers.h"
#include "engine/objects/in_repr.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

Ref new_exception_object(Type* type, std::span<const Value> args) {
  Ref exception = new_instance(type);
  as<Exception>(exception)->args = new_tuple(args).take();
  return exception;
}

namespace {

Exception* self_of(const Args& args) { return as<Exception>(args[0]); }

bool no_keywords(const Args& args, Value self) {
  if (args.keyword_count() == 0) return true;
  raise_type_error({type_name(self), "() takes no keyword arguments"});
  return false;
}

void set_args(Exception* self, std::span<const Value> values) {
  // __new__ has set them already, mostly to the same.
  Tuple* held = as<Tuple>(self->args);
  if (held->size == values.size() && std::equal(values.begin(), values.end(), held->items)) return;
  replace_args(self, new_tuple(values));
}

Ref exception_new(Args& args) {
  Type* type = as_if<Type>(args[0]);
  if (!type || !is_subtype(type, types.BaseException)) {
    return raise_type_error({"BaseException.__new__(X): X is not a type object"});
  }
  return new_exception_object(type, args.positional().subspan(1));
}

Ref exception_init(Args& args) {
  Exception* self = self_of(args);
  if (!no_keywords(args, args[0])) return {};
  set_args(self, args.positional().subspan(1));
  return Value::none();
}

Ref exception_str(Args& args) {
  const Tuple* held = as<Tuple>(self_of(args)->args);
  if (held->size == 0) return new_str({});
  Ref text = held->size == 1 ? str_fast(held->items[0]) : repr_fast(self_of(args)->args);
  if (!text && !is_pending()) return try_coroutine();
  return text;
}

Native exception_str_slow(Args args) {
  const Tuple* held = as<Tuple>(self_of(args)->args);
  if (held->size == 1) co_return co_await str_of(held->items[0]);
  co_return co_await repr_of(self_of(args)->args);
}

// KeyError: a missing key is shown as its repr, so that '' can be seen.
Ref key_error_str(Args& args) {
  const Tuple* held = as<Tuple>(self_of(args)->args);
  if (held->size != 1) return exception_str(args);
  Ref text = repr_fast(held->items[0]);
  if (!text && !is_pending()) return try_coroutine();
  return text;
}

Native key_error_str_slow(Args args) {
  const Tuple* held = as<Tuple>(self_of(args)->args);
  if (held->size == 1) co_return co_await repr_of(held->items[0]);
  co_return co_await repr_of(self_of(args)->args);
}

Ref exception_repr(Args& args) {
  Exception* self = self_of(args);
  const Tuple* held = as<Tuple>(self->args);
  std::string text(self->type->name_view());
  bool done;
  if (held->size == 1) {
    text += '(';
    done = append_repr(text, held->items[0]);
    text += ')';
  } else {
    done = append_repr(text, self->args);
  }
  if (!done) return is_pending() ? Ref() : try_coroutine();
  return new_str(text);
}

Native exception_repr_slow(Args args) {
  Exception* self = self_of(args);
  const Tuple* held = as<Tuple>(self->args);
  std::string name(self->type->name_view());
  if (held->size != 1) {
    CO_TRY(list, repr_of(self->args));
    co_return new_str(name + std::string(text_of(list)));
  }
  CO_TRY(one, repr_of(held->items[0]));
  co_return new_str(concat({name, "(", text_of(one), ")"}));
}

Ref add_note(Args& args) {
  Exception* self = self_of(args);
  if (!is<Str>(args[1])) {
    if (since(Version::V3_14)) {
      return raise_type_error({"add_note() argument must be str, not ", type_name(args[1])});
    }
    return raise_type_error({"note must be a str, not '", type_name(args[1]), "'"});
  }
  if (!self->notes) self->notes = new_list().take();
  List* notes = as_if<List>(self->notes);
  if (!notes) return raise_type_error({"Cannot add note: __notes__ is not a list"});
  list_append(notes, args[1]);
  return Value::none();
}

bool set_traceback(Exception* self, Value value) {
  if (value.is_null()) {
    raise_type_error({"__traceback__ may not be deleted"});
    return false;
  }
  if (!value.is_none() && !is<Traceback>(value)) {
    raise_type_error({"__traceback__ must be a traceback or None"});
    return false;
  }
  replace(self->traceback, value.is_none() ? Value{} : value);
  return true;
}

Ref with_traceback(Args& args) {
  if (!set_traceback(self_of(args), args[1])) return {};
  return args[0];
}

// --- attributes ---

Ref get_args(Args& args) { return self_of(args)->args; }
Ref set_args_attribute(Args& args) {
  if (args[1].is_null()) return raise_type_error({"args may not be deleted"});
  Ref list;
  if (is<Tuple>(args[1])) {
    list = args[1];
  } else if (const List* items = as_if<List>(args[1])) {
    list = new_tuple(std::span(items->items, items->size));
  } else {
    return raise_type_error({"'", type_name(args[1]), "' object is not iterable"});
  }
  replace_args(self_of(args), std::move(list));
  return Value::none();
}

Ref get_cause(Args& args) { return or_none(self_of(args)->cause); }
Ref get_context(Args& args) { return or_none(self_of(args)->context); }
Ref get_traceback(Args& args) { return or_none(self_of(args)->traceback); }
Ref get_suppress_context(Args& args) { return Value::boolean(self_of(args)->suppress_context); }

bool chained(Value value, std::string_view name) {
  if (value.is_null()) {
    raise_type_error({name, " may not be deleted"});
    return false;
  }
  if (value.is_none() || is_exception(value)) return true;
  raise_type_error({"exception ", name == "__cause__" ? "cause" : "context",
                    " must be None or derive from BaseException"});
  return false;
}

Ref set_cause_attribute(Args& args) {
  if (!chained(args[1], "__cause__")) return {};
  set_cause(self_of(args), args[1]);
  return Value::none();
}

Ref set_context_attribute(Args& args) {
  if (!chained(args[1], "__context__")) return {};
  replace(self_of(args)->context, args[1].is_none() ? Value{} : args[1]);
  return Value::none();
}

Ref set_traceback_attribute(Args& args) {
  return set_traceback(self_of(args), args[1]) ? Ref(Value::none()) : Ref();
}

Ref set_suppress_context(Args& args) {
  if (!args[1].is_bool()) return raise_type_error({"attribute value type must be bool"});
  self_of(args)->suppress_context = args[1] == Value::boolean(true);
  return Value::none();
}

Ref get_notes(Args& args) {
  if (Value notes = self_of(args)->notes) return notes;
  return raise_attribute_error(args[0], names.notes);
}

Ref set_notes(Args& args) {
  if (args[1].is_null() && !self_of(args)->notes) return get_notes(args);
  replace(self_of(args)->notes, args[1]);
  // ... and where somebody has asked for its __dict__.
  Dict* attributes = self_of(args)->attributes;
  if (attributes && !args[1]) dict_delete(attributes, Value::of(names.notes));
  return Value::none();
}

// An attribute that is kept in extra[index].
template <int index>
Ref get_extra(Args& args) {
  return or_none(self_of(args)->extra[index]);
}
template <int index>
Ref set_extra(Args& args) {
  replace(self_of(args)->extra[index], args[1]);
  return Value::none();
}

// --- StopIteration, SystemExit ---

Ref stop_iteration_init(Args& args) {
  if (!exception_init(args)) return {};
  replace(self_of(args)->extra[0], args.count > 1 ? args[1] : Value::none());
  return Value::none();
}

Ref system_exit_init(Args& args) {
  if (!exception_init(args)) return {};
  Exception* self = self_of(args);
  Value code = args.count > 2 ? self->args : args.count == 2 ? args[1] : Value::none();
  replace(self->extra[0], code);
  return Value::none();
}

// --- ImportError, NameError, AttributeError: keywords ---

bool take_keywords(const Args& args, const char* first, const char* second) {
  Exception* self = self_of(args);
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    std::string_view name = args.keyword(i)->view();
    if (name == first) {
      replace(self->extra[0], args.keyword_value(i));
    } else if (second && name == second) {
      replace(self->extra[1], args.keyword_value(i));
    } else {
      std::vector<std::string_view> known = {first};
      if (second) known.push_back(second);
      raise_unexpected_keyword(type_name(args[0]), name, known);
      return false;
    }
  }
  set_args(self, args.positional().subspan(1));
  return true;
}

Ref import_error_init(Args& args) {
  return take_keywords(args, "name", "path") ? Ref(Value::none()) : Ref();
}
Ref name_error_init(Args& args) {
  return take_keywords(args, "name", nullptr) ? Ref(Value::none()) : Ref();
}
Ref attribute_error_init(Args& args) {
  return take_keywords(args, "name", "obj") ? Ref(Value::none()) : Ref();
}

Ref first_argument(Args& args) {
  const Tuple* held = as<Tuple>(self_of(args)->args);
  return held->size ? held->items[0] : Value::none();
}

// --- OSError ---

// OSError(errno, strerror[, filename[, winerror[, filename2]]]) says what happened by attributes.
template <uint32_t index>
Ref os_error_part(Args& args) {
  const Tuple* held = as<Tuple>(self_of(args)->args);
  if (index == 2) return or_none(self_of(args)->extra[0]);
  return held->size >= 2 && held->size <= 5 ? held->items[index] : Value::none();
}

Type* os_error_for(Value number) {
  if (!number.is_int()) return nullptr;
  switch (number.as_int()) {  // Linux's numbers, as CPython has them there
    case 11:
    case 114:
    case 115: return types.BlockingIOError;
    case 32:
    case 108: return types.BrokenPipeError;
    case 10: return types.ChildProcessError;
    case 103: return types.ConnectionAbortedError;
    case 111: return types.ConnectionRefusedError;
    case 104: return types.ConnectionResetError;
    case 17: return types.FileExistsError;
    case 2: return types.FileNotFoundError;
    case 21: return types.IsADirectoryError;
    case 20: return types.NotADirectoryError;
    case 4: return types.InterruptedError;
    case 1:
    case 13: return types.PermissionError;
    case 3: return types.ProcessLookupError;
    case 110: return types.TimeoutError;
    default: return nullptr;
  }
}

Ref os_error_new(Args& args) {
  Type* type = as_if<Type>(args[0]);
  if (!type || !is_subtype(type, types.OSError)) {
    return raise_type_error({"OSError.__new__(X): X is not a subtype of OSError"});
  }
  if (type == types.OSError && args.count >= 3 && args.count <= 6) {
    if (Type* special = os_error_for(args[1])) type = special;
  }
  return new_exception_object(type, args.positional().subspan(1));
}

Ref os_error_init(Args& args) {
  Exception* self = self_of(args);
  if (!no_keywords(args, args[0])) return {};
  std::span<const Value> given = args.positional().subspan(1);
  if (given.size() >= 3 && given.size() <= 5 && !given[2].is_none()) {
    replace(self->extra[0], given[2]);  // a file name is not among the args
    if (given.size() == 5 && !given[4].is_none()) replace(self->extra[1], given[4]);
    given = given.first(2);
  }
  set_args(self, given);
  return Value::none();
}

Ref os_error_str(Args& args) {
  Exception* self = self_of(args);
  const Tuple* held = as<Tuple>(self->args);
  if (held->size < 2 || held->size > 5) return exception_str(args);
  std::string text = "[Errno ";
  bool done = append_str(text, held->items[0]);
  text += "] ";
  done = done && append_str(text, held->items[1]);
  if (self->extra[0]) {
    text += ": ";
    done = done && append_repr(text, self->extra[0]);
    if (self->extra[1]) {
      text += " -> ";
      done = done && append_repr(text, self->extra[1]);
    }
  }
  if (!done) return is_pending() ? Ref() : try_coroutine();
  return new_str(text);
}

// --- SyntaxError ---

// SyntaxError(msg, (filename, lineno, offset, text, end_lineno, end_offset)); index -1: msg.
template <int index>
Ref syntax_error_part(Args& args) {
  const Tuple* held = as<Tuple>(self_of(args)->args);
  if (index < 0) return held->size ? held->items[0] : Value::none();
  const Tuple* where = held->size == 2 ? as_if<Tuple>(held->items[1]) : nullptr;
  return where && uint32_t(index) < where->size ? where->items[index] : Value::none();
}

Ref syntax_error_str(Args& args) {
  Ref message = syntax_error_part<-1>(args);
  std::string text;
  if (!append_str(text, message)) return is_pending() ? Ref() : try_coroutine();
  Ref file = syntax_error_part<0>(args), line = syntax_error_part<1>(args);
  if (is<Str>(file) && line.get().is_int()) {
    text += concat({" (", text_of(file), ", line ", std::to_string(line.get().as_int()), ")"});
  } else if (is<Str>(file)) {
    text += concat({" (", text_of(file), ")"});
  } else if (line.get().is_int()) {
    text += concat({" (line ", std::to_string(line.get().as_int()), ")"});
  }
  return new_str(text);
}

// --- UnicodeError ---

// UnicodeDecodeError(encoding, object, start, end, reason)
template <uint32_t index>
Ref unicode_error_part(Args& args) {
  const Tuple* held = as<Tuple>(self_of(args)->args);
  return index < held->size ? held->items[index] : Value::none();
}

Ref unicode_error_str(Args& args) {
  const Tuple* held = as<Tuple>(self_of(args)->args);
  if (held->size != 5 || !is<Str>(held->items[0]) || !held->items[2].is_int() ||
      !held->items[3].is_int() || !is<Str>(held->items[4])) {
    return exception_str(args);
  }
  int64_t start = held->items[2].as_int(), end = held->items[3].as_int();
  bool one = end == start + 1;
  std::string text = concat({"'", text_of(held->items[0]), "' codec can't ",
                             is<Bytes>(held->items[1]) ? "decode " : "encode "});
  char buffer[24];
  if (const Bytes* bytes = as_if<Bytes>(held->items[1])) {
    if (one && start >= 0 && start < int64_t(bytes->size)) {
      snprintf(buffer, sizeof buffer, "byte 0x%02x", uint8_t(bytes->data[start]));
      text += buffer;
    } else {
      text += "bytes";
    }
  } else {
    const Str* string = as_if<Str>(held->items[1]);
    if (string && one && start >= 0 && start < int64_t(string->length)) {
      Ref character = slice_text(string, start, end);
      text += "character " + ascii_only(quote(text_of(character)));
    } else {
      text += "characters";
    }
  }
  text += " in position " + std::to_string(start);
  if (!one) text += "-" + std::to_string(end - 1);
  text += concat({": ", text_of(held->items[4])});
  return new_str(text);
}

using Definition = NativeDefinition;

const Definition kBaseException[] = {
    static_method("__new__", "", exception_new),
    method("__init__", "", exception_init),
    method("__str__", "(self, /)", exception_str, exception_str_slow),
    method("__repr__", "(self, /)", exception_repr, exception_repr_slow),
    method("add_note", "(self, note, /)", add_note),
    method("with_traceback", "(self, tb, /)", with_traceback),
    getter("args", get_args, set_args_attribute),
    getter("__cause__", get_cause, set_cause_attribute),
    getter("__context__", get_context, set_context_attribute),
    getter("__traceback__", get_traceback, set_traceback_attribute),
    getter("__suppress_context__", get_suppress_context, set_suppress_context),
    getter("__notes__", get_notes, set_notes),
};
const Definition kStopIteration[] = {
    method("__init__", "", stop_iteration_init),
    getter("value", get_extra<0>, set_extra<0>),
};
const Definition kSystemExit[] = {
    method("__init__", "", system_exit_init),
    getter("code", get_extra<0>, set_extra<0>),
};
const Definition kKeyError[] = {
    method("__str__", "(self, /)", key_error_str, key_error_str_slow),
};
const Definition kImportError[] = {
    method("__init__", "", import_error_init),
    getter("msg", first_argument),
    getter("name", get_extra<0>, set_extra<0>),
    getter("path", get_extra<1>, set_extra<1>),
};
const Definition kNameError[] = {
    method("__init__", "", name_error_init),
    getter("name", get_extra<0>, set_extra<0>),
};
const Definition kAttributeError[] = {
    method("__init__", "", attribute_error_init),
    getter("name", get_extra<0>, set_extra<0>),
    getter("obj", get_extra<1>, set_extra<1>),
};
const Definition kOSError[] = {
    static_method("__new__", "", os_error_new),
    method("__init__", "", os_error_init),
    method("__str__", "(self, /)", os_error_str, exception_str_slow),
    getter("errno", os_error_part<0>),
    getter("strerror", os_error_part<1>),
    getter("filename", os_error_part<2>, set_extra<0>),
    getter("filename2", get_extra<1>, set_extra<1>),
};
const Definition kSyntaxError[] = {
    method("__str__", "(self, /)", syntax_error_str, exception_str_slow),
    getter("msg", syntax_error_part<-1>),
    getter("filename", syntax_error_part<0>),
    getter("lineno", syntax_error_part<1>),
    getter("offset", syntax_error_part<2>),
    getter("text", syntax_error_part<3>),
    getter("end_lineno", syntax_error_part<4>),
    getter("end_offset", syntax_error_part<5>),
};
const Definition kUnicodeError[] = {
    method("__str__", "(self, /)", unicode_error_str, exception_str_slow),
    getter("encoding", unicode_error_part<0>),
    getter("object", unicode_error_part<1>),
    getter("start", unicode_error_part<2>),
    getter("end", unicode_error_part<3>),
    getter("reason", unicode_error_part<4>),
};

std::span<const Definition> methods_of(std::string_view name) {
  if (name == "StopIteration") return kStopIteration;
  if (name == "SystemExit") return kSystemExit;
  if (name == "KeyError") return kKeyError;
  if (name == "ImportError") return kImportError;
  if (name == "NameError") return kNameError;
  if (name == "AttributeError") return kAttributeError;
  if (name == "OSError") return kOSError;
  if (name == "SyntaxError") return kSyntaxError;
  if (name == "UnicodeDecodeError" || name == "UnicodeEncodeError") return kUnicodeError;
  if (name == "BaseExceptionGroup") return exception_group_methods();
  return {};
}

Type* make_type(const char* name, Type* base, std::span<const Definition> methods) {
  TypeSpec spec;
  spec.name = name;
  spec.base = base;
  spec.layout = Kind::Exception;
  spec.instance_size = sizeof(Exception);
  spec.attributes_offset = sizeof(Object);  // Exception::attributes is its first member
  spec.flags = Type::kException | Type::kPlainAttributes;
  spec.methods = methods;
  return new_builtin_type(spec);
}

}  // namespace

void set_cause(Exception* exception, Value cause) {
  replace(exception->cause, cause.is_none() ? Value{} : cause);
  exception->suppress_context = true;
}

Type *python_finalization_error, *import_cycle_error;

void register_exceptions() {
  struct Row {
    const char* name;
    Type* Types::*type;
    Type* Types::*base;
  };
  static constexpr Row kRows[] = {
#define EXCEPTION(name, base) {#name, &Types::name, &Types::base},
#include "engine/objects/exceptions.def"
#undef EXCEPTION
  };
  types.BaseException = make_type("BaseException", nullptr, kBaseException);
  for (const Row& row : kRows)
    types.*row.type = make_type(row.name, types.*row.base, methods_of(row.name));
  types.ExceptionGroup = make_type("ExceptionGroup", types.BaseExceptionGroup, {});
  python_finalization_error = make_type("PythonFinalizationError", types.RuntimeError, {});
  import_cycle_error = make_type("ImportCycleError", types.ImportError, {});
  // The only builtin type with two bases.
  Type* group = types.ExceptionGroup;
  group->bases.push_back(types.Exception);
  types.Exception->subclasses.push_back(group);
  linearize(group->bases, group, group->mro);
  modified(group);
  types.CancelledError = make_type("asyncio.exceptions.CancelledError", types.BaseException, {});
}

}  // namespace awaitscope
