// The pending exception, and raising.

#include "engine/objects/raise.h"

#include "engine/objects/containers.h"
#include "engine/objects/text.h"
#include "engine/unicode/nearest_name.h"

namespace awaitscope {

Ref take_pending() { return Ref::adopt(std::exchange(this_run().pending, Value{})); }

void restore_pending(Ref exception) {
  Ref previous = Ref::adopt(std::exchange(this_run().pending, exception.take()));
}

void set_pending(Ref exception) {
  Value handled = this_run().handled_exception();
  if (handled && handled != exception.get()) set_context(as<Exception>(exception), handled);
  restore_pending(std::move(exception));
}

void set_context(Exception* exception, Value context) {
  if (context == Value::of(exception)) return;
  // Where the exception is among the contexts of its new context, that link is cut. A chain that
  // runs in a circle without it is left as it is: `slow` is what the other pointer would meet.
  Exception* at = as<Exception>(context);
  Exception* slow = at;
  bool advance = false;
  while (at->context) {
    Exception* next = as<Exception>(at->context);
    if (next == exception) {
      release(std::exchange(at->context, Value{}));
      break;
    }
    at = next;
    if (at == slow) break;
    if (advance) slow = as<Exception>(slow->context);
    advance = !advance;
  }
  Ref previous = Ref::adopt(exception->context);
  retain(context);
  exception->context = context;
}

void replace_args(Exception* exception, Ref args) {
  exception->shown = 0;
  Ref before = Ref::adopt(std::exchange(exception->args, args.take()));
}

std::string concat(std::initializer_list<std::string_view> parts) {
  size_t size = 0;
  for (std::string_view part : parts) size += part.size();
  std::string text;
  text.reserve(size);
  for (std::string_view part : parts) text += part;
  return text;
}

namespace {

Exception* make_exception(Type* type, Ref args) {
  Exception* exception = make_object<Exception>(type);
  exception->args = args.take();
  return exception;
}

Tuple* empty_tuple() {
  static Tuple* empty = [] {
    Tuple* made = new_tuple_uninitialized(0);
    made->refcount = kImmortal;
    return made;
  }();
  return empty;
}

}  // namespace

Ref new_exception(Type* type, std::string_view message) {
  if (!message.empty()) return new_exception_of(type, new_str(message));
  Exception* exception = make_exception(type, Value::of(empty_tuple()));
  if (type == types.StopIteration || type == types.SystemExit) exception->extra[0] = Value::none();
  return Ref::adopt(exception);
}

Ref new_exception_of(Type* type, Value argument) {
  Exception* exception = make_exception(type, new_tuple({argument}));
  if (type == types.StopIteration || type == types.SystemExit) {
    retain(argument);
    exception->extra[0] = argument;
  }
  return Ref::adopt(exception);
}

Ref raise_error(Type* type, std::string_view message) {
  set_pending(new_exception(type, message));
  return {};
}

Ref raise_error(Type* type, Value argument) {
  set_pending(new_exception_of(type, argument));
  return {};
}

Ref raise_type_error(std::initializer_list<std::string_view> message) {
  return raise_error(types.TypeError, concat(message));
}

Ref raise_value_error(std::initializer_list<std::string_view> message) {
  return raise_error(types.ValueError, concat(message));
}

Ref raise_runtime_error(std::initializer_list<std::string_view> message) {
  return raise_error(types.RuntimeError, concat(message));
}

Ref raise_attribute_error(Value object, Str* name) {
  std::string message;
  if (const Type* type = as_if<Type>(object)) {
    message =
        concat({"type object '", type->name_view(), "' has no attribute '", name->view(), "'"});
  } else if (const Module* module = as_if<Module>(object)) {
    message = concat({"module '", module->name->view(), "' has no attribute '", name->view(), "'"});
  } else {
    message = concat({"'", type_name(object), "' object has no attribute '", name->view(), "'"});
  }
  raise_error(types.AttributeError, message);
  note_attribute(object, name);
  return {};
}

Ref raise_no_room_for_attribute(Value object, Str* name) {
  if (!since(Version::V3_13)) return raise_attribute_error(object, name);
  raise_error(types.AttributeError,
              concat({"'", type_name(object), "' object has no attribute '", name->view(),
                      "' and no __dict__ for setting new attributes"}));
  note_attribute(object, name);
  return {};
}

void note_attribute(Value object, Str* name) {
  if (!pending_is(types.AttributeError)) return;
  Exception* exception = as<Exception>(pending_exception());
  if (exception->extra[0] || exception->extra[1]) return;
  retain(name);
  retain(object);
  exception->extra[0] = Value::of(name);
  exception->extra[1] = object;
}

Ref raise_name_error(Str* name) {
  raise_error(types.NameError, concat({"name '", name->view(), "' is not defined"}));
  retain(name);
  as<Exception>(pending_exception())->extra[0] = Value::of(name);
  return {};
}

Ref raise_unexpected_keyword(std::string_view function, std::string_view keyword,
                             const std::vector<std::string_view>& known) {
  if (since(Version::V3_13)) return raise_unknown_keyword(function, keyword, known);
  return raise_type_error({"'", keyword, "' is an invalid keyword argument for ", function, "()"});
}

Ref raise_unknown_keyword(std::string_view function, std::string_view keyword,
                          const std::vector<std::string_view>& known) {
  std::string_view meant = since(Version::V3_13) ? nearest_name(keyword, known) : "";
  return raise_type_error({function, "() got an unexpected keyword argument '", keyword, "'",
                           meant.empty() ? "" : ". Did you mean '", meant,
                           meant.empty() ? "" : "'?"});
}

Ref must_return(Value self, std::string_view method, std::string_view what, Value given,
                std::initializer_list<std::string_view> before_3_15) {
  if (!since(Version::V3_15)) return raise_type_error(before_3_15);
  return raise_type_error({full_name(type_of(self)), ".", method, "() must return ", what, ", not ",
                           full_name(type_of(given))});
}

Ref raise_too_many(std::string_view function, uint32_t most, uint32_t given) {
  if (since(Version::V3_13)) {
    return raise_type_error({function, " expected at most ", std::to_string(most),
                             " arguments, got ", std::to_string(given)});
  }
  return raise_type_error({function, "() takes at most ", std::to_string(most), " arguments (",
                           std::to_string(given), " given)"});
}

void add_note_to_pending(std::string_view note) {
  auto* exception = as<Exception>(pending_exception());
  if (!exception->notes) exception->notes = new_list().take();
  if (List* notes = as_if<List>(exception->notes)) list_append(notes, new_str(note));
}

Ref raise_stop_iteration(Value value) {
  if (value.is_null() || value.is_none())
    return raise_error(types.StopIteration, std::string_view());
  return raise_error(types.StopIteration, value);
}

bool pending_is(const Type* type) {
  return is_pending() && is_subtype(type_of(pending_exception()), type);
}

bool is_exception(Value value) { return is<Exception>(value); }

bool is_exception_type(Value value) {
  const Type* type = as_if<Type>(value);
  return type && (type->detail & Type::kException);
}

void add_traceback(Exception* exception, Value frame, uint32_t offset) {
  Traceback* entry = make_object<Traceback>(types.traceback);
  entry->next = exception->traceback ? exception->traceback : Value::none();  // moved
  entry->frame = Ref(frame).take();
  entry->offset = offset;
  exception->traceback = Value::of(entry);
}

}  // namespace awaitscope
