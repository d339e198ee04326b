// f_locals of a function's frame since 3.13: no dict, but a view that reads and writes the frame's
// variables. Specified in: https://peps.python.org/pep-0667/

#include "engine/machine/frame_locals.h"

#include "engine/machine/frames.h"
#include "engine/objects/containers.h"
#include "engine/objects/iterators.h"
#include "engine/objects/text.h"

namespace awaitscope {
namespace {

struct FrameLocals : NativeObject {
  Ref frame;
};
Type* frame_locals_type;

PyFrame* frame_in(const Args& args) {
  return static_cast<PyFrame*>(as<FrameLocals>(args[0])->frame.get().object());
}
// What the variables are now.
Ref snapshot(const Args& args) { return locals_of(frame_in(args)); }

Ref missing(Value name) {
  if (!is<Str>(name)) return raise_error(types.KeyError, name);
  return raise_error(types.KeyError,
                     concat({"local variable '", text_of(name), "' is not defined"}));
}
Ref get_item(Args& args) {
  Ref now = snapshot(args);
  Value found = is<Str>(args[1]) ? dict_get(as<Dict>(now), args[1]) : Value();
  return found ? Ref(found) : missing(args[1]);
}
void set_variable(PyFrame* frame, Value name, Value value) {
  const CodeObject* code = frame->code;
  for (uint32_t i = 0; i < code->code->locals.size(); ++i) {
    if (is<Str>(name) && code->local_names[i]->view() == text_of(name)) {
      Value& slot = frame->slots[i];
      const bool in_cell = is<Cell>(slot);
      Value& place = in_cell ? as<Cell>(slot)->content : slot;
      release(std::exchange(place, Ref(value).take()));
      return;
    }
  }
  if (!frame->names) frame->names = new_dict().take();  // no variable of the function's
  dict_set(as<Dict>(frame->names), name, value);
}
Ref set_item(Args& args) {
  set_variable(frame_in(args), args[1], args[2]);
  return Value::none();
}
Ref del_item(Args&) { return raise_value_error({"cannot remove variables from FrameLocalsProxy"}); }
Ref length(Args& args) { return Value::of_int(as<Dict>(snapshot(args))->used); }
Ref contains_name(Args& args) {
  Ref now = snapshot(args);
  return Value::boolean(is<Str>(args[1]) && dict_get(as<Dict>(now), args[1]));
}
Ref get(Args& args) {
  Ref now = snapshot(args);
  Value found = is<Str>(args[1]) ? dict_get(as<Dict>(now), args[1]) : Value();
  return found ? found : args[2];
}
enum class Part { Keys, Values, Items };
template <Part part>
Ref list_part(Args& args) {
  Ref now = snapshot(args), list = new_list();
  auto* dict = as<Dict>(now);
  for (uint32_t i = 0; i < dict->filled; ++i) {
    const Dict::Entry& entry = dict->entries[i];
    if (!entry.key) continue;
    Ref item = part == Part::Keys     ? Ref(entry.key)
               : part == Part::Values ? Ref(entry.value)
                                      : new_tuple({entry.key, entry.value});
    list_append(as<List>(list), item);
  }
  return list;
}
Ref iterate(Args& args) {
  Ref keys = list_part<Part::Keys>(args);
  return new_sequence_iterator(keys);
}
Ref copy(Args& args) {
  Ref now = snapshot(args);
  return dict_copy(as<Dict>(now));
}
Native show(Args args) {
  Ref now = snapshot(args);
  co_return co_await repr_of(now);
}
Value plain(Value value, Ref& holder) {
  if (value.is_object() && value.object()->type == frame_locals_type) {
    Value values[] = {value};
    holder = snapshot(Args{values, 1, nullptr});
    return holder;
  }
  return value;
}
Native is_equal(Args args) {
  Ref now = snapshot(args), holder;
  Ref other = plain(args[1], holder);
  if (!is<Dict>(other)) co_return Value::not_implemented();
  co_return co_await equal(now, other);
}
Native joined(Args args) {
  Ref now = snapshot(args), holder;
  Ref other = plain(args[1], holder);
  if (!is<Dict>(other)) co_return Value::not_implemented();
  CO_TRY(done, call_method(now, intern("update"), other));
  co_return now;
}
Native update(Args args) {
  Ref given = new_dict(), frame = as<FrameLocals>(args[0])->frame;
  CO_TRY(done, call_method(given, intern("update"), args[1]));
  auto* dict = as<Dict>(given);
  for (uint32_t i = 0; i < dict->filled; ++i) {
    if (!dict->entries[i].key) continue;
    set_variable(static_cast<PyFrame*>(frame.get().object()), dict->entries[i].key,
                 dict->entries[i].value);
  }
  co_return Value::none();
}
Native set_default(Args args) {
  Ref now = snapshot(args);
  Value found = dict_get(as<Dict>(now), args[1]);
  if (found) co_return found;
  set_variable(frame_in(args), args[1], args[2]);
  co_return args[2];
}

constexpr NativeDefinition kMethods[] = {
    method("__getitem__", "(self, key, /)", get_item),
    method("__setitem__", "(self, key, value, /)", set_item),
    method("__delitem__", "(self, key, /)", del_item),
    method("__len__", "(self, /)", length),
    method("__contains__", "(self, key, /)", contains_name),
    method("__iter__", "(self, /)", iterate),
    method("__repr__", "(self, /)", show),
    method("__eq__", "(self, other, /)", is_equal),
    method("__or__", "(self, other, /)", joined),
    method("get", "(self, key, default=None, /)", get),
    method("keys", "(self, /)", list_part<Part::Keys>),
    method("values", "(self, /)", list_part<Part::Values>),
    method("items", "(self, /)", list_part<Part::Items>),
    method("copy", "(self, /)", copy),
    method("update", "(self, other, /)", update),
    method("setdefault", "(self, key, default=None, /)", set_default),
};

}  // namespace

Ref frame_locals_of(PyFrame* frame) {
  const bool of_function = frame->code->flags & Code::kOptimized;
  if (!of_function || !since(Version::V3_13)) return locals_of(frame);
  auto* made = make_object<FrameLocals>(frame_locals_type);
  made->frame = Value::of(frame);
  return Ref::adopt(made);
}

void register_frame_locals() {
  frame_locals_type =
      new_builtin_type({.name = "FrameLocalsProxy",
                        .layout = Kind::Native,
                        .instance_size = sizeof(FrameLocals),
                        .flags = Type::kNoSubclass | Type::kNoInstance | Type::kMapping,
                        .methods = kMethods,
                        .slots = {.destroy = destroy_native<FrameLocals>}});
  dict_set(frame_locals_type->dict, names.hash, Value::none());
  modified(frame_locals_type);
}

}  // namespace awaitscope
